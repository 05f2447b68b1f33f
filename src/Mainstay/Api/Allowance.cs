using System.Collections.Concurrent;

namespace Mainstay.Api;

/// <summary>How many requests each caller may make in a minute.</summary>
/// <param name="most">So many; 0 for no limit.</param>
/// <param name="clock">Whose minutes count.</param>
internal sealed class Allowance(int most, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, Used> callers = new();

    /// <summary>Counts a request of this caller; null when it may be done, else how many seconds to wait.</summary>
    public int? Take(Guid caller)
    {
        if (most == 0) return null;
        var now = clock.GetUtcNow();
        var minute = now.ToUnixTimeSeconds() / 60;
        var used = callers.AddOrUpdate(caller, _ => new(minute, 1), (_, used) => used.Minute == minute ? used with { Requests = used.Requests + 1 } : new(minute, 1));
        return used.Requests <= most ? null : 60 - (int)(now.ToUnixTimeSeconds() % 60);
    }

    public int Most => most;

    private readonly record struct Used(long Minute, int Requests);
}
