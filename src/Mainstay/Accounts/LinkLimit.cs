namespace Mainstay.Accounts;

/// <summary>How often one link may be opened and answered in a minute, and how often somebody at one place may open any. It is kept in memory: opening a link writes nothing.</summary>
public sealed class LinkLimit(TimeProvider clock)
{
    public const int OfLink = 20, OfPlace = 60;

    /// <summary>What stands on a screen is opened by a whole hall at once, through one network.</summary>
    public const int OfHall = 600;

    /// <summary>So many are told apart within a minute; the rest count as one.</summary>
    private const int Most = 20_000;

    private readonly Lock counting = new();
    private readonly Dictionary<string, int> counts = [];
    private long minute;

    /// <summary>Counts one more; refuses it when there were too many.</summary>
    /// <param name="secret">What was shown, whether it opens anything or not.</param>
    /// <param name="place">The network address it came from.</param>
    public void Count(string secret, string place) => Count(("from " + place, OfPlace), ("link " + Name(secret), OfLink));

    /// <summary>The same for what many look at: counted apart, so that a full hall keeps nobody from answering.</summary>
    public void CountInHall(string secret, string place) => Count(("hall " + place, OfHall), ("shown " + Name(secret), OfHall));

    /// <summary>The same for an invitation, which may be for many who open it at once.</summary>
    public void CountInvitation(string secret, string place) => Count(("joining " + place, OfPlace), ("invitation " + Name(secret), OfHall));

    /// <summary>The same for who goes to a sign-in provider: each time it may have to be asked something.</summary>
    public void CountProvider(string place) => Count(("provider " + place, OfPlace), ("to the provider", OfHall));

    private static string Name(string secret) => Convert.ToHexString(Secrets.Hash(Secrets.TidyOfLink(secret)));

    private void Count((string Key, int Most) place, (string Key, int Most) link)
    {
        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        lock (counting)
        {
            if (second / 60 != minute)
            {
                minute = second / 60;
                counts.Clear();
            }
            if (More(place.Key) > place.Most || More(link.Key) > link.Most) throw new TooSoon(TimeSpan.FromSeconds(60 - second % 60));
        }
    }

    private int More(string key)
    {
        if (counts.Count >= Most && !counts.ContainsKey(key)) key = "";
        return counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
