using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using static Mainstay.Words.Texts;

namespace Mainstay.Gatherings;

/// <summary>What becomes of an encounter, and of a gathering.</summary>
public static class FollowUpActions
{
    private const int LongestWait = 365;

    /// <summary>Says what is to become of an encounter; said anew, the last word counts.</summary>
    public static Task<Encounter> SetTriage(this Store store, Guid id, Triage triage, CancellationToken stop) => store.Change(id, met =>
    {
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(triage), "triage", "Gatherings.NotATriage"));
        met.Triage = triage;
    }, stop);

    /// <summary>It is not said yet what is to become of it.</summary>
    public static Task<Encounter> UndoTriage(this Store store, Guid id, CancellationToken stop) => store.Change(id, met => met.Triage = null, stop);

    /// <summary>The one concrete thing that comes next.</summary>
    public static Task<Encounter> SayNextStep(this Store store, Guid id, string? step, CancellationToken stop) => store.Change(id, met =>
    {
        Mistaken.ThrowIf(new Problems().When(step?.Length > NewGathering.MostText, "step", "Gatherings.TooLong", NewGathering.MostText));
        met.NextStep = Filled(step);
    }, stop);

    /// <summary>The owner wrote to them: a touch is noted. The first time it is the follow-up, a month later the second touch; from then on their rhythm counts, if they have one.</summary>
    public static Task<Encounter> SayWrote(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        var met = await store.EncounterToChange(id, stop);
        if (met.WroteOn != today) await store.Follow([met], stop);
        if (met.WroteOn == today || met.SecondOn is not null) return met;
        if (met.WroteOn is null) (met.WroteOn, met.Triage) = (today, met.Triage is Triage.Introduce ? Triage.Introduce : Triage.FollowUp);
        else met.SecondOn = today;
        await store.SaveChangesAsync(stop);
        if (met.Triage == Triage.FollowUp) await store.Record(new() { People = [met.PersonId], On = today, Kind = TouchKind.Message, Direction = Direction.Out }, today, clock, stop);
        return met;
    }, stop);

    /// <summary>The owner wrote to them, and says how near they are meant to be: by that they have a rhythm.</summary>
    public static Task<Encounter> SayWrote(this Store store, Guid id, Layer layer, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        var met = await store.SayWrote(id, today, clock, stop);
        await store.SetLayer(met.PersonId, layer, stop);
        return met;
    }, stop);

    /// <summary>Says nothing of it until a day.</summary>
    public static Task<Encounter> QuietEncounter(this Store store, Guid id, DateOnly today, int days, CancellationToken stop) => store.Change(id, met => met.QuietUntil = today.AddDays(Math.Clamp(days, 1, LongestWait)), stop);

    /// <summary>Says nothing of the gathering until a day.</summary>
    public static Task<Gathering> QuietGathering(this Store store, Guid id, DateOnly today, int days, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.GatheringToChange(id, stop);
        it.QuietUntil = today.AddDays(Math.Clamp(days, 1, LongestWait));
        await store.SaveChangesAsync(stop);
        return it;
    }, stop);

    /// <summary>What came of a gathering after a month, or after a year; empty takes it away.</summary>
    public static Task<Gathering> SayCame(this Store store, Guid id, string? what, bool afterYear, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.GatheringToChange(id, stop);
        Mistaken.ThrowIf(new Problems().When(what?.Length > NewGathering.MostText, "came", "Gatherings.TooLong", NewGathering.MostText));
        if (afterYear) it.AfterYear = Filled(what);
        else it.AfterMonth = Filled(what);
        await store.SaveChangesAsync(stop);
        return it;
    }, stop);

    private static Task<Encounter> Change(this Store store, Guid id, Action<Encounter> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var met = await store.EncounterToChange(id, stop);
        change(met);
        await store.SaveChangesAsync(stop);
        return met;
    }, stop);
}
