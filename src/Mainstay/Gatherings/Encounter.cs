using Mainstay.Storage;

namespace Mainstay.Gatherings;

/// <summary>What is to become of an encounter.</summary>
public enum Triage { FollowUp = 0, Introduce = 1, Park = 2, Drop = 3 }

/// <summary>Whom I met at a gathering.</summary>
public sealed class Encounter : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid GatheringId { get; set; }

    public required Guid PersonId { get; set; }

    public DateOnly On { get; set; }

    /// <summary>The one thing to remember: "runs the new clinic in Porto".</summary>
    public string? About { get; set; }

    /// <summary>What I promised, and what they promised.</summary>
    public string? Promised { get; set; }

    public string? PromisedToMe { get; set; }

    /// <summary>The touch that was noted with it.</summary>
    public Guid? TouchId { get; set; }

    /// <summary>The person was noted with it too.</summary>
    public bool IsNew { get; set; }

    public Triage? Triage { get; set; }

    /// <summary>The day on which it is looked at again: twenty hours after it was noted.</summary>
    public DateOnly TriageOn { get; set; }

    /// <summary>The day by which the owner means to write: two days after, and never on a weekend; see <see cref="FollowUpTimes"/>.</summary>
    public DateOnly WriteBy { get; set; }

    public string? NextStep { get; set; }

    public DateOnly? WroteOn { get; set; }

    /// <summary>The second touch, a month later, was made or let be.</summary>
    public DateOnly? SecondOn { get; set; }

    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }
}
