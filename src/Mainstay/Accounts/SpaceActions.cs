using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>Which network the one at the command line means. Whoever may run it may see them all.</summary>
public static class SpaceActions
{
    /// <summary>The local owner comes in: into the network they named, or the only one. It is made when there is none, and the store looks at it from now on.</summary>
    public static async Task<Owner> EnterAsLocalOwner(this Store store, TimeProvider clock, CancellationToken stop, string? named = null)
    {
        var space = Choose(await store.Networks(stop), named) ?? await MakeNetwork(store, clock, stop);
        store.SpaceId = space.Id;
        return Owner.Of(space);
    }

    /// <summary>The local owner, if their network is there already and it is clear which; nothing is made.</summary>
    public static async Task<Owner?> FindLocalOwner(this Store store, CancellationToken stop, string? named = null)
    {
        var found = Answering(await store.Networks(stop), named);
        if (found.Count != 1) return null;
        store.SpaceId = found[0].Id;
        return Owner.Of(found[0]);
    }

    /// <summary>A network by its name or id; who names none means the only one.</summary>
    public static async Task<Space> NetworkNamed(this Store store, string? named, CancellationToken stop) =>
        Choose(await store.Networks(stop), named) ?? throw new NotFound("Accounts.NoSuchSpace", named ?? "");

    /// <summary>A circle by its name or id.</summary>
    public static async Task<Space> CircleNamed(this Store store, string named, CancellationToken stop)
    {
        var found = Answering(await store.Spaces.AsNoTracking().Where(s => s.Kind == SpaceKind.Circle).OrderBy(s => s.Id).ToListAsync(stop), named);
        return found.Count == 1 ? found[0] : throw (found.Count == 0 ? new NotFound("Accounts.NoSuchCircle") : new Mistaken(new Problems { { "circle", "Accounts.CircleUnclear", Listed(found) } }));
    }

    /// <summary>Every network, the oldest first.</summary>
    public static Task<List<Space>> Networks(this Store store, CancellationToken stop) =>
        store.Spaces.AsNoTracking().Where(s => s.Kind == SpaceKind.Network).OrderBy(s => s.Id).ToListAsync(stop);

    /// <summary>A network by its name or id; who names none means the only one.</summary>
    private static Space? Choose(IReadOnlyList<Space> networks, string? named)
    {
        var found = Answering(networks, named);
        if (found.Count == 1) return found[0];
        if (named is null) return found.Count == 0 ? null : throw new Mistaken(new Problems { { "space", "Accounts.SpaceUnsaid", Listed(found) } });
        throw new Mistaken(found.Count == 0 ? new Problems { { "space", "Accounts.NoSuchSpace", named } } : new Problems { { "space", "Accounts.SeveralSpaces", named, Listed(found) } });
    }

    private static IReadOnlyList<Space> Answering(IReadOnlyList<Space> networks, string? named) =>
        named is null ? networks : [.. networks.Where(s => Guid.TryParse(named, out var id) ? s.Id == id : s.Name.Equals(named, StringComparison.OrdinalIgnoreCase))];

    private static string Listed(IEnumerable<Space> spaces) => string.Join(", ", spaces.Select(s => $"{s.Name} ({s.Id})"));

    private static Task<Space> MakeNetwork(Store store, TimeProvider clock, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        // Two first commands at once: the one that comes second finds the network of the first.
        if ((await store.Networks(stop)).FirstOrDefault() is { } first) return first;
        var space = AccountsActions.NewNetwork(store, AccountsActions.ZoneOf(clock), clock.GetUtcNow().UtcDateTime);
        await store.SaveChangesAsync(stop);
        return space;
    }, stop);
}
