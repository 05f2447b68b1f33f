using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Pulse;

/// <summary>What there is to see of the pulse.</summary>
/// <param name="All">Every day's, the latest first.</param>
/// <param name="Trends">One for each part.</param>
/// <param name="Weeks">What happened beside, week by week.</param>
/// <param name="Plan">How often it is asked; null when nothing was chosen.</param>
public sealed record PulseView(IReadOnlyList<DayPulse> All, IReadOnlyList<PulseTrend> Trends, IReadOnlyList<PulseWeek> Weeks, PulsePlan? Plan);

public static class PulseQueries
{
    /// <summary>Trends and weeks look back over so many; what is older is only listed.</summary>
    public const int MostDrawn = 60, MostWeeks = 53;

    public static async Task<PulseView> PulseView(this Store store, DateOnly today, CancellationToken stop)
    {
        var all = await store.AllPulses(stop);
        return new(all, Trends(all, today), await store.PulseWeeks(all, today, stop), await store.PulsePlan(stop));
    }

    /// <summary>The latest first.</summary>
    public static Task<List<DayPulse>> AllPulses(this Store store, CancellationToken stop) => store.DayPulses.AsNoTracking().OrderByDescending(p => p.On).ToListAsync(stop);

    public static async Task<DayPulse> PulseOf(this Store store, Guid id, CancellationToken stop) =>
        await store.DayPulses.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFound("Pulse.NotThere");

    public static Task<DayPulse?> PulseOn(this Store store, DateOnly day, CancellationToken stop) => store.DayPulses.AsNoTracking().FirstOrDefaultAsync(p => p.On == day, stop);

    public static Task<PulsePlan?> PulsePlan(this Store store, CancellationToken stop) => store.PulsePlans.AsNoTracking().FirstOrDefaultAsync(stop);

    public static Task<DateOnly?> LastPulseOn(this Store store, CancellationToken stop) => store.DayPulses.MaxAsync(p => (DateOnly?)p.On, stop);

    public static async Task<IReadOnlyList<PulseTrend>> PulseTrends(this Store store, DateOnly today, CancellationToken stop) => Trends(await store.AllPulses(stop), today);

    private static IReadOnlyList<PulseTrend> Trends(IReadOnlyList<DayPulse> all, DateOnly today) =>
        [.. Enum.GetValues<PulsePart>().Select(part => PulseTrend.Of(part, Drawn(all, today)))];

    private static IEnumerable<DayPulse> Drawn(IReadOnlyList<DayPulse> all, DateOnly today) => all.Where(p => p.On > today.AddDays(-7 * MostWeeks)).Take(MostDrawn);

    /// <summary>The weeks from the first pulse that is drawn until now.</summary>
    private static async Task<IReadOnlyList<PulseWeek>> PulseWeeks(this Store store, IReadOnlyList<DayPulse> all, DateOnly today, CancellationToken stop)
    {
        if (Drawn(all, today).LastOrDefault() is not { } first) return [];
        var (from, people) = (TimeBudget.WeekOf(first.On), store.People);
        var touches = Weekly(await store.TouchesByDay(from, today, stop));
        var helped = Weekly(await store.Favours.Where(f => f.Way == Way.Received && f.On >= from && f.On <= today && people.Any(p => p.Id == f.PersonId)).GroupBy(f => f.On).ToDictionaryAsync(g => g.Key, g => g.Count(), stop));
        var weeks = new List<PulseWeek>();
        for (var week = from; week <= today; week = week.AddDays(7)) weeks.Add(new(week, touches.GetValueOrDefault(week), helped.GetValueOrDefault(week)));
        return weeks;
    }

    private static Dictionary<DateOnly, int> Weekly(IReadOnlyDictionary<DateOnly, int> days) => days.GroupBy(d => TimeBudget.WeekOf(d.Key)).ToDictionary(g => g.Key, g => g.Sum(d => d.Value));
}
