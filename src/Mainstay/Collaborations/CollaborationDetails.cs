using Mainstay.Words;
using static Mainstay.Words.Texts;

namespace Mainstay.Collaborations;

/// <summary>Somebody who works in it, on which side, and as what.</summary>
public sealed record Collaborator(Guid PersonId, CollaborationSide Side = CollaborationSide.Theirs, string? Role = null)
{
    public Problems Check() => new Problems()
        .When(!Enum.IsDefined(Side), "side", "Collaborations.NotASide")
        .When(Role?.Length > CollaborationDetails.MostWords, "role", "Collaborations.TooLong", CollaborationDetails.MostWords);
}

/// <summary>What is done next, and for which day it is meant.</summary>
public sealed record NextStep(string? Text, DateOnly? On = null)
{
    public Problems Check(DateOnly today) => new Problems()
        .When(Text?.Length > CollaborationDetails.MostStep, "nextStep", "Collaborations.TooLong", CollaborationDetails.MostStep)
        .When(On is not null && Filled(Text) is null, "nextOn", "Collaborations.DayWithoutStep")
        .WhenOdd(On, today, "nextOn");
}

/// <summary>To which stage it comes, on which day, and what came of it.</summary>
public sealed record CollaborationMove(CollaborationStage Stage, DateOnly? On = null, string? Outcome = null);

/// <summary>A collaboration as somebody notes it, or says it anew.</summary>
public sealed record CollaborationDetails
{
    public const int MostWords = 200, MostStep = 500, MostText = 20_000, MostPeople = 100, LongestAhead = 20, EarliestYear = 1900;

    private const int MostLink = 2_000;

    /// <summary>The collaboration's id, when the door has one: noted twice with the same, there is one.</summary>
    public Guid? Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; init; }

    public CollaborationStage Stage { get; init; }

    /// <summary>Since when it is at this stage; today when not said.</summary>
    public DateOnly? Since { get; init; }

    public string? SharedGoal { get; init; }

    public string? WhatIGive { get; init; }

    public string? WhatTheyGive { get; init; }

    public NextStep Next { get; init; } = new(null);

    public DateOnly? EndsOn { get; init; }

    public string? Link { get; init; }

    public string? Note { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Who works in it. Somebody named twice is one: what was said last counts.</summary>
    public IReadOnlyList<Collaborator> People { get; init; } = [];

    public Problems Check(DateOnly today)
    {
        var problems = new Problems()
            .When(FilledLine(Name) is null, "name", "Collaborations.NameMissing")
            .When(Name.Length > MostWords, "name", "Collaborations.TooLong", MostWords)
            .When(!Enum.IsDefined(Stage), "stage", "Collaborations.NotAStage")
            .When(Since > today.AddDays(1), "since", "Collaborations.InFuture")
            .When(Since?.Year < EarliestYear, "since", "Collaborations.TooLongAgo")
            .When(Stage.IsOver && Filled(Next.Text) is not null, "nextStep", "Collaborations.OverHasNoNext")
            .WhenOdd(EndsOn, today, "endsOn")
            .When(Filled(Link) is { } link && !IsAddress(link), "link", "Collaborations.NotALink")
            .When(People.Count > MostPeople, "people", "Collaborations.TooManyPeople", MostPeople);
        foreach (var (field, text) in new[] { ("sharedGoal", SharedGoal), ("whatIGive", WhatIGive), ("whatTheyGive", WhatTheyGive), ("note", Note), ("outcome", Outcome) })
            problems.When(text?.Length > MostText, field, "Collaborations.TooLong", MostText);
        foreach (var problem in Next.Check(today).Concat(People.SelectMany(p => p.Check()))) problems.Add(problem.Field, problem.Sentence.Key, [.. problem.Sentence.Inputs]);
        return problems;
    }

    private static bool IsAddress(string link) => link.Length <= MostLink && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}

internal static class OddDays
{
    /// <summary>A day to come, or one that passed without being seen to, lies neither in another age nor ages away.</summary>
    public static Problems WhenOdd(this Problems problems, DateOnly? day, DateOnly today, string field) => problems
        .When(day?.Year < CollaborationDetails.EarliestYear, field, "Collaborations.TooLongAgo")
        .When(day > today.AddYears(CollaborationDetails.LongestAhead), field, "Collaborations.TooFarAhead", CollaborationDetails.LongestAhead);
}
