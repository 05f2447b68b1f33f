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
    public static async Task<Circle> FoundCircle(this Store store, Guid account, NewCircle details, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(details.Check());
        var (now, id, before) = (clock.GetUtcNow().UtcDateTime, details.Id ?? Guid.CreateVersion7(), store.SpaceId);
        var isThere = details.Id is not null && await store.Accesses.AnyAsync(a => a.SpaceId == id && a.AccountId == account, stop);
        if (!isThere) await store.ThrowIfFoundedEnough(account, now, stop);
        var founder = await store.AccountOf(account, stop);
        var zone = details.TimeZone ?? await store.HomeZone(account, stop);
        await using var writing = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(stop) : null;
        store.SpaceId = id;
        var circle = isThere ? await store.CircleHere(stop) : await store.MakeCircle(founder, details, zone, now, stop);
        if (writing is not null) await writing.CommitAsync(stop);
        store.SpaceId = before; // what else is written in an open transaction is of the network
        return circle;
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

    internal static string SortKeyOf(string name) => CircleTopic.Normal(name);

    /// <summary>The circle that is looked at.</summary>
    public static async Task<Circle> CircleHere(this Store store, CancellationToken stop) => await store.Circles.AsNoTracking().SingleOrDefaultAsync(stop) ?? throw new NotFound("Accounts.NoSuchCircle");
}
