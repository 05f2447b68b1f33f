using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Circles;

/// <summary>Circles are founded, agreed on anew, left and dissolved.</summary>
public static class CircleActions
{
    /// <summary>Circles one account may found on a day: enough for anybody who means it.</summary>
    public const int MostFoundedADay = 10;

    /// <summary>Founds a circle; whoever does owns it, and is shown in it by the name of their account.</summary>
    public static Task<Circle> FoundCircle(this Store store, Guid account, NewCircle details, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(details.Check());
        return store.ChangeAccounts(async () =>
        {
            var (now, before, once) = (clock.GetUtcNow().UtcDateTime, store.SpaceId, details.Id);
            var there = once is not null && await store.Accesses.AnyAsync(a => a.SpaceId == once && a.AccountId == account, stop) && await store.IsCircle(once.Value, stop);
            if (!there) await store.ThrowIfFoundedEnough(account, now, stop);
            var founder = await store.AccountOf(account, stop);
            var zone = details.TimeZone ?? await store.HomeZone(account, stop);
            store.SpaceId = there || once is { } fresh && !await store.Spaces.AnyAsync(s => s.Id == fresh, stop) ? once!.Value : Guid.CreateVersion7();
            var circle = there ? await store.CircleHere(stop) : await store.MakeCircle(founder, details, zone, now, stop);
            store.SpaceId = before; // what else is written in an open transaction is of the network
            return circle;
        }, stop);
    }

    private static async Task ThrowIfFoundedEnough(this Store store, Guid account, DateTime now, CancellationToken stop)
    {
        var (dayAgo, accesses) = (now.AddDays(-1), store.Accesses);
        if (await store.Spaces.CountAsync(s => s.Kind == SpaceKind.Circle && s.CreatedAt > dayAgo && accesses.Any(a => a.SpaceId == s.Id && a.AccountId == account && a.Role == SpaceRole.Owner), stop) >= MostFoundedADay) throw new CannotBeDone("Circles.FoundedEnough", MostFoundedADay);
    }

    private static async Task<Circle> MakeCircle(this Store store, Account founder, NewCircle details, string zone, DateTime now, CancellationToken stop)
    {
        var id = store.SpaceId;
        store.Add(new Space { Id = id, Name = details.Name.Trim(), Kind = SpaceKind.Circle, TimeZone = zone, Locale = founder.Locale, CreatedAt = now });
        store.Add(new Access { AccountId = founder.Id, SpaceId = id, Role = SpaceRole.Owner, Since = now });
        var circle = store.Add(new Circle { Id = id, Purpose = details.Purpose.Trim(), Charter = details.Charter.Trim(), AsksADay = details.AsksADay ?? Circle.UsualAsksADay, RepliesADay = details.RepliesADay ?? Circle.UsualRepliesADay, CreatedAt = now }).Entity;
        store.Add(new Member { Id = founder.Id, Name = founder.Name, SortKey = SortKeyOf(founder.Name), TimeZone = zone, JoinedAt = now });
        store.Note(AuditDeed.Founded, founder.Id, null, now);
        await store.SaveChangesAsync(stop);
        return circle;
    }

    /// <summary>Its hosts say anew what the circle is for and what is agreed on in it.</summary>
    public static Task<Circle> ChangeCircle(this Store store, Guid me, NewCircle details, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Host);
        Mistaken.ThrowIf(details.Check());
        var (id, name) = (store.SpaceId, details.Name.Trim());
        var circle = await store.Circles.SingleAsync(stop);
        (circle.Purpose, circle.Charter) = (details.Purpose.Trim(), details.Charter.Trim());
        (circle.AsksADay, circle.RepliesADay) = (details.AsksADay ?? circle.AsksADay, details.RepliesADay ?? circle.RepliesADay);
        var space = await store.Spaces.SingleAsync(s => s.Id == id, stop);
        (space.Name, space.TimeZone) = (name, details.TimeZone ?? space.TimeZone);
        store.Note(AuditDeed.CharterChanged, me, null, clock.GetUtcNow().UtcDateTime);
        await store.SaveChangesAsync(stop);
        return circle;
    }, stop);

    /// <summary>Whoever owns the circle ends it, with everything that was said in it, for everybody. It cannot be taken back.</summary>
    /// <param name="store">Looks at the circle.</param>
    /// <param name="me">Who owns it.</param>
    /// <param name="name">What it is called, as they typed it: they mean it.</param>
    /// <param name="leaving">What goes with a space beside its rows.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task DissolveCircle(this Store store, Guid me, string? name, IEnumerable<ILeaveWithSpace> leaving, CancellationToken stop)
    {
        await store.SeatOf(me, stop, SpaceRole.Owner);
        var here = store.SpaceId;
        var called = await store.Spaces.Where(s => s.Id == here).Select(s => s.Name).SingleAsync(stop);
        Mistaken.ThrowIf(new Problems().When(Filled(name) != called, "name", "Circles.OtherName", called));
        await store.EraseCircle(here, leaving, stop);
    }

    /// <summary>Notes in the circle's log who did what to whom; it is kept with what is being written.</summary>
    internal static void Note(this Store store, AuditDeed deed, Guid? by, Guid? of, DateTime now) => store.Add(new AuditEntry { Deed = deed, ById = by, OfId = of, At = now });

    /// <summary>The id that makes a form sent twice count once; another when it is taken, or comes from a time that is not yet: lists go by it.</summary>
    internal static async Task<Guid> FreshId<T>(this Store store, Guid? once, CancellationToken stop) where T : class, IOwned =>
        once is { } id && id.CompareTo(Guid.CreateVersion7()) <= 0 && !await store.Set<T>().AnyAsync(r => r.Id == id, stop) ? id : Guid.CreateVersion7();

    internal static string SortKeyOf(string name) => CircleTopic.Normal(name);

    /// <summary>The circle that is looked at.</summary>
    public static async Task<Circle> CircleHere(this Store store, CancellationToken stop) => await store.Circles.AsNoTracking().SingleOrDefaultAsync(stop) ?? throw new NotFound("Accounts.NoSuchCircle");
}
