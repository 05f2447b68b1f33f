using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>Whom a person knows, as somebody notes it: one, or several at once.</summary>
public sealed record NewAcquaintances
{
    internal const int Most = 500;

    public required Guid PersonId { get; init; }

    public required IReadOnlyList<Guid> Others { get; init; }

    /// <summary>How well, 0 to 1; null when not said.</summary>
    public double? Strength { get; init; }

    public Problems Check() => new Problems()
        .When(Others.Count == 0, "others", "Introductions.WhomMissing")
        .When(Others.Count > Most, "others", "Introductions.TooMany", Most)
        .When(Others.Contains(PersonId), "others", "Introductions.Themselves")
        .When(Strength is not null and not (>= 0 and <= 1), "strength", "Introductions.OddStrength");
}
