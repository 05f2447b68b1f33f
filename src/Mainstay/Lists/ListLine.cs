using Mainstay.Rhythm;

namespace Mainstay.Lists;

/// <summary>What lists must know of a person to narrow, count and sort: little enough that ten thousand are read at once.</summary>
public sealed record ListLine
{
    public required Guid Id { get; init; }

    public required string SortKey { get; init; }

    public required DateTime AddedAt { get; init; }

    public Layer Layer { get; init; }

    /// <summary>The owner said that it is over.</summary>
    public bool IsOver { get; init; }

    public bool IsPaused { get; init; }

    public DateOnly? PausedUntil { get; init; }

    public DateOnly? LastTouchOn { get; init; }

    /// <summary>In days, before it is stretched to the owner's time; null when there is none.</summary>
    public int? Cadence { get; init; }

    /// <summary>The day from which the cadence counts while there was no touch.</summary>
    public DateOnly Since { get; init; }

    public double Strength { get; init; }

    /// <summary>The day on which the tie was so strong; another day it is weighed anew.</summary>
    public DateOnly StrengthOn { get; init; }

    public IReadOnlyList<ListWord> Words { get; init; } = [];

    public bool RestsOn(DateOnly day) => IsOver || (IsPaused && (PausedUntil is null || PausedUntil > day));

    public DateOnly? DueOn(Stretch stretch) => Cadence is { } days ? (LastTouchOn ?? Since).AddDays((int)Math.Round(days * stretch.For(Layer))) : null;
}

/// <summary>One of the owner's words on a person: a role, a topic, a label, an organization, a place, a language.</summary>
/// <param name="Facet">What kind of word.</param>
/// <param name="Normal">Folded; what makes two spellings the same.</param>
/// <param name="Name">As it is written.</param>
/// <param name="Since">The first day on which a role is held.</param>
/// <param name="Until">The last day on which it is held.</param>
public sealed record ListWord(Facet Facet, string Normal, string Name, DateOnly? Since = null, DateOnly? Until = null)
{
    /// <summary>Its place among the words of the block it was read from.</summary>
    internal int At { get; init; }

    public bool CountsOn(DateOnly day) => !(Since > day) && !(Until < day);

    /// <summary>Where it was read from does not make it another word.</summary>
    public bool Equals(ListWord? other) => other is not null && (Facet, Normal, Name, Since, Until) == (other.Facet, other.Normal, other.Name, other.Since, other.Until);

    public override int GetHashCode() => HashCode.Combine(Facet, Normal, Name, Since, Until);
}
