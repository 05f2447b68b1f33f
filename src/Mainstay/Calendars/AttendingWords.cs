using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>What is said of the rhythm of going to gatherings.</summary>
internal static class AttendingWords
{
    /// <summary>What the owner meant, and how many it were: facts, and no judgement.</summary>
    public static Reason Sentence(Attending it)
    {
        var (meant, now) = (new Reason($"Calendars.In{it.Plan.Per}"), new Reason($"Calendars.This{it.Plan.Per}"));
        var count = (it.Been, it.Going) switch
        {
            (0, 0) => null,
            (_, 0) => new Reason("Calendars.RhythmBeen", it.Been),
            (0, _) => new Reason("Calendars.RhythmGoing", it.Going),
            _ => new Reason("Calendars.RhythmBoth", it.Been, it.Going),
        };
        return count is null ? new("Calendars.RhythmNone", it.Plan.HowMany, meant, now) : new("Calendars.RhythmSome", it.Plan.HowMany, meant, now, count);
    }

    /// <summary>What else is good to know of it.</summary>
    public static IEnumerable<Reason> More(Attending it)
    {
        foreach (var one in it.Unsaid) yield return new("Calendars.RhythmUnsaid", one.Name, one.FirstDay);
        if (it.Plan.QuietUntil > it.Today) yield return new("Calendars.RhythmQuiet", it.Plan.QuietUntil);
        if (it.Plan.Places is { } places) yield return new("Calendars.RhythmPlaces", places);
    }

    /// <summary>The periods to choose from.</summary>
    public static IEnumerable<(string, string)> Periods => Enum.GetValues<AttendingPer>().Select(p => (p.ToString(), Speech.Say($"Calendars.Per{p}")));
}
