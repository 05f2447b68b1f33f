namespace Mainstay.Formats;

/// <summary>Sequences that are already in order.</summary>
internal static class Sorted
{
    /// <summary>All of them in one order, the first of those with the same key. Lazy; each step costs the logarithm of their number.</summary>
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> sources, Func<T, DateTime> key)
    {
        var queue = new PriorityQueue<IEnumerator<T>, (DateTime, int)>();
        var open = sources.Select(source => source.GetEnumerator()).ToList();
        try
        {
            for (var i = 0; i < open.Count; i++)
                if (open[i].MoveNext()) queue.Enqueue(open[i], (key(open[i].Current), i));
            DateTime? last = null;
            while (queue.TryDequeue(out var next, out var place))
            {
                if (place.Item1 != last) yield return next.Current;
                last = place.Item1;
                if (next.MoveNext()) queue.Enqueue(next, (key(next.Current), place.Item2));
            }
        }
        finally
        {
            open.ForEach(source => source.Dispose());
        }
    }
}
