using System.Globalization;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class AccountsActions
{
    /// <summary>The local owner comes in: their network is made when there is none, and the store looks at it from now on.</summary>
    public static async Task<Owner> EnterAsLocalOwner(this Store store, TimeProvider clock, CancellationToken stop)
    {
        var space = await OldestNetwork(store, stop) ?? await MakeNetwork(store, clock, stop);
        store.SpaceId = space.Id;
        return Owner.Of(space);
    }

    /// <summary>The local owner, if their network is there already; nothing is made.</summary>
    public static async Task<Owner?> FindLocalOwner(this Store store, CancellationToken stop)
    {
        if (await OldestNetwork(store, stop) is not { } space) return null;
        store.SpaceId = space.Id;
        return Owner.Of(space);
    }

    private static Task<Space?> OldestNetwork(Store store, CancellationToken stop) =>
        store.Spaces.AsNoTracking().Where(s => s.Kind == SpaceKind.Network).OrderBy(s => s.Id).FirstOrDefaultAsync(stop);

    private static async Task<Space> MakeNetwork(Store store, TimeProvider clock, CancellationToken stop)
    {
        var space = new Space { Name = "My network", TimeZone = clock.LocalTimeZone.HasIanaId ? clock.LocalTimeZone.Id : "UTC", Locale = SpokenHere(), CreatedAt = clock.GetUtcNow().UtcDateTime };
        await using var writing = await store.Database.BeginTransactionAsync(stop);
        if (store.IsPostgres) await store.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(5150)", stop);
        // Two first commands at once: the one that comes second finds the network of the first.
        if (await OldestNetwork(store, stop) is { } first) return first;
        store.Add(space);
        await store.SaveChangesAsync(stop);
        await writing.CommitAsync(stop);
        return space;
    }

    /// <summary>The language in which the one who makes the network is spoken to.</summary>
    private static string SpokenHere() => Languages.All.Contains(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ? CultureInfo.CurrentUICulture.Name : Languages.All[0];
}
