using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary>What is written about a hard time: what happened, how it is, what I need, what I tried, what I fear.</summary>
public sealed record Narrative(string? Happened = null, string? HowItIs = null, string? Wanted = null, string? Tried = null, string? Feared = null)
{
    /// <summary>As many letters as a book has; what is written in the worst hours is not cut off.</summary>
    public const int MostText = 1_000_000;

    /// <summary>Each part with the field it is typed into.</summary>
    internal IReadOnlyList<(string Field, string? Text)> Parts => [("happened", Happened), ("howItIs", HowItIs), ("wanted", Wanted), ("tried", Tried), ("feared", Feared)];

    public static Narrative Of(Challenge it) => new(it.Happened, it.HowItIs, it.Wanted, it.Tried, it.Feared);

    public void WriteTo(Challenge it) => (it.Happened, it.HowItIs, it.Wanted, it.Tried, it.Feared) = (Texts.Filled(Happened), Texts.Filled(HowItIs), Texts.Filled(Wanted), Texts.Filled(Tried), Texts.Filled(Feared));

    public Problems Check()
    {
        var problems = new Problems();
        foreach (var (field, text) in Parts) problems.When(text?.Length > MostText, field, "Challenges.TooLong", MostText);
        return problems;
    }
}

/// <summary>A hard time as somebody begins to describe it.</summary>
public sealed record NewChallenge(string Name, string? Topic = null, DateOnly? EndsOn = null)
{
    public const int MostName = 200;

    /// <summary>Its id, when the door has one: begun twice with the same, it is begun once.</summary>
    public Guid? Id { get; init; }

    public Narrative Narrative { get; init; } = new();

    public Problems Check(DateOnly today)
    {
        var problems = new Problems()
            .When(Texts.FilledLine(Name) is null, "name", "Challenges.NameMissing")
            .When(Name?.Length > MostName, "name", "Challenges.TooLong", MostName)
            .When(Topic?.Length > MostName, "topic", "Challenges.TooLong", MostName)
            .When(EndsOn < today, "endsOn", "Challenges.EndIsOver")
            .When(EndsOn > today.AddYears(2), "endsOn", "Challenges.EndIsFar");
        foreach (var problem in Narrative.Check()) problems.Add(problem.Field, problem.Sentence.Key, [.. problem.Sentence.Inputs]);
        return problems;
    }
}
