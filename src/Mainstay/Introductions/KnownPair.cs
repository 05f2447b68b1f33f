using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>Two people who know each other: because the owner said so, or because there are signs.</summary>
/// <param name="FirstId">The one whose id is smaller.</param>
/// <param name="SecondId">The other.</param>
/// <param name="Strength">How well, 0 to 1.</param>
/// <param name="Said">What the owner said; null when there are only signs.</param>
/// <param name="Clues">The signs.</param>
public sealed record KnownPair(Guid FirstId, Guid SecondId, double Strength, Acquaintance? Said, IReadOnlyList<Clue> Clues)
{
    /// <summary>Signs alone never make it quite sure.</summary>
    public const double MostBySigns = .9;

    /// <summary>How well, when the owner said that they know each other and not how well.</summary>
    public const double Usual = .5;

    public bool IsSaid => Said is not null;

    public Guid Other(Guid person) => FirstId == person ? SecondId : FirstId;

    /// <summary>From what it is known, in words; the owner's word first.</summary>
    public IEnumerable<Reason> Evidence => (Said is null ? [] : (IEnumerable<Reason>)[Said.Strength is { } s ? new("Introductions.YouSaidHow", HowWell(s)) : new("Introductions.YouSaid")])
        .Concat(Clues.OrderByDescending(c => c.Strength).Select(c => c.Because));

    /// <summary>"well", "somewhat" or "by sight".</summary>
    public static Reason HowWell(double strength) => new(strength switch { >= .65 => "Introductions.Well", >= .35 => "Introductions.Somewhat", _ => "Introductions.BySight" });

    /// <summary>The key of two people, in whichever order.</summary>
    public static (Guid First, Guid Second) Key(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    /// <summary>What is known of two people; null when it is nothing, or the owner said that they do not know each other.</summary>
    public static KnownPair? Of((Guid First, Guid Second) key, Acquaintance? said, IReadOnlyList<Clue> clues)
    {
        if (said?.IsRefused == true || (said is null && clues.Count == 0)) return null;
        var seen = Clue.Combined(clues);
        return new(key.First, key.Second, said is null ? seen : said.Strength ?? Math.Max(Usual, seen), said, clues);
    }
}
