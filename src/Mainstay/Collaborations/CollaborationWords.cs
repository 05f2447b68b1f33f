using Mainstay.Words;

namespace Mainstay.Collaborations;

/// <summary>Collaborations in words.</summary>
internal static class CollaborationWords
{
    public static string Href(Guid id) => $"/collaborations/{id}";

    public static Reason Stage(CollaborationStage stage) => new($"Collaborations.Stage{stage}");

    public static Reason Side(CollaborationSide side) => new($"Collaborations.Side{side}");

    /// <summary>"Running since …".</summary>
    public static Reason State(Collaboration it) => new($"Collaborations.Since{it.Stage}", it.StageSince);

    /// <summary>What is next and for when; that nothing is; null when it is over.</summary>
    public static Reason? Next(Collaboration it, DateOnly today) => it switch
    {
        { IsOver: true } => null,
        { NextStep: null, Stage: CollaborationStage.Idea } => null,
        { NextStep: null } => new("Collaborations.NothingNext"),
        { NextOn: null } => new("Collaborations.NextIs", it.NextStep),
        { NextOn: var day } when day < today => new("Collaborations.NextWasFor", it.NextStep, day),
        { NextOn: var day } when day == today => new("Collaborations.NextIsToday", it.NextStep),
        _ => new("Collaborations.NextIsFor", it.NextStep, it.NextOn),
    };

    /// <summary>Until when it goes; null when nobody said.</summary>
    public static Reason? Ends(Collaboration it, DateOnly today) => it.EndsOn is not { } day ? null : new(it.IsOver ? "Collaborations.WasAgreedUntil" : day < today ? "Collaborations.WasToEndOn" : "Collaborations.GoesUntil", day);

    public static Reason? Done(Collaboration it) => it.DoneStep is { } done ? new("Collaborations.LastDone", done, it.DoneOn) : null;

    public static Reason? Goal(Collaboration it) => it.SharedGoal is { } goal ? new("Collaborations.BothWant", goal) : null;

    public static Reason? Gives(Collaboration it) => it.WhatIGive is { } mine ? new("Collaborations.YouGive", mine) : null;

    public static Reason? Gets(Collaboration it) => it.WhatTheyGive is { } theirs ? new("Collaborations.TheyGive", theirs) : null;

    public static Reason? Came(Collaboration it) => it.Outcome is { } outcome ? new("Collaborations.CameOfIt", outcome) : null;

    /// <summary>"Grace Hopper and Alan work in it for them, Ada for you."</summary>
    public static IEnumerable<Reason> People(CollaborationLine line) => from side in Enum.GetValues<CollaborationSide>()
                                                                        let names = line.People.Where(p => p.Side == side).Select(p => p.Person.Name).ToList()
                                                                        where names.Count > 0
                                                                        select new Reason($"Collaborations.People{side}", names);

    /// <summary>How it stands, the most pressing first.</summary>
    public static IEnumerable<Reason> Standing(CollaborationLine line, DateOnly today) => new[] { Next(line.It, today), State(line.It), Ends(line.It, today) }.OfType<Reason>();
}
