using Mainstay.Accounts;

namespace Mainstay.Live;

/// <summary>How many live parts of pages one person may have open at once, in this process: each is a connection that is kept.</summary>
internal sealed class Seats
{
    internal const int Most = 20;

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private readonly Lock counting = new();
    private readonly Dictionary<Guid, int> taken = [];

    /// <summary>Takes one, until it is given back.</summary>
    public IDisposable Take(Guid who)
    {
        lock (counting)
        {
            var count = taken.GetValueOrDefault(who) + 1;
            if (count > Most) throw new TooSoon(Later);
            taken[who] = count;
        }
        return new Seat(this, who);
    }

    private void GiveBack(Guid who)
    {
        lock (counting)
        {
            if (--taken[who] == 0) taken.Remove(who);
        }
    }

    private sealed class Seat(Seats seats, Guid who) : IDisposable
    {
        public void Dispose() => seats.GiveBack(who);
    }
}
