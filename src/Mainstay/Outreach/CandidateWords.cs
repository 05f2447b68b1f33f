using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>How candidates are spoken of.</summary>
internal static class CandidateWords
{
    public static string Href(Guid id) => $"/candidates/{id}";

    public static Reason Stage(Stage stage) => new($"Outreach.Stage{stage}");

    /// <summary>How it stands, in one sentence.</summary>
    public static Reason State(Candidate it) => it switch
    {
        { RestingSince: { } since, RestUntil: { } until } => new("Outreach.RestsUntil", since, until),
        { RestingSince: { } since } => new("Outreach.Rests", since),
        { Stage: Outreach.Stage.Contacted, FollowedUpOn: { } again } => new("Outreach.StateFollowedUp", it.ContactedOn, again),
        _ => new($"Outreach.State{it.Stage}", it.DayOf(it.Stage)),
    };

    /// <summary>What comes next, in one sentence: what the owner meant to do, or what the stage suggests.</summary>
    public static Reason Next(CandidateLine line, DateOnly today) => line.StepOn(today) switch
    {
        CandidateStep.DoNext => new("Outreach.NextIs", line.It.NextStep ?? new Reason("Outreach.StepDoNext").InWords()),
        CandidateStep.Wait when line.It.NextOn is { } on => new("Outreach.NextIsOn", line.It.NextStep ?? new Reason("Outreach.StepDoNext").InWords(), on),
        CandidateStep.Wait => new("Outreach.WaitsUntil", line.DueOn()),
        CandidateStep.SayHowFar => new("Outreach.StepSayHowFar", line.TouchedSince),
        var step => new($"Outreach.Step{step}"),
    };

    /// <summary>Where they came from.</summary>
    public static Reason? From(Candidate it) => (it.Origin, it.OriginText) switch
    {
        (Origin.Other, null) => null,
        (Origin.Other, { } text) => new("Outreach.CameFromText", text),
        (var origin, null) => new("Outreach.CameFrom", new Reason($"Outreach.Origin{origin}")),
        var (origin, text) => new("Outreach.CameFromBoth", new Reason($"Outreach.Origin{origin}"), text),
    };

    /// <summary>Who they are, on one line; null when nothing is known.</summary>
    public static string? Line(Candidate it) => string.Join(" · ", new[] { it.Headline, it.Organization }.OfType<string>()) is { Length: > 0 } line ? line : null;
}
