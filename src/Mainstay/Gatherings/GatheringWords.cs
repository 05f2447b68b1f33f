using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>What is said of a gathering and an encounter.</summary>
internal static class GatheringWords
{
    public static Reason When(Gathering it, TimeZoneInfo zone) => When(NewGathering.Of(it, zone));

    /// <summary>"Monday, 4 May 2026, 18:00 to 20:00".</summary>
    public static Reason When(NewGathering it)
    {
        var (from, to) = (it.From, it.To);
        var several = it.LastDay > it.On && !(to is { } end && it.LastDay == it.On.AddDays(1) && end < from);
        if (several) return from is null ? new("Gatherings.WhenDays", it.On, it.LastDay) : new("Gatherings.WhenDaysAt", it.On, it.LastDay, from);
        return from is null ? new("Gatherings.WhenDay", it.On) : to is null ? new("Gatherings.WhenAt", it.On, from) : new("Gatherings.WhenFromTo", it.On, from, to);
    }

    /// <summary>Its days, in whichever zone.</summary>
    public static Reason Days(Gathering it) => it.LastDay > it.FirstDay ? new("Gatherings.WhenDays", it.FirstDay, it.LastDay) : new("Gatherings.WhenDay", it.FirstDay);

    public static Reason State(Gathering it, DateOnly today) => new($"Gatherings.State{it.State}{(it.State == GatheringState.Going && it.LastDay < today ? "Past" : "")}");

    /// <summary>A message to somebody the owner met: the gathering, the one thing to remember, one concrete next step.</summary>
    /// <param name="line">The encounter.</param>
    /// <param name="called">How they are addressed.</param>
    /// <param name="from">What the owner is called.</param>
    /// <param name="daysSince">How many days ago they met, when it is a second word; null when it is the first.</param>
    public static string Draft(EncounterLine line, string called, string? from, int? daysSince)
    {
        var (met, isSecond) = (line.Encounter, daysSince is not null);
        var text = new System.Text.StringBuilder(Speech.Say("Gatherings.DraftDear", called)).Append("\n\n").Append(daysSince is { } days ? Speech.Say("Gatherings.DraftAgain", line.At.Name, Telling.Ago(days)) : Speech.Say("Gatherings.DraftMet", line.At.Name));
        if (met.About is { } about && !isSecond) text.Append(' ').Append(Speech.Say("Gatherings.DraftAbout", about.TrimEnd('.')));
        text.Append("\n\n");
        if (met.Promised is { } promised && !isSecond) text.Append(Speech.Say("Gatherings.DraftPromised", promised.TrimEnd('.'))).Append(' ');
        text.Append(met.NextStep ?? Speech.Say("Gatherings.DraftNoStep")).Append('\n');
        return from is null ? text.ToString() : text.Append('\n').Append(from).Append('\n').ToString();
    }

    /// <summary>When and where.</summary>
    public static string Line(Gathering it, TimeZoneInfo zone) => Line(NewGathering.Of(it, zone));

    public static string Line(NewGathering it) => string.Join(" · ", ((string?[])[When(it).InWords(), it.Place]).OfType<string>());
}
