using Mainstay.Storage;

namespace Mainstay.Gatherings;

/// <summary>Where the owner stands with a gathering.</summary>
public enum GatheringState { Noticed = 0, Going = 1, Been = 2, Not = 3 }

/// <summary>An event, a meetup, a conference.</summary>
public sealed class Gathering : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The first day where the owner is.</summary>
    public DateOnly FirstDay { get; set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly LastDay { get; set; }

    /// <summary>In UTC; null when whole days are meant.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>In UTC; null when nobody said.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>Who holds it, if that is an organization that is known.</summary>
    public Guid? OrganizationId { get; set; }

    public string? Place { get; set; }

    public string? Address { get; set; }

    public string? Link { get; set; }

    /// <summary>What it is about, with commas between: "health, pricing".</summary>
    public string? Topics { get; set; }

    public string? Note { get; set; }

    public GatheringState State { get; set; }

    /// <summary>What I go there for.</summary>
    public string? Goal { get; set; }

    /// <summary>The one thing I ask for there.</summary>
    public string? OneAsk { get; set; }

    /// <summary>The one thing I offer there.</summary>
    public string? OneOffer { get; set; }

    /// <summary>Who I am in one breath.</summary>
    public string? Pitch { get; set; }

    /// <summary>What it cost in money, as the owner says it: "240 €".</summary>
    public string? Cost { get; set; }

    /// <summary>What it cost in hours.</summary>
    public double? Hours { get; set; }

    /// <summary>What came of it after a month, and after a year.</summary>
    public string? AfterMonth { get; set; }

    public string? AfterYear { get; set; }

    /// <summary>Today says nothing of it before this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    /// <summary>What the calendar it came from calls it; null when it was written by hand.</summary>
    public string? SourceKey { get; set; }

    /// <summary>What that calendar last said of when and where, as a fingerprint: what the owner changed since stays theirs.</summary>
    public string? SourceSaid { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>Somebody of the owner's who is expected at a gathering.</summary>
public sealed class Expected : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid GatheringId { get; set; }

    public required Guid PersonId { get; set; }

    /// <summary>The owner means to talk to them.</summary>
    public bool IsChosen { get; set; }

    /// <summary>What about.</summary>
    public string? About { get; set; }
}
