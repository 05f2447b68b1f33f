namespace Mainstay.Lists;

/// <summary>The lists this process read last, so that ten thousand people are unpacked once and not with every page. Who finds another stamp in the database reads them anew.</summary>
public sealed class KeptLists
{
    /// <summary>Spaces that are looked at in turn; one of ten thousand people takes some megabytes.</summary>
    private const int Most = 8;

    private readonly Lock door = new();
    private readonly List<(Guid Space, Guid Stamp, ListBlock Everybody)> latest = [];

    public ListBlock? Find(Guid space, Guid stamp)
    {
        lock (door) return latest.Find(k => k.Space == space && k.Stamp == stamp).Everybody;
    }

    public void Keep(Guid space, Guid stamp, ListBlock everybody)
    {
        lock (door)
        {
            latest.RemoveAll(k => k.Space == space);
            if (latest.Count == Most) latest.RemoveAt(0);
            latest.Add((space, stamp, everybody));
        }
    }
}
