using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Merging;

/// <summary>What is compared of a person to see whether they are somebody else once more.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">As it is shown.</param>
public sealed record Compared(Guid Id, string Name)
{
    /// <summary>E-mail addresses, phone numbers and links in the one form in which they are compared, each with how it is written.</summary>
    public IReadOnlyDictionary<string, string> Contacts { get; init; } = new Dictionary<string, string>();

    /// <summary>Organizations they are or were in, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Organizations { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Month and day of their birthday, and the year where it is known.</summary>
    public (int? Year, int Month, int Day)? Birthday { get; init; }
}

/// <summary>Two people who may be one: how likely it is, and why.</summary>
/// <param name="FirstId">The one whose id is smaller.</param>
/// <param name="SecondId">The other.</param>
/// <param name="Score">0 to 1: an estimate, to sort by and never to act upon.</param>
/// <param name="Because">What speaks for it and what against it, in words.</param>
public sealed record LikelyPair(Guid FirstId, Guid SecondId, double Score, IReadOnlyList<Reason> Because);

/// <summary>Whether two people may be one and the same. Signs for it add up as independent chances do; signs against it take their share of what is left.</summary>
public static class Likeness
{
    /// <summary>Less than this is not worth a look.</summary>
    public const double Least = .3;

    private const double SameName = .6, SameWords = .5, NearName = .4, SharedMail = .8, SharedLink = .8, SharedPhone = .5, SameOrganization = .3, SameBirthday = .5;

    private const double OtherBirthday = .2, NothingInCommon = .35, MetTogether = .1;

    /// <summary>How likely, and why; null when it is not worth a look.</summary>
    /// <param name="one">A person.</param>
    /// <param name="other">Another one.</param>
    /// <param name="namesakes">How many in the network have the same name; the more, the less it says.</param>
    /// <param name="metTogether">Both were part of one touch, as two.</param>
    public static LikelyPair? Of(Compared one, Compared other, int namesakes, bool metTogether)
    {
        if (one.Id.CompareTo(other.Id) > 0) (one, other) = (other, one);
        var (left, because) = (1.0, new List<Reason>());
        var names = Names(one.Name, other.Name);
        if (names is not null) For(names == NameSign.Same ? SameName / Math.Max(1, namesakes / 2.0) : names == NameSign.Words ? SameWords : NearName, new($"Merging.Name_{names}", one.Name, other.Name));
        var shared = one.Contacts.Where(c => other.Contacts.ContainsKey(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        foreach (var (key, written) in shared)
            For(key[0] switch { 'm' => SharedMail, 'l' => SharedLink, _ => SharedPhone }, new(key[0] switch { 'm' => "Merging.SharedMail", 'l' => "Merging.SharedLink", _ => "Merging.SharedPhone" }, written));
        if (left == 1) return null;
        foreach (var organization in one.Organizations.Where(o => other.Organizations.ContainsKey(o.Key)).Select(o => o.Value).Order(StringComparer.Ordinal).Take(2)) For(SameOrganization, new("Merging.SameOrganization", organization));
        var score = 1.0;
        if (one.Birthday is { } a && other.Birthday is { } b)
        {
            if ((a.Month, a.Day) == (b.Month, b.Day) && (a.Year is null || b.Year is null || a.Year == b.Year)) For(SameBirthday, new("Merging.SameBirthday"));
            else Against(OtherBirthday, new("Merging.OtherBirthday"));
        }
        if (names is null && Words(one.Name) is { Count: > 0 } first && Words(other.Name) is { Count: > 0 } second && !first.Overlaps(second)) Against(NothingInCommon, new("Merging.OtherName"));
        if (metTogether) Against(MetTogether, new("Merging.MetTogether"));
        score *= 1 - left;
        return score < Least ? null : new(one.Id, other.Id, score, because);

        void For(double chance, Reason reason)
        {
            left *= 1 - chance;
            because.Add(reason);
        }

        void Against(double share, Reason reason)
        {
            score *= share;
            because.Add(reason);
        }
    }

    /// <summary>"very likely", "likely" or "perhaps".</summary>
    public static string Said(double score) => score switch { >= .8 => "Merging.VeryLikely", >= .5 => "Merging.Likely", _ => "Merging.Perhaps" };

    /// <summary>The same words in any order: by this, people are brought beside each other.</summary>
    public static string Key(string name) => string.Join(' ', Words(name).Order(StringComparer.Ordinal));

    /// <summary>What two names have in common; null when it is too little.</summary>
    internal static NameSign? Names(string one, string other)
    {
        var (a, b) = (Ordered(one), Ordered(other));
        if (a.Count == 0 || b.Count == 0) return null;
        if (Key(one) == Key(other)) return NameSign.Same;
        if (a.Count < 2 || b.Count < 2) return null;
        var (firstFits, lastFits) = (a[0] == b[0], a[^1] == b[^1]);
        if (firstFits && lastFits) return NameSign.Words;
        if (lastFits && (IsShort(a[0], b[0]) || Near(a[0], b[0]))) return NameSign.Near;
        return firstFits && Near(a[^1], b[^1]) ? NameSign.Near : null;
    }

    /// <summary>The words of a name; none where an address or a number stands for it.</summary>
    internal static HashSet<string> Words(string name) => [.. Ordered(name)];

    internal static List<string> Ordered(string name) =>
        name.Contains('@', StringComparison.Ordinal) || !name.Any(char.IsLetter) ? [] : [.. Folding.Fold(name.Contains(',', StringComparison.Ordinal) ? Turned(name) : name).Split([' ', '-', '.', ',', '\'', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>"Hopper, Grace" is Grace Hopper.</summary>
    private static string Turned(string name) => name.Split(',', 2) is [var family, var given] ? $"{given} {family}" : name;

    /// <summary>An initial, or a name and its short form. Paul and Paula are two names.</summary>
    private static bool IsShort(string one, string other) => Begins(one, other) && (Math.Min(one.Length, other.Length) <= 2 || Math.Abs(one.Length - other.Length) >= 3);

    private static bool Begins(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    /// <summary>A mistyped letter, in a longer word two; not one more at the end, by which Martin and Martina differ, or Schmid and Schmidt.</summary>
    private static bool Near(string one, string other) => !Begins(one, other) && Math.Min(one.Length, other.Length) is var shorter && shorter >= 4 && EditDistance.Within(one, other, shorter >= 8 ? 2 : 1) is not null;
}

/// <summary>What two names have in common.</summary>
public enum NameSign
{
    /// <summary>The same words.</summary>
    Same,

    /// <summary>The same first and last word.</summary>
    Words,

    /// <summary>One of them shortened or mistyped.</summary>
    Near,
}
