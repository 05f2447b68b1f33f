using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>Whom I met, as somebody notes it.</summary>
public sealed record NewEncounter
{
    /// <summary>The encounter's id, when the door has one: noted twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required Guid GatheringId { get; init; }

    /// <summary>Somebody who is there already; else <see cref="Name"/> says who is new.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Somebody new.</summary>
    public string? Name { get; init; }

    public string? About { get; init; }

    public string? Promised { get; init; }

    public string? PromisedToMe { get; init; }

    /// <summary>A day of the gathering; the last that has come when not said.</summary>
    public DateOnly? On { get; init; }

    /// <summary>When it was noted, if that was before it came here: triage and the first word count from then.</summary>
    public DateTime? NotedAt { get; init; }

    public Problems Check(Gathering at, DateOnly today) => new Problems()
        .When(PersonId is null && Texts.FilledLine(Name) is null, "who", "Gatherings.WhoMissing")
        .When(at.FirstDay > today.AddDays(1), "gathering", "Gatherings.NotYet", at.FirstDay)
        .When(On is { } on && (on < at.FirstDay || on > at.LastDay || on > today.AddDays(1)), "on", "Gatherings.NotADayOfIt")
        .When(About?.Length > NewGathering.MostText, "about", "Gatherings.TooLong", NewGathering.MostText)
        .When(Promised?.Length > MostPromise, "promised", "Gatherings.TooLong", MostPromise)
        .When(PromisedToMe?.Length > MostPromise, "promisedToMe", "Gatherings.TooLong", MostPromise);

    private const int MostPromise = 1_000;
}
