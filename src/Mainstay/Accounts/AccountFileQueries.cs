using System.ComponentModel;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>What is kept of an account itself, beside its network: to be read and taken away. It opens nothing.</summary>
public sealed record AccountFile(string Name, string Mail, string? TimeZone, string Locale, Theme Theme, DateTime CreatedAt)
{
    public bool HasPassword { get; init; }

    /// <summary>Since when a code is asked for beside the password; null when none is.</summary>
    public DateTime? SecondFactorSince { get; init; }

    public int RecoveryCodesLeft { get; init; }

    public required IReadOnlyList<AccountFileNetwork> Networks { get; init; }

    /// <summary>Browsers that are signed in.</summary>
    public required IReadOnlyList<AccountFileSession> Sessions { get; init; }

    public required IReadOnlyList<AccountFileToken> Tokens { get; init; }

    public required IReadOnlyList<AccountFilePasskey> Passkeys { get; init; }

    public required IReadOnlyList<AccountFileConnection> Connections { get; init; }

    [Description("What is kept of them in spaces that are not their own, by where: what they wrote in circles.")]
    public required IReadOnlyDictionary<string, object> Elsewhere { get; init; }
}

/// <summary>A network that an account may enter.</summary>
public sealed record AccountFileNetwork(Guid Id, string Name, bool IsOwn, DateTime Since);

/// <summary>A browser, as it says what it is.</summary>
public sealed record AccountFileSession(string Browser, string System, DateTime CreatedAt, DateTime LastSeenAt);

/// <summary>A key that a program had.</summary>
public sealed record AccountFileToken(string Name, Scope Scope, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? LastUsedAt, DateTime? RevokedAt);

/// <summary>A passkey, by what its owner calls it.</summary>
public sealed record AccountFilePasskey(string Name, DateTime CreatedAt, DateTime? LastUsedAt);

/// <summary>Who they are at a sign-in provider that lets them in.</summary>
public sealed record AccountFileConnection(string Issuer, string Subject, string Name, DateTime CreatedAt, DateTime? LastUsedAt);

public static class AccountFileQueries
{
    /// <summary>All that is kept of an account itself, without any secret or hash of one.</summary>
    public static async Task<AccountFile> AccountFile(this Store store, Guid account, IEnumerable<IAccountFileSection> sections, CancellationToken stop)
    {
        var elsewhere = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            if (await section.Of(store, account, stop) is { } kept) elsewhere[section.Name] = kept;
        }
        var found = await store.AccountOf(account, stop);
        var networks = await store.Accesses.Where(a => a.AccountId == account).Join(store.Spaces, a => a.SpaceId, s => s.Id, (a, s) => new { s.Id, s.Name, s.Kind, s.TimeZone, IsOwner = a.Role == SpaceRole.Owner, a.Since }).OrderBy(s => s.Kind).ThenByDescending(s => s.IsOwner).ThenBy(s => s.Id).ToListAsync(stop);
        return new(found.Name, found.Mail, networks.FirstOrDefault(n => n is { IsOwner: true, Kind: SpaceKind.Network })?.TimeZone, found.Locale, found.Theme, found.CreatedAt)
        {
            HasPassword = found.PasswordHash is not null,
            SecondFactorSince = (await store.SecondFactorOf(account, stop))?.Since,
            RecoveryCodesLeft = await store.RecoveryCodesLeft(account, stop),
            Networks = [.. networks.Select(n => new AccountFileNetwork(n.Id, n.Name, n.IsOwner, n.Since))],
            Sessions = await store.Sessions.Where(s => s.AccountId == account).OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).Select(s => new AccountFileSession(s.Browser, s.System, s.CreatedAt, s.LastSeenAt)).ToListAsync(stop),
            Tokens = await store.ApiTokens.Where(t => t.AccountId == account).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).Select(t => new AccountFileToken(t.Name, t.Scope, t.CreatedAt, t.ExpiresAt, t.LastUsedAt, t.RevokedAt)).ToListAsync(stop),
            Passkeys = await store.Passkeys.Where(p => p.AccountId == account).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).Select(p => new AccountFilePasskey(p.Name, p.CreatedAt, p.LastUsedAt)).ToListAsync(stop),
            Connections = await store.ProviderConnections.Where(c => c.AccountId == account).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Select(c => new AccountFileConnection(c.Issuer, c.Subject, c.Name, c.CreatedAt, c.LastUsedAt)).ToListAsync(stop),
            Elsewhere = elsewhere,
        };
    }
}
