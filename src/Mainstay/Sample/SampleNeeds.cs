using Mainstay.Needs;

namespace Mainstay.Sample;

/// <summary>A need of the sample network, and what was said of who can meet it.</summary>
internal sealed record SampleNeed(SupportKind Kind, string Topic, int Importance, params (string Name, Ability Ability)[] Said)
{
    public bool ForTheGoal { get; init; }

    /// <summary>Who agreed to help with it.</summary>
    public string? Agreed { get; init; }

    /// <summary>When it was noted, and since when it is needed no more.</summary>
    public int NotedDaysAgo { get; init; } = 200;

    public int? ClosedDaysAgo { get; init; }
}

/// <summary>What somebody needs who builds scheduling software for clinics, alone, from Lisbon.</summary>
internal static class SampleNeeds
{
    public const string Scope = "Half an hour, four times a year";

    /// <summary>With whom Robin once meant to speak twice a year.</summary>
    public static readonly string[] HalfYearly = ["Arjun Mehta", "Stefan Dimitrov"];

    /// <summary>When Robin last looked at all of it, and what they noted then.</summary>
    public const int ReviewedDaysAgo = 80;

    public const string Reviewed = "Too much hangs on Grace. By spring I want a second person I can call about hospitals, and an evening a week without the laptop.";

    public static readonly IReadOnlyList<SampleNeed> Table =
    [
        new(SupportKind.Guidance, "Pricing and packaging", 5, ("Grace Okonkwo", Ability.Excellent), ("Inês Carvalho", Ability.Good)) { ForTheGoal = true, Agreed = "Grace Okonkwo" },
        new(SupportKind.Knowledge, "Selling to hospitals", 5, ("Søren Kjærgaard", Ability.Excellent)) { ForTheGoal = true },
        new(SupportKind.Emotional, "Someone to talk to when it gets hard", 4, ("Miguel Ángel Fuentes Barrientos", Ability.Excellent), ("Ana Ferreira", Ability.Good), ("Inês Carvalho", Ability.Good)),
        new(SupportKind.Accountability, "Ten customer calls a week", 4, ("Tomasz Wiśniewski", Ability.Good)) { ForTheGoal = true },
        new(SupportKind.Opportunities, "Introductions to clinics in Spain", 4, ("Beatriz Gonçalves-Montenegro", Ability.Maybe)) { ForTheGoal = true },
        new(SupportKind.Knowledge, "Fundraising", 3),
        new(SupportKind.Knowledge, "Employment law", 3) { NotedDaysAgo = 25 },
        new(SupportKind.Collaboration, "Design", 3, ("Leïla Benkirane", Ability.Excellent)),
        new(SupportKind.Community, "People in the same boat", 2) { NotedDaysAgo = 60 },
        new(SupportKind.Knowledge, "Founding a company in Portugal", 3) { ClosedDaysAgo = 70 },
    ];

    public static readonly IReadOnlyList<(string Text, string ForWhom)> Offers =
    [
        ("An honest page of feedback on a landing page", "founders in their first year"),
        ("How to sell software to a clinic", "anybody who asks"),
    ];
}
