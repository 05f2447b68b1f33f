using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class AccountsQueries
{
    public static Task<bool> HasAccounts(this Store store, CancellationToken stop) => store.Accounts.AnyAsync(stop);

    /// <summary>Everybody who has an account, the oldest first, with the networks they may enter and when one of their browsers was last seen.</summary>
    public static async Task<IReadOnlyList<KnownAccount>> AccountList(this Store store, CancellationToken stop)
    {
        var accounts = await store.Accounts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(stop);
        var entered = await store.Accesses.Join(store.Spaces, a => a.SpaceId, s => s.Id, (a, s) => new { a.AccountId, s.Id, s.Name, a.Role }).OrderBy(s => s.Id).ToListAsync(stop);
        var (names, owners) = (accounts.ToDictionary(a => a.Id, a => a.Name), entered.Where(s => s.Role == SpaceRole.Owner).ToLookup(s => s.Id, s => s.AccountId));
        var spaces = entered.ToLookup(s => s.AccountId, s => new KnownSpace(s.Id, s.Name, s.Role, owners[s.Id].Select(o => names[o]).FirstOrDefault()));
        var seen = await store.Sessions.GroupBy(s => s.AccountId).Select(g => new { g.Key, Last = g.Max(s => s.LastSeenAt) }).ToDictionaryAsync(g => g.Key, g => (DateTime?)g.Last, stop);
        var factors = (await store.SecondFactors.Select(f => f.AccountId).ToListAsync(stop)).ToHashSet();
        var connections = (await store.ProviderConnections.AsNoTracking().OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync(stop)).ToLookup(c => c.AccountId);
        return [.. accounts.Select(a => new KnownAccount(a, [.. spaces[a.Id]], seen.GetValueOrDefault(a.Id), factors.Contains(a.Id), [.. connections[a.Id]]))];
    }

    /// <summary>The account of a mail address or an id.</summary>
    public static async Task<Account> AccountOf(this Store store, string named, CancellationToken stop)
    {
        var mail = MailNormalizer.MailNormal(named);
        var found = Guid.TryParse(named, out var id) ? await store.Accounts.SingleOrDefaultAsync(a => a.Id == id, stop) : await store.Accounts.SingleOrDefaultAsync(a => a.MailNormal == mail, stop);
        return found ?? throw new NotFound("Accounts.NoSuchAccount", named);
    }

    /// <summary>Whoever is named, or the only one who has an account.</summary>
    public static async Task<Account> OnlyAccount(this Store store, string? named, CancellationToken stop)
    {
        if (named is not null) return await store.AccountOf(named, stop);
        var some = await store.Accounts.OrderBy(a => a.Id).Take(2).ToListAsync(stop);
        return some.Count == 1 ? some[0] : throw new CannotBeDone(some.Count == 0 ? "Accounts.NobodyHere" : "Accounts.WhoIsMeant");
    }

    /// <summary>What whoever owns the space that is looked at is called; null while they have no account.</summary>
    public static Task<string?> OwnersName(this Store store, CancellationToken stop)
    {
        var space = store.SpaceId;
        return store.Accesses.Where(a => a.SpaceId == space && a.Role == SpaceRole.Owner).OrderBy(a => a.Since).Join(store.Accounts, a => a.AccountId, a => a.Id, (_, a) => a.Name).FirstOrDefaultAsync(stop);
    }

    /// <summary>The mail address of whoever owns the space that is looked at; null while they have no account, or may not come in.</summary>
    public static Task<string?> OwnersMail(this Store store, CancellationToken stop)
    {
        var space = store.SpaceId;
        return store.Accesses.Where(a => a.SpaceId == space && a.Role == SpaceRole.Owner).OrderBy(a => a.Since).Join(store.Accounts.Where(a => a.DisabledAt == null), a => a.AccountId, a => a.Id, (_, a) => a.Mail).FirstOrDefaultAsync(stop);
    }

    /// <summary>The day where whoever owns the space is that is looked at.</summary>
    public static async Task<DateOnly> OwnersDay(this Store store, TimeProvider clock, CancellationToken stop)
    {
        var space = store.SpaceId;
        return Owner.Of(await store.Spaces.AsNoTracking().SingleAsync(s => s.Id == space, stop)).Today(clock);
    }

    /// <summary>The time zone of whoever owns the space that is looked at.</summary>
    public static async Task<TimeZoneInfo> OwnersZone(this Store store, CancellationToken stop)
    {
        var space = store.SpaceId;
        return Owner.Of(await store.Spaces.AsNoTracking().SingleAsync(s => s.Id == space, stop)).Zone;
    }

    /// <summary>The moment at which this day ends where the owner is.</summary>
    public static async Task<DateTime> EndOfDay(this Store store, DateOnly day, CancellationToken stop)
    {
        var (end, zone) = (day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), await store.OwnersZone(stop));
        return end - zone.GetUtcOffset(DateTime.SpecifyKind(end, DateTimeKind.Unspecified));
    }

    /// <summary>An account that is signed in.</summary>
    public static async Task<Account> AccountOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Accounts.SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFound("Accounts.NoSuchAccount", id);
}

/// <summary>An account as the one who runs the server sees it.</summary>
public sealed record KnownAccount(Account Account, IReadOnlyList<KnownSpace> Spaces, DateTime? LastSeenAt, bool HasSecondFactor, IReadOnlyList<ProviderConnection> Connections);

/// <summary>A space that an account may enter, and what it may do there.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">As it is called: most networks are called alike.</param>
/// <param name="Role">What it may do there.</param>
/// <param name="Owner">What whoever owns it is called; null when nobody does.</param>
public sealed record KnownSpace(Guid Id, string Name, SpaceRole Role, string? Owner);
