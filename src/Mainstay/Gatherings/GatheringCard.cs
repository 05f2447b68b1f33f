using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Gatherings;

/// <summary>Today: prepare for tomorrow, note whom you met, and what came of it after a month and after a year.</summary>
public sealed class GatheringCard : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(Gathering)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) => [.. (await store.GatheringsDue(today, stop)).Select(g => Card(g.It, g.Step, today))];

    private static TodayItem Card(Gathering it, GatheringStep step, DateOnly today) => new()
    {
        Kind = "gathering",
        Subject = it.Id,
        Sentence = new($"Gatherings.Card{step}", it.Name),
        Reasons = [new(it.FirstDay >= today ? "Gatherings.ItIsOn" : "Gatherings.ItWasOn", it.FirstDay)],
        Action = new($"Gatherings.Do{step}"),
        ActionHref = step switch { GatheringStep.Prepare => $"/gatherings/{it.Id}/sheet", GatheringStep.Capture => $"/gatherings/{it.Id}/capture", _ => $"/gatherings/{it.Id}#came" },
        LaterHref = $"/gatherings/{it.Id}/later",
        Priority = step switch { GatheringStep.Prepare => 6.5, GatheringStep.Capture => 6.8, _ => 3.1 },
    };
}

/// <summary>Today: what is to become of those the owner met, whom to write to, and the second touch.</summary>
public sealed class EncounterCard : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(Encounter)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var due = await store.EncountersDue(today, stop);
        var triage = due.Where(l => l.Encounter.StepOn(today) == EncounterStep.Triage).GroupBy(l => l.At.Id).Select(g => Triage([.. g]));
        return [.. triage, .. due.Where(l => l.Encounter.StepOn(today) != EncounterStep.Triage).Select(l => Card(l, l.Encounter.StepOn(today), today))];
    }

    private static TodayItem Triage(IReadOnlyList<EncounterLine> lines) => new()
    {
        Kind = "encounter",
        Subject = lines[0].At.Id,
        Sentence = new("Gatherings.CardTriage", lines[0].At.Name, lines.Count),
        Reasons = [new("Gatherings.YouMetThem", lines.Select(l => l.Name))],
        Action = new("Gatherings.DoTriage"),
        ActionHref = $"/gatherings/{lines[0].At.Id}/triage",
        Priority = 6.6,
    };

    private static TodayItem Card(EncounterLine line, EncounterStep step, DateOnly today)
    {
        var late = today.DayNumber - line.Encounter.WriteBy.DayNumber;
        return new()
        {
            Kind = "encounter",
            Subject = line.Encounter.Id,
            PersonId = line.Encounter.PersonId,
            PersonName = line.Name,
            Sentence = new($"Gatherings.Card{step}", line.Name, line.At.Name),
            Reasons = line.Encounter.About is { } about ? [new("Gatherings.YouMetAbout", line.Encounter.On, about)] : [new("Gatherings.YouMetOn", line.Encounter.On)],
            Action = new($"Gatherings.Do{step}"),
            ActionHref = step == EncounterStep.Introduce ? $"/introductions/new?two=on&to={line.Encounter.PersonId}" : $"/encounters/{line.Encounter.Id}",
            LaterHref = $"/encounters/{line.Encounter.Id}/later",
            IsReachingOut = step is EncounterStep.Write or EncounterStep.Second,
            Priority = step switch { EncounterStep.Write => 6.2 + Math.Min(late, 7) * .05, EncounterStep.Introduce => 4.6, _ => 4.3 },
        };
    }
}
