namespace Mainstay.Algorithms.Matching;

/// <summary>
/// The search of <see cref="GeneralMatching"/>: vertices are numbered from 1, blossoms after them, and 0 is nobody. Duals are doubled, so that
/// half steps stay whole.
/// </summary>
internal sealed class BlossomSearch
{
    private const int Free = -1, Outer = 0, Inner = 1;

    private readonly int count, size;
    private readonly Edge[,] edges;
    private readonly long[] dual;

    /// <summary>Of each vertex or blossom: whom it is matched with, the vertex whose edge has the least slack, the outermost blossom it lies in, and from which vertex it was reached.</summary>
    private readonly int[] match, slack, top, reachedFrom, label, seen;

    /// <summary>For each blossom, in which of its parts a vertex lies.</summary>
    private readonly int[,] partOf;
    private readonly List<int>[] parts;
    private readonly Queue<int> queue = new();
    private int used, round;

    public BlossomSearch(ReadOnlySpan<long> weights, int members)
    {
        (count, size) = (members, 2 * members + 1);
        (edges, partOf) = (new Edge[size, size], new int[size, members + 1]);
        (dual, match, slack, top, reachedFrom, label, seen) = (new long[size], new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
        parts = [.. Enumerable.Range(0, size).Select(_ => new List<int>())];
        long heaviest = 0;
        for (var one = 1; one <= members; one++)
        {
            (top[one], partOf[one, one]) = (one, one);
            for (var other = 1; other <= members; other++)
            {
                var weight = one == other ? 0 : Math.Max(0, weights[(one - 1) * members + other - 1]);
                edges[one, other] = new(one, other, weight);
                heaviest = Math.Max(heaviest, weight);
            }
        }
        for (var one = 1; one <= members; one++) dual[one] = heaviest;
        used = members;
    }

    public int[] Solve(CancellationToken stop)
    {
        while (Augmented()) stop.ThrowIfCancellationRequested();
        return [.. match.Skip(1).Take(count).Select(partner => partner - 1)];
    }

    private bool Augmented()
    {
        Array.Fill(label, Free, 0, used + 1);
        Array.Fill(slack, 0, 0, used + 1);
        queue.Clear();
        for (var x = 1; x <= used; x++)
        {
            if (top[x] != x || match[x] != 0) continue;
            (reachedFrom[x], label[x]) = (0, Outer);
            Enqueue(x);
        }
        if (queue.Count == 0) return false;
        while (true)
        {
            if (Grow()) return true;
            if (!AdjustDuals()) return false;
            queue.Clear();
            for (var x = 1; x <= used; x++)
                if (top[x] == x && slack[x] != 0 && top[slack[x]] != x && SlackOf(edges[slack[x], x]) == 0 && Found(edges[slack[x], x])) return true;
            for (var b = count + 1; b <= used; b++)
                if (top[b] == b && label[b] == Inner && dual[b] == 0) Expand(b);
        }
    }

    private bool Grow()
    {
        while (queue.TryDequeue(out var u))
        {
            if (label[top[u]] == Inner) continue;
            for (var v = 1; v <= count; v++)
            {
                if (edges[u, v].Weight <= 0 || top[u] == top[v]) continue;
                if (SlackOf(edges[u, v]) != 0) LessSlack(u, top[v]);
                else if (Found(edges[u, v])) return true;
            }
        }
        return false;
    }

    /// <summary>Moves the duals as far as they can; false when nothing heavier can be reached.</summary>
    private bool AdjustDuals()
    {
        var step = long.MaxValue;
        for (var b = count + 1; b <= used; b++)
            if (top[b] == b && label[b] == Inner) step = Math.Min(step, dual[b] / 2);
        for (var x = 1; x <= used; x++)
        {
            if (top[x] != x || slack[x] == 0 || label[x] == Inner) continue;
            var left = SlackOf(edges[slack[x], x]);
            step = Math.Min(step, label[x] == Free ? left : left / 2);
        }
        for (var u = 1; u <= count; u++)
        {
            if (label[top[u]] == Outer)
            {
                if (dual[u] <= step) return false;
                dual[u] -= step;
            }
            else if (label[top[u]] == Inner) dual[u] += step;
        }
        for (var b = count + 1; b <= used; b++)
            if (top[b] == b && label[b] != Free) dual[b] += label[b] == Outer ? 2 * step : -2 * step;
        return true;
    }

    private long SlackOf(Edge edge) => dual[edge.From] + dual[edge.To] - 2 * edges[edge.From, edge.To].Weight;

    private void LessSlack(int u, int x)
    {
        if (slack[x] == 0 || SlackOf(edges[u, x]) < SlackOf(edges[slack[x], x])) slack[x] = u;
    }

    private void LeastSlack(int x)
    {
        slack[x] = 0;
        for (var u = 1; u <= count; u++)
            if (edges[u, x].Weight > 0 && top[u] != x && label[top[u]] == Outer) LessSlack(u, x);
    }

    private void Enqueue(int x)
    {
        if (x <= count) queue.Enqueue(x);
        else foreach (var part in parts[x]) Enqueue(part);
    }

    private void SetTop(int x, int b)
    {
        top[x] = b;
        if (x > count) foreach (var part in parts[x]) SetTop(part, b);
    }

    /// <summary>How many steps along the even side of a blossom lead from its base to one of its parts.</summary>
    private int EvenWay(int b, int part)
    {
        var at = parts[b].IndexOf(part);
        if (at % 2 == 0) return at;
        parts[b].Reverse(1, parts[b].Count - 1);
        return parts[b].Count - at;
    }

    private void Match(int u, int v)
    {
        var edge = edges[u, v];
        match[u] = edge.To;
        if (u <= count) return;
        var part = partOf[u, edge.From];
        var way = EvenWay(u, part);
        for (var i = 0; i < way; i++) Match(parts[u][i], parts[u][i ^ 1]);
        Match(part, v);
        parts[u] = [.. parts[u].Skip(way), .. parts[u].Take(way)];
    }

    private void Augment(int u, int v)
    {
        while (true)
        {
            var next = top[match[u]];
            Match(u, v);
            if (next == 0) return;
            Match(next, top[reachedFrom[next]]);
            (u, v) = (top[reachedFrom[next]], next);
        }
    }

    private int CommonRoot(int u, int v)
    {
        for (round++; u != 0 || v != 0; (u, v) = (v, u))
        {
            if (u == 0) continue;
            if (seen[u] == round) return u;
            seen[u] = round;
            u = top[match[u]];
            if (u != 0) u = top[reachedFrom[u]];
        }
        return 0;
    }

    /// <summary>An edge without slack: a tree grows, a blossom is shrunk, or a path is found along which the matching grows.</summary>
    private bool Found(Edge edge)
    {
        var (u, v) = (top[edge.From], top[edge.To]);
        if (label[v] == Free)
        {
            var next = top[match[v]];
            (reachedFrom[v], label[v], slack[v], slack[next], label[next]) = (edge.From, Inner, 0, 0, Outer);
            Enqueue(next);
        }
        else if (label[v] == Outer)
        {
            var root = CommonRoot(u, v);
            if (root == 0)
            {
                Augment(u, v);
                Augment(v, u);
                return true;
            }
            Shrink(u, root, v);
        }
        return false;
    }

    private void Shrink(int u, int root, int v)
    {
        var b = count + 1;
        while (b <= used && top[b] != 0) b++;
        if (b > used) used++;
        (dual[b], label[b], match[b]) = (0, Outer, match[root]);
        parts[b] = [root];
        Climb(b, u, root);
        parts[b].Reverse(1, parts[b].Count - 1);
        Climb(b, v, root);
        SetTop(b, b);
        for (var x = 1; x <= used; x++) (edges[b, x], edges[x, b]) = (default, default);
        for (var x = 1; x <= count; x++) partOf[b, x] = 0;
        foreach (var part in parts[b])
        {
            for (var x = 1; x <= used; x++)
                if (edges[part, x].Weight > 0 && (edges[b, x].Weight == 0 || SlackOf(edges[part, x]) < SlackOf(edges[b, x]))) (edges[b, x], edges[x, b]) = (edges[part, x], edges[x, part]);
            for (var x = 1; x <= count; x++)
                if (partOf[part, x] != 0) partOf[b, x] = part;
        }
        LeastSlack(b);
    }

    private void Climb(int b, int from, int root)
    {
        for (var x = from; x != root;)
        {
            var next = top[match[x]];
            parts[b].Add(x);
            parts[b].Add(next);
            Enqueue(next);
            x = top[reachedFrom[next]];
        }
    }

    private void Expand(int b)
    {
        foreach (var part in parts[b]) SetTop(part, part);
        var entry = partOf[b, edges[b, reachedFrom[b]].From];
        var way = EvenWay(b, entry);
        for (var i = 0; i < way; i += 2)
        {
            var (inner, outer) = (parts[b][i], parts[b][i + 1]);
            (reachedFrom[inner], label[inner], label[outer], slack[inner]) = (edges[outer, inner].From, Inner, Outer, 0);
            LeastSlack(outer);
            Enqueue(outer);
        }
        (label[entry], reachedFrom[entry]) = (Inner, reachedFrom[b]);
        for (var i = way + 1; i < parts[b].Count; i++)
        {
            label[parts[b][i]] = Free;
            LeastSlack(parts[b][i]);
        }
        top[b] = 0;
    }

    private readonly record struct Edge(int From, int To, long Weight);
}
