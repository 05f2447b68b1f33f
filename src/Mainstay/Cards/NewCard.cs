using Mainstay.Words;

namespace Mainstay.Cards;

/// <summary>A card as somebody writes it.</summary>
/// <param name="Audience">For whom.</param>
/// <param name="Text">What it shows.</param>
/// <param name="Id">The card's id, when the door has one: written twice with the same, there is one.</param>
public sealed record NewCard(string Audience, CardText Text, Guid? Id = null)
{
    public const int MostAudience = 100, MostCards = 50;

    public Problems Check()
    {
        var problems = new Problems()
            .When(string.IsNullOrWhiteSpace(Audience), "audience", "Cards.AudienceMissing")
            .When(Audience.Trim().Length > MostAudience, "audience", "Cards.TooLong", MostAudience)
            .When(Audience.Any(char.IsControl), "audience", "Cards.OneLine");
        foreach (var problem in Text.Check()) problems.Add(problem.Field, problem.Sentence.Key, [.. problem.Sentence.Inputs]);
        return problems;
    }
}
