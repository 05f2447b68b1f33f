using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Reviews;

/// <summary>What is to become of a tie that is quiet. Nothing, unless the owner says otherwise.</summary>
public enum TieChoice
{
    Keep = 0,

    /// <summary>It is paused, without an end.</summary>
    Rest = 1,

    /// <summary>Nobody is due by it any more; the layer stays.</summary>
    NoRhythm = 2,

    Over = 3,
}

/// <summary>What the owner says of a need: that it is needed no more, or how important it is now. Neither, and it stays as it is.</summary>
public sealed record ReviewedNeed(Guid Id, bool Closed = false, int? Importance = null);

/// <summary>What the owner says of a tie.</summary>
public sealed record ReviewedTie(Guid Id, TieChoice Choice);

/// <summary>A review as somebody keeps it. What is not named stays as it is.</summary>
public sealed record NewReview
{
    public const int LongestNote = 5_000;

    /// <summary>More than that nobody looks through in one go.</summary>
    public const int MostChoices = 500;

    /// <summary>Null leaves the day's note as it is; an empty one takes it away.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<ReviewedNeed> Needs { get; init; } = [];

    public IReadOnlyList<ReviewedTie> Ties { get; init; } = [];

    public Problems Check() => new Problems()
        .When(Note?.Length > LongestNote, "note", "Reviews.LongNote", LongestNote)
        .When(Needs.Any(n => n.Importance is < Need.LeastImportance or > Need.MostImportance), "needs", "Needs.OddImportance", Need.LeastImportance, Need.MostImportance)
        .When(Needs.Count > MostChoices, "needs", "Reviews.TooManyChoices", MostChoices)
        .When(Ties.Any(t => !Enum.IsDefined(t.Choice)), "ties", "Reviews.NotAChoice")
        .When(Ties.Count > MostChoices, "ties", "Reviews.TooManyChoices", MostChoices);
}

/// <summary>A review that was kept.</summary>
/// <param name="Review">As it is now.</param>
/// <param name="PassedOver">Needs and people that were chosen and are not there any more.</param>
public sealed record KeptReview(Review Review, IReadOnlyList<Guid> PassedOver);
