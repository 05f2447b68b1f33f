using System.Globalization;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>What became of a jotting that was looked at: by what it is taken back, or whom the owner met.</summary>
public sealed record Settled(KeptLine? Kept, Encounter? Met);

/// <summary>What the owner says of a jotting.</summary>
/// <param name="Line">The line as it is better said; null as it was jotted down.</param>
/// <param name="Who">Who is meant by names.</param>
/// <param name="Culture">The language of the network.</param>
/// <param name="Today">The owner's day.</param>
/// <param name="Clock">What time it is.</param>
public sealed record SaidOfJotting(string? Line, IReadOnlyList<WhoChosen> Who, CultureInfo Culture, DateOnly Today, TimeProvider Clock);

/// <summary>How a jotting that waits is read.</summary>
/// <param name="Reading">What would be kept of it.</param>
/// <param name="IsChanged">It was changed before the network was gone, and would be kept so.</param>
/// <param name="WhyNot">Why what was changed cannot be kept so.</param>
public sealed record ReadJotting(Reading Reading, bool IsChanged, IReadOnlyList<Reason> WhyNot);

/// <summary>Settles what waits, as every door does it.</summary>
public static class SettlingActions
{
    /// <summary>What a jotting is read as: its own line, or one made of what was noted of somebody where the gathering is gone.</summary>
    public static string LineOf(this JottingLine line) => line.Jotting.Line ?? string.Join(". ", new[]
    {
        new Reason("Capture.MetLine", line.Jotting.Who!).InWords(),
        line.Jotting.About,
        line.Jotting.Promised is { } mine ? new Reason("Capture.PromisedLine", mine, line.Jotting.Who!).InWords() : null,
        line.Jotting.PromisedToMe is { } theirs ? new Reason("Capture.TheirsLine", theirs, line.Jotting.Who!).InWords() : null,
    }.Where(part => part is not null));

    /// <summary>What a jotting is read as now: its line as it was changed before the network was gone, if it was.</summary>
    public static string LineNow(this JottingLine line) => line.ChangesOf()?.Filled("line") ?? line.LineOf();

    /// <summary>The reading of a jotting's line, or of what it became, on the day on which it was jotted down; as it was changed before the network was gone, unless the line is better said now.</summary>
    public static async Task<Reading> Read(this Store store, JottingLine line, string? said, DateOnly today, CultureInfo culture, CancellationToken stop, NamesKnown? names = null)
    {
        var (changes, day) = (said is null ? line.ChangesOf() : null, await store.ReadingDay(line, today, stop));
        var reading = await store.ReadLine(said ?? line.LineNow(), day, culture, stop, names);
        return changes is null || reading.Problems.Any ? reading : await store.AsChanged(reading, changes, stop);
    }

    /// <summary>How a jotting would be kept now; where what was changed cannot be kept, how its line is read, and why.</summary>
    public static async Task<ReadJotting> HowRead(this Store store, JottingLine line, DateOnly today, CultureInfo culture, CancellationToken stop, NamesKnown? names = null)
    {
        if (line.ChangesOf() is null) return new(await store.Read(line, null, today, culture, stop, names), false, []);
        IReadOnlyList<Reason> why;
        try
        {
            var reading = await store.Read(line, null, today, culture, stop, names);
            why = [.. reading.Check().Where(p => p.Field != "who").Select(p => p.Sentence)]; // who is meant by a name may still be said when it is kept
            if (why.Count == 0) return new(reading, true, []);
        }
        catch (Refusal refusal) when (refusal is Mistaken or NotFound or Conflict)
        {
            why = refusal is Mistaken { Problems: var problems } ? [.. problems.Select(p => p.Sentence)] : [refusal.Reason];
        }
        return new(await store.Read(line, line.LineOf(), today, culture, stop, names), false, why);
    }

    /// <summary>What waits, for programs, with how it is read.</summary>
    internal static async Task<List<JottedAnswer>> JottedAnswers(this Store store, IEnumerable<JottingLine> lines, DateOnly today, CultureInfo culture, CancellationToken stop)
    {
        var (answers, names) = (new List<JottedAnswer>(), (NamesKnown?)null);
        foreach (var line in lines)
        {
            if (!line.IsMet) names ??= await store.EverybodysNames(stop);
            answers.Add(JottedAnswer.Of(line, line.IsMet ? null : await store.HowRead(line, today, culture, stop, names)));
        }
        return answers;
    }

    /// <summary>Keeps a jotting with what the owner says of its names; as its reading was changed before the network was gone, if it was.</summary>
    public static async Task<Settled> Settle(this Store store, JottingLine line, SaidOfJotting said, CancellationToken stop)
    {
        if (line.IsMet) return new(null, await store.MeetJotted(line.Jotting.Id, await store.Meeting(line, said, stop), said.Today, said.Clock, stop));
        var reading = await store.Read(line, said.Line, said.Today, said.Culture, stop);
        var chosen = reading.With(said.Who);
        Mistaken.ThrowIf(chosen.Problems);
        return new(await store.KeepJotted(line.Jotting.Id, chosen, said.Today, said.Clock, stop), null);
    }

    private static async Task<IReadOnlyList<PersonLine>> Near(this Store store, string? who, CancellationToken stop) => await store.ToldApart((await store.MeantBy(who, stop))?.People ?? [], stop);

    /// <summary>Who may be meant by whom the owner met, told apart; nobody when it is clear.</summary>
    internal static async Task<IReadOnlyList<PersonLine>> MayBeMet(this Store store, JottingLine line, DateOnly today, CancellationToken stop) =>
        await store.SurelyMet(line.Jotting, null, today, stop) is not null ? [] : await store.Near(line.Jotting.Who, stop);

    /// <summary>Whom the owner met: the one they chose, the only one who can be meant, or somebody new when nobody comes near.</summary>
    private static async Task<NewEncounter> Meeting(this Store store, JottingLine line, SaidOfJotting said, CancellationToken stop)
    {
        var (jotting, day) = (line.Jotting, await store.DayOf(line.Jotting, said.Today, stop));
        Mistaken.ThrowIf(said.Who.Where(w => !Choosing.IsOf(w.Typed, jotting.Who!)).Aggregate(new Problems(), (all, w) => all.When(true, "who", "Capture.NotInLineBut", w.Typed, jotting.Who!)));
        if (said.Who is [var chosen, ..]) return jotting.ToEncounter(line.At!, chosen.Id, day, said.Today);
        if (await store.SurelyMet(jotting, null, said.Today, stop) is { } sure) return sure;
        var near = await store.Near(jotting.Who, stop);
        Mistaken.ThrowIf(new Problems().When(near.Count > 0, "who", "Capture.SayWho", jotting.Who!, near.Select(p => p.Name)));
        return jotting.ToEncounter(line.At!, null, day, said.Today);
    }
}
