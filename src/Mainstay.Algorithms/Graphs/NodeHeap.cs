namespace Mainstay.Algorithms.Graphs;

/// <summary>
/// The nodes that wait, the one with the least key on top: a heap with four children to a node (Johnson 1975), which fits a processor's
/// cache lines better than two. It knows where each node stands, so a key can fall. It allocates nothing after it was made.
/// </summary>
internal sealed class NodeHeap(int nodes)
{
    private const int Children = 4;

    private readonly (double Key, int Node)[] waiting = new (double, int)[nodes];
    private readonly int[] places = new int[nodes];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <summary>Puts a node in that does not wait. O(log n).</summary>
    public void Push(int node, double key) => Rise(Count++, (key, node));

    /// <summary>Lowers the key of a node that waits. O(log n).</summary>
    public void Lower(int node, double key) => Rise(places[node], (key, node));

    /// <summary>Takes the node with the least key out. O(log n).</summary>
    public (double Key, int Node) Pop()
    {
        var top = waiting[0];
        if (--Count > 0) Sink(waiting[Count]);
        return top;
    }

    private void Rise(int place, (double Key, int Node) entry)
    {
        while (place > 0)
        {
            var parent = (place - 1) / Children;
            if (waiting[parent].Key <= entry.Key) break;
            Put(place, waiting[parent]);
            place = parent;
        }
        Put(place, entry);
    }

    private void Sink((double Key, int Node) entry)
    {
        var place = 0;
        for (var first = 1; first < Count; first = place * Children + 1)
        {
            var (least, last) = (first, Math.Min(first + Children, Count));
            for (var child = first + 1; child < last; child++)
                if (waiting[child].Key < waiting[least].Key) least = child;
            if (entry.Key <= waiting[least].Key) break;
            Put(place, waiting[least]);
            place = least;
        }
        Put(place, entry);
    }

    private void Put(int place, (double Key, int Node) entry)
    {
        waiting[place] = entry;
        places[entry.Node] = place;
    }
}
