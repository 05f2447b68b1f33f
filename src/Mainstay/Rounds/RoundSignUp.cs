using Mainstay.Storage;

namespace Mainstay.Rounds;

/// <summary>A member takes part in a round. Whoever withdraws has no row any more.</summary>
public sealed class RoundSignUp : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RoundId { get; init; }

    public Guid MemberId { get; init; }

    public RoundSide Side { get; set; }

    /// <summary>How many mentees they take.</summary>
    public int Places { get; set; }

    /// <summary>What they would like help with, one a line.</summary>
    public string? Wants { get; set; }

    /// <summary>What they can help with, one a line.</summary>
    public string? Offers { get; set; }

    /// <summary>Ids of those with whom they will not be brought together, one a line. Nobody else reads it.</summary>
    public string? Avoid { get; set; }

    /// <summary>Ids of those they would like, the dearest first, one a line.</summary>
    public string? Prefers { get; set; }

    /// <summary>When they have time, one a line.</summary>
    public string? Times { get; set; }

    public string? Organization { get; set; }

    /// <summary>Never with anybody of their own organisation.</summary>
    public bool AvoidsColleagues { get; set; }

    public string? Note { get; set; }

    /// <summary>They sit out until they say otherwise.</summary>
    public bool IsPaused { get; set; }

    public DateTime At { get; init; }

    public IReadOnlyList<Guid> Avoided => Ids(Avoid);

    public IReadOnlyList<Guid> Preferred => Ids(Prefers);

    public bool Seeks => Side is RoundSide.Mentee or RoundSide.Both;

    public bool Helps => Side is RoundSide.Mentor or RoundSide.Both;

    private static IReadOnlyList<Guid> Ids(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Guid.TryParse(line, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}

/// <summary>On which side of a mentoring round somebody is; other rounds have no sides.</summary>
public enum RoundSide { None = 0, Mentee = 1, Mentor = 2, Both = 3 }
