using System.Collections.Concurrent;
using Mainstay.Storage;

namespace Mainstay.Accounts;

/// <summary>Somebody as they were recognised, and until when that may be said without a look at the rows.</summary>
/// <param name="Guest">Who it is.</param>
/// <param name="Until">From then on they are nobody.</param>
/// <param name="StaleFrom">From then on it is to be written that they were seen.</param>
internal sealed record Recognised(Guest Guest, DateTime Until, DateTime StaleFrom);

/// <summary>
/// Who was recognised by which secret, for as long as nothing at all was written, by whichever process: whoever is signed out, disabled
/// or revoked is nobody at their very next request. Only a hash of the secret is remembered.
/// </summary>
public sealed class KnownGuests(DataVersion version)
{
    private const int Most = 1_000;

    private Shelf shelf = new("");

    /// <summary>Who shows this: a program its token, a browser the secret of its session. Asks the store only when it has to.</summary>
    public async Task<(Guest Guest, bool IsStale)?> Find(Func<Store> store, string? token, string? session, DateTime now)
    {
        if ((token ?? session) is not { } secret) return null;
        var found = version.IsAtHand ? await Remembered(store, secret, token is not null, now) : await Look(store(), secret, token is not null);
        return found is not null && now < found.Until ? (found.Guest, now >= found.StaleFrom) : null;
    }

    private async Task<Recognised?> Remembered(Func<Store> store, string secret, bool isToken, DateTime now)
    {
        var (written, name) = (version.AtHand(), (isToken, Convert.ToHexString(Secrets.Hash(secret))));
        var current = Volatile.Read(ref shelf);
        if (current.Version != written) Volatile.Write(ref shelf, current = new(written));
        if (current.Known.TryGetValue(name, out var known)) return known;
        var found = await Look(store(), secret, isToken);
        if (found is not null && now < found.Until && current.Known.Count < Most) current.Known[name] = found;
        return found;
    }

    private static Task<Recognised?> Look(Store store, string secret, bool isToken) => isToken ? store.FindProgram(secret) : store.FindBrowser(secret);

    private sealed class Shelf(string version)
    {
        public string Version => version;

        /// <summary>A token is not a session, whatever its letters: each is known by its own kind.</summary>
        public ConcurrentDictionary<(bool IsToken, string Hash), Recognised> Known { get; } = new();
    }
}
