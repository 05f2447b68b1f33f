using Mainstay.Storage;

namespace Mainstay.Rounds;

/// <summary>A mentee and a mentor: offered to the mentor, and a pair once they accept. That somebody passed is told to nobody.</summary>
public sealed class RoundPair : IOwned
{
    public const int SilentDays = 21;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RoundId { get; init; }

    public Guid MenteeId { get; init; }

    public Guid MentorId { get; init; }

    public PairState State { get; set; }

    /// <summary>0 to 100.</summary>
    public double Score { get; init; }

    /// <summary>Which choice of the mentee's the mentor is.</summary>
    public int Rank { get; init; }

    /// <summary>Why, as <see cref="KeptReason"/> writes it.</summary>
    public required string Reasons { get; init; }

    public DateTime OfferedAt { get; init; }

    /// <summary>When the next is asked if nothing was answered.</summary>
    public DateTime DeadlineAt { get; init; }

    public DateTime? AcceptedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>What each says after the first meeting; only they see their own.</summary>
    public PairFit? MenteeFit { get; set; }

    public PairFit? MentorFit { get; set; }

    /// <summary>When either last said that they met, or anything else here.</summary>
    public DateOnly? LastSignOn { get; set; }

    public bool IsAlive => State is PairState.Offered or PairState.Accepted;

    /// <summary>For how many days nothing was heard of them; null while that is not long.</summary>
    public int? SilentOn(DateOnly today) => State == PairState.Accepted && LastSignOn is { } last && today.DayNumber - last.DayNumber is >= SilentDays and var days ? days : null;
}

public enum PairState { Offered = 0, Accepted = 1, Declined = 2, Lapsed = 3, Ended = 4 }

public enum PairFit { Good = 0, Deciding = 1, NotAFit = 2 }
