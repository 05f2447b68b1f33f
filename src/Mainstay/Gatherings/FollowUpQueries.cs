using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>A message that the owner sends themselves.</summary>
public sealed record FollowUpDraft(string Text, string Subject, string? Mail);

public static class FollowUpQueries
{
    /// <summary>Encounters that wait for something on a day, the oldest first; not those the owner has followed up, wherever they noted that.</summary>
    public static async Task<IReadOnlyList<EncounterLine>> EncountersDue(this Store store, DateOnly today, CancellationToken stop)
    {
        var open = await store.Lines(store.Encounters.Where(m => m.TriageOn <= today && (m.Triage == null || (m.Triage == Triage.Introduce && m.WroteOn == null) || (m.Triage == Triage.FollowUp && m.SecondOn == null))), stop);
        return [.. open.Where(l => l.Encounter.StepOn(today) != EncounterStep.Nothing).OrderBy(l => l.Encounter.On).ThenBy(l => l.Encounter.Id)];
    }

    /// <summary>Gatherings that wait for something on a day.</summary>
    public static async Task<IReadOnlyList<(Gathering It, GatheringStep Step)>> GatheringsDue(this Store store, DateOnly today, CancellationToken stop)
    {
        var (met, tomorrow, longAgo) = (store.Encounters, today.AddDays(1), today.AddDays(-500));
        var near = await store.Gatherings.AsNoTracking().Where(g => g.FirstDay <= tomorrow && g.LastDay >= longAgo && (g.State == GatheringState.Going || g.State == GatheringState.Been))
            .Select(g => new { It = g, HasMet = met.Any(e => e.GatheringId == g.Id) }).ToListAsync(stop);
        return [.. near.Select(g => (g.It, g.It.StepOn(g.HasMet, today))).Where(g => g.Item2 != GatheringStep.Nothing).OrderBy(g => g.It.FirstDay)];
    }

    /// <summary>What the owner may write: the gathering, the one thing to remember, and one concrete next step.</summary>
    public static async Task<FollowUpDraft> DraftFor(this Store store, EncounterLine line, DateOnly today, CancellationToken stop)
    {
        var (called, mail) = await store.Reach(line.Encounter.PersonId, stop);
        int? daysSince = line.Encounter.WroteOn < today ? today.DayNumber - line.Encounter.On.DayNumber : null;
        return new(GatheringWords.Draft(line, called, await store.OwnersName(stop), daysSince), Words.Speech.Say("Gatherings.DraftSubject", line.At.Name), mail);
    }
}
