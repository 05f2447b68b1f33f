using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>An invitation that somebody looks at.</summary>
/// <param name="Invitation">What it says.</param>
/// <param name="From">What whoever invites is called; null for the one who runs the server.</param>
/// <param name="Owner">What whoever owns the space is called; null when it leads into none.</param>
/// <param name="Circle">What the circle is called that it leads into; null when it leads into none.</param>
public sealed record OpenedInvitation(Invitation Invitation, string? From, string? Owner, string? Circle);

/// <summary>An invitation in a list, with what it leads to.</summary>
/// <param name="It">What it says.</param>
/// <param name="Owner">What whoever owns the space is called.</param>
/// <param name="Network">What the space is called.</param>
public sealed record InvitationLine(Invitation It, string? Owner, string? Network);

public static class InvitationQueries
{
    /// <summary>What a link offers, to whoever holds it. Looking changes nothing: what previews links may look too.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="secret">What stands in the address.</param>
    /// <param name="account">Who looks, where they are signed in: what they accepted before is shown to them however it stands now.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<OpenedInvitation> OpenInvitation(this Store store, string secret, Guid? account, TimeProvider clock, CancellationToken stop)
    {
        var found = await store.InvitationBy(secret, clock, stop);
        var (space, by) = (found.SpaceId, found.ById);
        if (!await store.Accesses.AnyAsync(a => a.AccountId == account && a.SpaceId == space && a.Role >= found.Role, stop)) found.ThrowUnlessOpen(clock.GetUtcNow().UtcDateTime);
        var from = by is null ? null : await store.Accounts.Where(a => a.Id == by).Select(a => a.Name).SingleOrDefaultAsync(stop);
        return new(found, from, (await Owners(store).FirstOrDefaultAsync(o => o.SpaceId == space, stop))?.Name, await store.Spaces.Where(s => s.Id == space && s.Kind == SpaceKind.Circle).Select(s => s.Name).SingleOrDefaultAsync(stop));
    }

    /// <summary>The invitations that let somebody in, the newest first: into this space, or all.</summary>
    public static async Task<IReadOnlyList<InvitationLine>> OpenInvitations(this Store store, Guid? space, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await store.Invitations.AsNoTracking().Where(i => (space == null || i.SpaceId == space) && i.RevokedAt == null && i.ExpiresAt > now && i.Uses < i.MostUses).OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).ToListAsync(stop);
        var spaces = open.Select(i => i.SpaceId).OfType<Guid>().Distinct().ToList();
        var names = await store.Spaces.Where(s => spaces.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, stop);
        var owners = (await Owners(store).Where(o => spaces.Contains(o.SpaceId)).ToListAsync(stop)).ToLookup(o => o.SpaceId, o => o.Name);
        return [.. open.Select(i => new InvitationLine(i, i.SpaceId is { } at ? owners[at].FirstOrDefault() : null, i.SpaceId is { } into ? names.GetValueOrDefault(into) : null))];
    }

    /// <summary>An invitation by its id, or the end of it.</summary>
    public static async Task<Invitation> InvitationOf(this Store store, string named, CancellationToken stop)
    {
        var found = (await store.Invitations.AsNoTracking().ToListAsync(stop)).Where(i => named.Length >= ApiToken.ShortestEnd && i.Id.ToString().EndsWith(named, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0] : throw new NotFound("Accounts.NoSuchInvitation");
    }

    /// <summary>An invitation by its secret, whatever became of it since not too long.</summary>
    internal static async Task<Invitation> InvitationBy(this Store store, string secret, TimeProvider clock, CancellationToken stop)
    {
        var (hash, remembered) = (Secrets.Hash(Secrets.TidyOfLink(secret)), clock.GetUtcNow().UtcDateTime - Invitation.Memory);
        return await store.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Hash == hash && i.ExpiresAt >= remembered, stop) ?? throw new NotFound("Accounts.NoSuchLink");
    }

    private static IQueryable<OwnerOf> Owners(Store store) =>
        store.Accesses.Where(a => a.Role == SpaceRole.Owner).OrderBy(a => a.Since).Join(store.Accounts, a => a.AccountId, a => a.Id, (a, account) => new OwnerOf { SpaceId = a.SpaceId, Name = account.Name });

    private sealed class OwnerOf
    {
        public Guid SpaceId { get; init; }

        public required string Name { get; init; }
    }
}
