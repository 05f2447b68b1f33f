using Mainstay.Accounts;
using Mainstay.Storage;

namespace Mainstay.Reminders;

public static class FeedActions
{
    internal const string Purpose = "calendar";

    /// <summary>Calendars ask for as long as they are subscribed: it ends when the owner ends it.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromDays(100 * 365);

    /// <summary>A new secret address for calendars; the one before leads nowhere any more.</summary>
    /// <returns>The secret, which is kept as a hash only.</returns>
    public static Task<string> MakeFeed(this Store store, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.EndFeed(clock, stop);
        return await store.MakeLink(Purpose, store.SpaceId, clock, stop, Good);
    }, stop);

    /// <summary>From now on no calendar is fed.</summary>
    public static Task EndFeed(this Store store, TimeProvider clock, CancellationToken stop) => store.RevokeLinks(Purpose, store.SpaceId, clock, stop);
}
