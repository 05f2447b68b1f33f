using Mainstay.Gatherings;
using Mainstay.Jobs;
using Mainstay.Organizations;
using Mainstay.Outside;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Calendars;

/// <summary>Calendars are subscribed, changed, and left.</summary>
public static class CalendarActions
{
    /// <summary>Subscribes to a calendar: from now on its address is called.</summary>
    public static Task<SubscribedCalendar> AddCalendar(this Store store, NewCalendar calendar, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (calendar.Id is { } once && await store.SubscribedCalendars.FirstOrDefaultAsync(c => c.Id == once, stop) is { } already) return already;
        var there = await store.SubscribedCalendars.AsNoTracking().ToListAsync(stop);
        Mistaken.ThrowIf(Check(calendar, null, there).When(there.Count >= NewCalendar.Most, "address", "Calendars.TooMany", NewCalendar.Most));
        if (calendar.OrganizationId is { } holds) await store.OrganizationOf(holds, stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = store.Add(new SubscribedCalendar { Id = calendar.Id ?? Guid.CreateVersion7(), Name = calendar.Name.Trim(), Address = calendar.Address!.Trim(), Topics = Filled(calendar.Topics), OrganizationId = calendar.OrganizationId, CreatedAt = now, NextAt = now }).Entity;
        await store.SaveChangesAsync(stop);
        await store.Wake(CalendarsJob.Look, now, stop);
        return row;
    }, stop);

    /// <summary>Says anew what it is called, whose it is and where it is; an address that is not given stays. A new one is looked at as if nothing had been read before.</summary>
    public static Task<SubscribedCalendar> ChangeCalendar(this Store store, Guid id, NewCalendar calendar, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CalendarToChange(id, stop);
        Mistaken.ThrowIf(Check(calendar, id, await store.SubscribedCalendars.AsNoTracking().ToListAsync(stop)));
        (row.Name, row.Topics) = (calendar.Name.Trim(), Filled(calendar.Topics));
        await store.GiveCalendar(row, calendar.OrganizationId, stop);
        if (Filled(calendar.Address)?.Trim() is { } address && address != row.Address)
        {
            (row.Address, row.Tag, row.ModifiedAt, row.HeldUntil, row.NextAt) = (address, null, null, null, clock.GetUtcNow().UtcDateTime);
            (row.Failures, row.Trouble, row.TroubleStatus, row.TroubleSince) = (0, null, null, null);
            await store.Wake(CalendarsJob.Look, row.NextAt, stop);
        }
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Leaves a calendar with what it announces; the gatherings that were kept stay. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveCalendar(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CalendarToChange(id, stop);
        var announced = await store.Announced.Where(a => a.CalendarId == id).ToListAsync(stop);
        return await store.LetGo(new(row) { Along = [.. announced.Select(a => ((IOwned)a, (Guid?)null))] }, clock, stop);
    }, stop);

    /// <summary>It is that organization's calendar from now on; so are those of its gatherings that are kept, unless the owner said that somebody else holds them.</summary>
    private static async Task GiveCalendar(this Store store, SubscribedCalendar row, Guid? organization, CancellationToken stop)
    {
        if (row.OrganizationId == organization) return;
        if (organization is { } holds) await store.OrganizationOf(holds, stop);
        var (announced, was) = (store.Announced.Where(a => a.CalendarId == row.Id), row.OrganizationId);
        foreach (var kept in await store.Gatherings.Where(g => g.OrganizationId == was && announced.Any(a => a.Key == g.SourceKey)).ToListAsync(stop)) kept.OrganizationId = organization;
        row.OrganizationId = organization;
    }

    internal static async Task<SubscribedCalendar> CalendarToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.SubscribedCalendars.FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Calendars.NotThere");

    private static Problems Check(NewCalendar calendar, Guid? itself, IEnumerable<SubscribedCalendar> there)
    {
        var problems = calendar.Check(itself is null);
        if (Filled(calendar.Address) is not { } typed) return problems;
        if (OutsideAddress.Read(typed, out var address) is { } wrong) problems.Add("address", wrong.Key, wrong.Inputs);
        else if (there.FirstOrDefault(c => c.Id != itself && OutsideAddress.Read(c.Address, out var other) is null && other == address) is { } same) problems.Add("address", "Calendars.Twice", same.Name);
        return problems;
    }

    /// <summary>Takes back that a calendar was left.</summary>
    internal sealed class Back : RemovalActions.Back<SubscribedCalendar>
    {
        protected override async Task MayReturn(Store store, SubscribedCalendar row, TimeProvider clock, CancellationToken stop)
        {
            row.HeldUntil = null;
            if (row.OrganizationId is { } holds && !await store.Organizations.AnyAsync(o => o.Id == holds, stop)) row.OrganizationId = null;
            await store.Wake(CalendarsJob.Look, row.NextAt, stop);
        }

        protected override Task Return(Store store, string along, CancellationToken stop)
        {
            store.Add(Read<Announced>(along));
            return Task.CompletedTask;
        }
    }
}
