using Mainstay.Accounts;
using Mainstay.Storage;

namespace Mainstay.Exchange;

public static class AskPlacesQueries
{
    /// <summary>Where the room that has this thread says who else could help with it; null when none has.</summary>
    public static async Task<string?> HelpWith(this IEnumerable<IAskPlace> places, Store store, Guid thread, CancellationToken stop)
    {
        foreach (var place in places.SeenBy(store))
            if (await place.HelpWith(store, thread, stop) is { } href) return href;
        return null;
    }
}
