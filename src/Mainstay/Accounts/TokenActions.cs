using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>A key that somebody wants for a program.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="Days">How long it is good; null for as long as it is not revoked.</param>
public sealed record NewToken(string Name, Scope Scope, int? Days)
{
    public const int LongestDays = 3_660;

    /// <summary>What it opens; the account's own network when null.</summary>
    public Guid? SpaceId { get; init; }

    public Problems Check() => new Problems()
        .When(Texts.FilledLine(Name) is null, "name", "Accounts.TokenNameMissing")
        .When(Name.Length > ApiToken.LongestName, "name", "Accounts.NameLong", ApiToken.LongestName)
        .When(Days is < 1 or > LongestDays, "days", "Accounts.TokenDays", LongestDays);
}

public static class TokenActions
{
    /// <summary>Makes a key to the account's own network, or to another that it may enter.</summary>
    /// <returns>The key, which is kept as a hash only; null when this very request was answered before.</returns>
    public static async Task<string?> AddToken(this Store store, Guid account, NewToken details, TimeProvider clock, CancellationToken stop, Guid? once = null)
    {
        Mistaken.ThrowIf(details.Check());
        if (once is { } before && await store.ApiTokens.AnyAsync(t => t.Id == before, stop)) return null;
        if (details.SpaceId is { } at) await store.ThrowUnlessNetworkOf(account, at, stop);
        var (secret, now) = (ApiToken.Prefix + Secrets.Make(), clock.GetUtcNow().UtcDateTime);
        store.Add(new ApiToken
        {
            Id = once ?? Guid.CreateVersion7(),
            AccountId = account,
            SpaceId = details.SpaceId ?? await store.HomeOf(account, stop),
            Name = details.Name.Kept(),
            Hash = Secrets.Hash(secret),
            Scope = details.Scope,
            CreatedAt = now,
            ExpiresAt = details.Days is { } days ? now.AddDays(days) : null,
        });
        await store.SaveChangesAsync(stop);
        return secret;
    }

    /// <summary>From now on it opens nothing.</summary>
    public static async Task RevokeToken(this Store store, Guid account, Guid token, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await store.ApiTokens.SingleOrDefaultAsync(t => t.AccountId == account && t.Id == token, stop) ?? throw new NotFound("Accounts.NoSuchToken");
        if (found.RevokedAt is null) await store.ApiTokens.Where(t => t.Id == token).ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, now), stop);
    }

    /// <summary>It was used just now.</summary>
    internal static Task<int> SeeToken(this Store store, Guid token, DateTime now) =>
        store.ApiTokens.Where(t => t.Id == token).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now));
}
