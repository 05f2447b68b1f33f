using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class TokenLinkActions
{
    /// <summary>Makes a link to one thing of the space that is looked at. Those made before stay good, for they may be on their way.</summary>
    /// <param name="store">Where it belongs to.</param>
    /// <param name="purpose">What can be done by it.</param>
    /// <param name="subject">The one thing it is about.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="good">How long, if not as long as links usually are.</param>
    /// <returns>The secret, which is kept as a hash only.</returns>
    public static async Task<string> MakeLink(this Store store, string purpose, Guid subject, TimeProvider clock, CancellationToken stop, TimeSpan? good = null)
    {
        var (secret, now) = (Secrets.MakeForLink(), clock.GetUtcNow().UtcDateTime);
        var forgotten = now - TokenLink.Memory;
        await store.TokenLinks.Where(l => l.ExpiresAt < forgotten).ExecuteDeleteAsync(stop);
        store.Add(new TokenLink { SpaceId = store.SpaceId, Purpose = purpose, SubjectId = subject, Hash = Secrets.Hash(secret), CreatedAt = now, ExpiresAt = now + (good ?? TokenLink.Good) });
        await store.SaveChangesAsync(stop);
        return secret;
    }

    /// <summary>From now on no link to this thing opens anything.</summary>
    public static Task RevokeLinks(this Store store, string purpose, Guid subject, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Unused(store, purpose, subject).Where(l => l.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.RevokedAt, now), stop);
    }

    /// <summary>A new link takes their place: from now on their time is over, and whoever opens one is told to ask for the new one.</summary>
    public static Task ReplaceLinks(this Store store, string purpose, Guid subject, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Unused(store, purpose, subject).Where(l => l.ExpiresAt > now).ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, now), stop);
    }

    /// <summary>What these links ask for is done otherwise: whoever opens one is told that it is answered.</summary>
    public static Task EndLinks(this Store store, string purpose, Guid subject, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Unused(store, purpose, subject).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), stop);
    }

    /// <summary>What the open links to this thing lead to goes on: they are good until then, if not longer.</summary>
    public static Task KeepOpen(this Store store, string purpose, Guid subject, DateTime until, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Unused(store, purpose, subject).Where(l => l.RevokedAt == null && l.ExpiresAt > now && l.ExpiresAt < until).ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, until), stop);
    }

    /// <summary>Until when somebody can answer by a link to this thing; null when by none.</summary>
    public static Task<DateTime?> OpenUntil(this Store store, string purpose, Guid subject, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Unused(store, purpose, subject).Where(l => l.RevokedAt == null && l.ExpiresAt > now).MaxAsync(l => (DateTime?)l.ExpiresAt, stop);
    }

    /// <summary>The link to each thing that was made last for this, whatever became of it. Those that somebody made before who owns the space now are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TokenLink>> LatestLinks(this Store store, string purpose, CancellationToken stop)
    {
        var (space, owners) = (store.SpaceId, MayComeIn(store));
        var links = await store.TokenLinks.AsNoTracking().Where(l => l.SpaceId == space && l.Purpose == purpose && owners.Any(a => a.SpaceId == space && a.Since <= l.CreatedAt)).ToListAsync(stop);
        return links.GroupBy(l => l.SubjectId).ToDictionary(g => g.Key, g => g.OrderBy(l => l.RevokedAt is null).ThenBy(l => l.CreatedAt).Last());
    }

    /// <summary>Whether who owns the space now made the link, and may still come in: what somebody shows of themselves goes when they go.</summary>
    public static Task<bool> IsOfItsOwner(this Store store, TokenLink link, CancellationToken stop) => MayComeIn(store).AnyAsync(a => a.SpaceId == link.SpaceId && a.Since <= link.CreatedAt, stop);

    /// <summary>Who owns which space, of those who have an account that is not closed.</summary>
    private static IQueryable<Access> MayComeIn(Store store)
    {
        var accounts = store.Accounts;
        return store.Accesses.Where(a => a.Role == SpaceRole.Owner && accounts.Any(x => x.Id == a.AccountId && x.DisabledAt == null));
    }

    /// <summary>What a secret opens; the store looks at its space from now on. Opening changes nothing: whoever previews links may open it too.</summary>
    public static async Task<OpenedLink> OpenLink(this Store store, string secret, TimeProvider clock, CancellationToken stop)
    {
        var hash = Secrets.Hash(Secrets.TidyOfLink(secret));
        var link = await store.TokenLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash, stop);
        var now = clock.GetUtcNow().UtcDateTime;
        if (link is null || link.ExpiresAt < now - TokenLink.Memory) throw new NotFound("Accounts.NoSuchLink");
        if (link.At(now) is not LinkState.Open and var state) throw new Gone($"Accounts.Link{state}");
        var space = await store.Spaces.AsNoTracking().SingleAsync(s => s.Id == link.SpaceId, stop);
        store.SpaceId = link.SpaceId;
        return new(link, Owner.Of(space), await store.OwnersName(stop));
    }

    /// <summary>A link, whatever became of it; null when there is no such link.</summary>
    public static Task<TokenLink?> LinkBy(this Store store, string secret, CancellationToken stop)
    {
        var hash = Secrets.Hash(Secrets.TidyOfLink(secret));
        return store.TokenLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash, stop);
    }

    /// <summary>Whether a link to any of these things was made, whatever became of it.</summary>
    public static Task<bool> LinkWasMade(this Store store, string purpose, IReadOnlyCollection<Guid> subjects, CancellationToken stop)
    {
        var space = store.SpaceId;
        return store.TokenLinks.AnyAsync(l => l.SpaceId == space && l.Purpose == purpose && subjects.Contains(l.SubjectId), stop);
    }

    /// <summary>Refuses a link that was used, revoked or too old since it was opened.</summary>
    public static async Task CheckLink(this Store store, TokenLink link, TimeProvider clock, CancellationToken stop)
    {
        var now = await store.TokenLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == link.Id, stop) ?? throw new NotFound("Accounts.NoSuchLink");
        if (now.At(clock.GetUtcNow().UtcDateTime) is not LinkState.Open and var state) throw new Gone($"Accounts.Link{state}");
    }

    /// <summary>Uses a link up, and every other one to the same thing with it. Of two at once, one comes too late.</summary>
    public static async Task UseLink(this Store store, TokenLink link, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var used = await store.TokenLinks.Where(l => l.Id == link.Id && l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), stop);
        if (used == 0) await store.CheckLink(link, clock, stop);
        await Unused(store, link.Purpose, link.SubjectId).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), stop);
    }

    /// <summary>Links of the space that is looked at, whose filter this table has not: a link is found before it is known whose it is.</summary>
    private static IQueryable<TokenLink> Unused(Store store, string purpose, Guid subject)
    {
        var space = store.SpaceId;
        return store.TokenLinks.Where(l => l.SpaceId == space && l.Purpose == purpose && l.SubjectId == subject && l.UsedAt == null);
    }
}
