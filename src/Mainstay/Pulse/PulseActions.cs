using System.Text.Json;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Pulse;

/// <summary>A pulse that was kept.</summary>
/// <param name="Pulse">As it is now.</param>
/// <param name="Change">By what it is taken back when the day had one before.</param>
public sealed record KeptPulse(DayPulse Pulse, Guid? Change);

/// <summary>Pulses are kept, changed and removed, and the owner says how often to be asked.</summary>
public static class PulseActions
{
    private const string Kind = "changedPulse";

    /// <summary>Keeps how it goes. Done twice for a day, the second changes the first.</summary>
    public static Task<KeptPulse> KeepPulse(this Store store, NewPulse pulse, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(pulse.Check(today));
        var (on, now) = (pulse.On ?? today, clock.GetUtcNow().UtcDateTime);
        var row = await store.DayPulses.FirstOrDefaultAsync(p => p.On == on, stop);
        var before = row is null ? null : Written(row);
        row ??= store.Add(new DayPulse { On = on, CreatedAt = now }).Entity;
        (row.Confidence, row.Energy, row.Supported) = (pulse.Confidence, pulse.Energy, pulse.Supported);
        if (pulse.Note is { } note) row.Note = Filled(note);
        await store.SaveChangesAsync(stop);
        return new KeptPulse(row, before is null || before == Written(row) ? null : await store.KeepFormer(new() { Kind = Kind, Before = before, After = Written(row), At = now }, stop));
    }, stop);

    /// <summary>The answer is by what it is taken back.</summary>
    public static Task<Guid> RemovePulse(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
        await store.LetGo(new(await store.DayPulses.FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFound("Pulse.NotThere")), clock, stop), stop);

    /// <summary>How often Today is to ask, from the next such day on; a pause is over by that, unless another is said.</summary>
    public static Task<PulsePlan> SetPulsePlan(this Store store, PulseWishes wishes, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(wishes.Check(today));
        if (wishes is { Every: PulseEvery.Never, QuietUntil: not null }) throw new CannotBeDone("Pulse.ChooseFirst");
        var plan = await store.PulsePlans.FirstOrDefaultAsync(stop) ?? store.Add(new PulsePlan()).Entity;
        if (plan.Every != wishes.Every || plan.Weekday != wishes.Weekday) plan.From = PulsePlan.First(wishes.Every, wishes.Weekday, today);
        (plan.Every, plan.Weekday, plan.QuietUntil) = (wishes.Every, wishes.Weekday, wishes.QuietUntil);
        await store.SaveChangesAsync(stop);
        return plan;
    }, stop);

    /// <summary>Today is not to ask until then; null ends the pause.</summary>
    public static Task<PulsePlan> PausePulse(this Store store, DateOnly? until, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
        await store.SetPulsePlan(PulseWishes.Of(await store.PulsePlan(stop)) with { QuietUntil = until }, today, stop), stop);

    private static string Written(DayPulse row) => JsonSerializer.Serialize(row, Json.OneLine);

    /// <summary>Makes a day's pulse again what it was.</summary>
    internal sealed class BackAgain : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var before = JsonSerializer.Deserialize<DayPulse>(former.Before, Json.OneLine)!;
            var row = await store.DayPulses.FirstOrDefaultAsync(p => p.Id == before.Id, stop) ?? throw new NotFound("Pulse.NotThere");
            var now = Written(row);
            if (now == former.Before) return;
            if (now != former.After) throw new Conflict("People.ChangedSince");
            store.Entry(row).CurrentValues.SetValues(before);
            await store.SaveChangesAsync(stop);
        }
    }

    /// <summary>Brings back a pulse that was removed, unless its day has another by now.</summary>
    internal sealed class Back : RemovalActions.Back<DayPulse>
    {
        protected override async Task MayReturn(Store store, DayPulse row, TimeProvider clock, CancellationToken stop)
        {
            if (await store.DayPulses.AnyAsync(p => p.On == row.On, stop)) throw new Conflict("Pulse.KeptAgain", row.On);
        }
    }
}
