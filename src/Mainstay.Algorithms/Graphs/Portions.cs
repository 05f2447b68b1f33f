namespace Mainstay.Algorithms.Graphs;

/// <summary>Work on all cores: portions of a fixed size, taken by whoever is free. What a portion gives must not depend on who takes it.</summary>
internal static class Portions
{
    /// <summary>Runs the work for [0, count) in portions; each worker has a desk of its own, which is disposed of at the end.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="size">Of a portion, 1 or more.</param>
    /// <param name="desk">Makes what one worker writes on.</param>
    /// <param name="work">Gets a desk, where its portion begins and where it ends (exclusive).</param>
    /// <param name="stop">Looked at before each portion.</param>
    public static void Run<T>(int count, int size, Func<T> desk, Action<T, int, int> work, CancellationToken stop) where T : class
    {
        var portions = (int)(((long)count + size - 1) / size);
        if (portions > 1)
        {
            var options = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(0, portions, options, desk, (portion, _, mine) =>
            {
                work(mine, portion * size, (int)Math.Min(count, (long)(portion + 1) * size));
                return mine;
            }, mine => (mine as IDisposable)?.Dispose());
            return;
        }
        stop.ThrowIfCancellationRequested();
        if (portions == 0) return;
        var alone = desk();
        work(alone, 0, count);
        (alone as IDisposable)?.Dispose();
    }
}
