using Mainstay.Storage;

namespace Mainstay.Exchange;

/// <summary>A later room's row by which somebody is asked for something: it weighs on them as an ask does, and what they did with it counts.</summary>
/// <typeparam name="TRow">The row itself.</typeparam>
internal interface IFurtherAsk<TRow> : IOwned where TRow : class, IFurtherAsk<TRow>
{
    /// <summary>The key of the sentence that says of how many asks it was one of these.</summary>
    static abstract string Among { get; }

    /// <summary>Those of these rows that were sent and not taken back, told so that the database understands it.</summary>
    static abstract IQueryable<FurtherAsk> Sent(IQueryable<TRow> rows);
}

/// <summary>As much of a later room's ask as weighs, and as much of its answer as the owner may know.</summary>
internal sealed record FurtherAsk
{
    /// <summary>Who was asked.</summary>
    public required Guid PersonId { get; init; }

    public required DateOnly SentOn { get; init; }

    /// <summary>The last day on which an answer helps. Whoever has not said yes by then did not; whether they said no is not told.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>When they said yes; null when they did not.</summary>
    public DateOnly? YesOn { get; init; }

    /// <summary>What the letters by which they were asked are about, if they were sent from here: an ask of which none reached anybody is none.</summary>
    public Guid? Letters { get; init; }

    /// <summary>Why those letters were sent: the key of a few words.</summary>
    public string? Cause { get; init; }

    /// <summary>It ended for another reason while an answer would still have helped: it weighs, and tells nothing of what they do when they are asked.</summary>
    public bool IsCutShort { get; init; }
}
