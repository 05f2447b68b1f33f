using Mainstay.Storage;

namespace Mainstay.Capture;

/// <summary>What became of a jotting.</summary>
public enum JottingState { Waiting = 0, Kept = 1, Dropped = 2 }

/// <summary>What the owner jotted down without a network, as it arrived later: a line, or whom they met at a gathering. Once it is settled only its key is left, so that the same never counts twice.</summary>
public sealed class Jotting : IOwned
{
    public Guid SpaceId { get; set; }

    /// <summary>Given by the device on which it was jotted down.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it was jotted down, by the clock of that device; never later than it arrived.</summary>
    public DateTime At { get; init; }

    public DateTime ArrivedAt { get; init; }

    public JottingState State { get; set; }

    public string? Line { get; set; }

    /// <summary>Where somebody was met. It may be gone meanwhile.</summary>
    public Guid? GatheringId { get; set; }

    public string? Who { get; set; }

    public string? About { get; set; }

    public string? Promised { get; set; }

    public string? PromisedToMe { get; set; }

    /// <summary>How the reading of the line was changed before the network was gone: its form, as it was to be sent.</summary>
    public string? Changes { get; set; }

    public bool IsMet => Who is not null;

    /// <summary>Nothing of what was written stays.</summary>
    public void Settle(JottingState state)
    {
        State = state;
        (GatheringId, Line, Who, About, Promised, PromisedToMe, Changes) = (null, null, null, null, null, null, null);
    }
}
