using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>A sign that two people know each other.</summary>
/// <param name="Strength">How well, by that alone, 0 to 1. A judgement of ours: only the order has support.</param>
/// <param name="Because">The sign, in words.</param>
public sealed record Clue(double Strength, Reason Because)
{
    private const double Kin = .8, AnyRelation = .5, Presented = .6, MostTogether = .6, MeetingsOfHalf = 3, MostColleagues = .4, MonthsOfHalf = 24, ColleaguesSometime = .15, PeopleWhoAllKnow = 10;

    private static readonly string[] Near = ["spouse", "partner", "wife", "husband", "parent", "mother", "father", "child", "son", "daughter", "sibling", "brother", "sister", "friend", "relative", "kin", "sweetheart", "co-resident"];

    /// <summary>One is noted on the card of the other.</summary>
    public static Clue Related(string of, string kind, string to) => new(Near.Contains(kind, StringComparer.OrdinalIgnoreCase) ? Kin : AnyRelation, new("Introductions.ClueRelated", of, Word(kind), to));

    /// <summary>A kind we know has a word in each language; another is the owner's own.</summary>
    private static Reason Word(string kind) => Speech.Knows($"People.Relation_{kind.ToLowerInvariant()}") ? new($"People.Relation_{kind.ToLowerInvariant()}") : new("People.Plain", kind);

    /// <summary>The owner met one through the other.</summary>
    public static Clue MetThrough(string who, string through) => new(Presented, new("Introductions.ClueMetThrough", who, through));

    /// <summary>They were in the same meetings, video talks or calls.</summary>
    public static Clue Together(int times, DateOnly last) => new(MostTogether * (1 - Math.Pow(2, -times / MeetingsOfHalf)), new("Introductions.ClueTogether", times, last));

    /// <summary>They were at one place at the same time. The more of the owner's people were there, the less it says of two of them.</summary>
    /// <param name="organization">Where.</param>
    /// <param name="months">For how long together; null when that is not known.</param>
    /// <param name="people">How many of the owner's people are or were there.</param>
    public static Clue Colleagues(string organization, int? months, int people)
    {
        var alone = months is { } known ? Math.Max(ColleaguesSometime / 2, MostColleagues * (1 - Math.Pow(2, -known / MonthsOfHalf))) : ColleaguesSometime;
        return new(alone * Math.Min(1, PeopleWhoAllKnow / people), months switch
        {
            null => new("Introductions.ClueColleagues", organization),
            < 12 => new("Introductions.ClueColleaguesMonths", organization, Math.Max(1, months.Value)),
            _ => new("Introductions.ClueColleaguesYears", organization, months.Value / 12),
        });
    }

    /// <summary>All signs together: as if each were a chance of its own.</summary>
    public static double Combined(IEnumerable<Clue> clues) => Math.Min(KnownPair.MostBySigns, 1 - clues.Aggregate(1.0, (left, clue) => left * (1 - clue.Strength)));
}
