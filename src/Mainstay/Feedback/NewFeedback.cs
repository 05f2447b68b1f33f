using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary>A request for feedback as somebody writes it.</summary>
public sealed record NewFeedback
{
    public const int MostAbout = 200, MostQuestion = 300, MostQuestions = 3, MostPeople = 50, MostText = 10_000;

    private const int LongestMonths = 12;

    /// <summary>The request's id, when the door has one: made twice with the same, it is made once.</summary>
    public Guid? Id { get; init; }

    public required string About { get; init; }

    /// <summary>One to three; empty ones are left out.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    public bool IsAnonymous { get; init; }

    /// <summary>The last day on which an answer helps; two weeks from now when not said.</summary>
    public DateOnly? DueOn { get; init; }

    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>Each on one line.</summary>
    internal IReadOnlyList<string> Asked => [.. Questions.Select(q => string.Join(' ', q.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(q => q.Length > 0)];

    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(About), "about", "Feedback.AboutMissing")
        .When(About?.Length > MostAbout, "about", "Feedback.TooLong", MostAbout)
        .When(Asked.Count == 0, "question", "Feedback.QuestionMissing")
        .When(Asked.Count > MostQuestions, "question", "Feedback.TooManyQuestions", MostQuestions)
        .When(Asked.Any(q => q.Length > MostQuestion), "question", "Feedback.TooLong", MostQuestion)
        .When(People.Count > MostPeople, "who", "Feedback.TooManyPeople", MostPeople)
        .When(DueOn < today, "due", "Feedback.DueIsOver")
        .When(DueOn > today.AddMonths(LongestMonths), "due", "Feedback.DueIsFar");
}

/// <summary>What somebody answers, question by question.</summary>
public sealed record NewReply(string? First, string? Second = null, string? Third = null)
{
    public Problems Check(int questions)
    {
        string?[] said = [First, Second, Third];
        var problems = new Problems().When(said.Take(questions).All(string.IsNullOrWhiteSpace), "first", "Feedback.NothingSaid").When(said.Skip(questions).Any(s => !string.IsNullOrWhiteSpace(s)), "third", "Feedback.NoSuchQuestion");
        foreach (var (text, field) in said.Zip(Fields)) problems.When(text?.Length > NewFeedback.MostText, field, "Feedback.TooLong", NewFeedback.MostText);
        return problems;
    }

    internal static readonly IReadOnlyList<string> Fields = ["first", "second", "third"];
}
