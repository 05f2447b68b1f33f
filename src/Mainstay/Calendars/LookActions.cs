using Mainstay.Accounts;
using Mainstay.Jobs;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

/// <summary>Looking at calendars: whoever looks holds the calendar meanwhile, so that two never look at the same; what was fetched is kept at once or not at all.</summary>
public static class LookActions
{
    /// <summary>Looks at a calendar now.</summary>
    /// <exception cref="Conflict">Somebody else is at it, or it was changed meanwhile.</exception>
    internal static async Task<SubscribedCalendar> Look(this Store store, Guid id, Looking with, CancellationToken stop)
    {
        var calendar = await store.CalendarOf(id, stop);
        if (await store.Hold(calendar, with.Now, stop) is not { } held) throw new Conflict("Calendars.BeingLookedAt");
        return await store.Look(calendar, held, with, stop) ?? throw new Conflict("Calendars.ChangedMeanwhile");
    }

    /// <summary>Looks at those whose time has come, one after the other, and says when the next one is due.</summary>
    internal static async Task<DateTime?> LookAtThoseDue(this Store store, Looking with, CancellationToken stop)
    {
        var began = with.Now;
        foreach (var calendar in (await store.CalendarsHere(stop)).Where(c => LookTimes.IsDue(c.NextAt, began)).OrderBy(c => c.NextAt))
        {
            if (with.Now - began > LookTimes.Hold) return with.Now; // the turn ends; the others come with the next
            if (await store.Hold(calendar, with.Now, stop) is { } held) await store.Look(calendar, held, with, stop);
        }
        return (await store.CalendarsHere(stop)).Min(c => (DateTime?)(c.HeldUntil > c.NextAt ? c.HeldUntil : c.NextAt));
    }

    /// <summary>Has those looked at whose time has come, if there are calendars.</summary>
    internal static async Task WakeCalendars(this Store store, DateTime now, CancellationToken stop)
    {
        if (await store.SubscribedCalendars.AnyAsync(stop)) await store.Wake(CalendarsJob.Look, now, stop);
    }

    private static async Task<SubscribedCalendar?> Look(this Store store, SubscribedCalendar calendar, DateTime held, Looking with, CancellationToken stop)
    {
        try
        {
            return await store.KeepReading(calendar, held, await with.Source.Read(calendar, with.Owner, with.Clock, stop), with, stop);
        }
        catch (OperationCanceledException)
        {
            await store.SubscribedCalendars.Where(c => c.Id == calendar.Id && c.HeldUntil == held).ExecuteUpdateAsync(set => set.SetProperty(c => c.HeldUntil, (DateTime?)null), CancellationToken.None);
            throw;
        }
    }

    /// <summary>Until when it is held; null when somebody else holds it.</summary>
    private static async Task<DateTime?> Hold(this Store store, SubscribedCalendar calendar, DateTime now, CancellationToken stop)
    {
        var (until, odd) = (JobsActions.Kept(now + LookTimes.Hold), now + 2 * LookTimes.Hold);
        return await store.SubscribedCalendars.Where(c => c.Id == calendar.Id && c.Address == calendar.Address && (c.HeldUntil == null || c.HeldUntil <= now || c.HeldUntil > odd)).ExecuteUpdateAsync(set => set.SetProperty(c => c.HeldUntil, until), stop) > 0 ? until : null;
    }

    /// <summary>Keeps what came of it, unless somebody else holds the calendar by now or its address is another one: then null.</summary>
    private static Task<SubscribedCalendar?> KeepReading(this Store store, SubscribedCalendar seen, DateTime held, Reading reading, Looking with, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (await store.SubscribedCalendars.FirstOrDefaultAsync(c => c.Id == seen.Id && c.HeldUntil == held && c.Address == seen.Address, stop) is not { } row) return null;
        row.HeldUntil = null;
        if (reading.Trouble is { } trouble)
        {
            (row.Failures, row.Trouble, row.TroubleStatus, row.TroubleSince) = (row.Failures + 1, trouble.Key, trouble.Inputs is [int status] ? status : null, row.TroubleSince ?? with.Now);
            row.NextAt = LookTimes.AfterFailure(row.Id, row.Failures, with.Now, reading.Patience);
        }
        else
        {
            (row.Failures, row.Trouble, row.TroubleStatus, row.TroubleSince, row.News) = (0, null, null, null, 0);
            (row.ReadAt, row.NextAt) = (with.Now, LookTimes.AfterReading(row.Id, with.Now));
            if (reading.IsWhole) await store.Announce(row, reading, with, stop);
        }
        await store.SaveChangesAsync(stop);
        await store.Wake(CalendarsJob.Look, row.NextAt, stop);
        return row;
    }, stop);

    /// <summary>What is needed to look at a calendar.</summary>
    /// <param name="Source">Asks its address.</param>
    /// <param name="Owner">Whose it is: days are theirs.</param>
    /// <param name="Clock">What time it is.</param>
    internal sealed record Looking(AddressSource Source, Owner Owner, TimeProvider Clock)
    {
        public DateTime Now => Clock.GetUtcNow().UtcDateTime;

        public DateOnly Today => Owner.Today(Clock);

        public static Looking With(IServiceProvider services, Owner owner, TimeProvider clock) => new(services.GetRequiredService<AddressSource>(), owner, clock);
    }
}
