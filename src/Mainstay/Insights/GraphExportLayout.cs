using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>Where somebody stands on the drawing, and at which angle, in degrees clockwise from the right.</summary>
internal readonly record struct GraphSpot(double X, double Y, double Angle);

/// <summary>
/// A drawing that is the same for the same network: the owner in the middle, layers as rings around them, groups as sectors. A ring has as many rows as
/// it takes for each name to have its place.
/// </summary>
internal sealed class GraphExportLayout
{
    /// <summary>So far apart are two names beside each other, and two rows: a row holds a name of <see cref="GraphExportSvg.LongestName"/> letters.</summary>
    private const double Beside = 15, Row = 165, First = 130;

    /// <summary>So many groups have a sector of their own; the others, and who knows nobody, share the last.</summary>
    private const int MostSectors = 12, LeastPeople = 3;

    private readonly Dictionary<int, (double From, double Wide)> sectors;

    public GraphExportLayout(NetworkView view)
    {
        var sizes = view.People.CountBy(SectorOf).OrderBy(s => s.Key).ToList();
        var least = view.People.Count / 60.0;
        var (all, from) = (sizes.Sum(s => Math.Max(s.Value, least)), -Math.PI / 2);
        sectors = [];
        foreach (var (sector, people) in sizes)
        {
            var wide = 2 * Math.PI * Math.Max(people, least) / all;
            sectors[sector] = (from, wide);
            from += wide;
        }
        Groups = [.. view.Groups.Where(g => IsOwn(g.Number, g.People.Count))];
        own = [.. Groups.Select(g => g.Number)];
        Spots = new GraphSpot[view.People.Count];
        Place(view);

        int SectorOf(NetworkPerson person) => Sector(person, view);
    }

    private readonly HashSet<int> own;

    /// <summary>Those who have a sector of their own.</summary>
    public IReadOnlyList<NetworkGroup> Groups { get; }

    /// <summary>By number.</summary>
    public GraphSpot[] Spots { get; }

    /// <summary>Where each ring begins, the nearest layer first.</summary>
    public List<(Layer Layer, double Radius)> Rings { get; } = [];

    /// <summary>Outside of all names.</summary>
    public double Radius { get; private set; }

    public bool IsOfSector(int? group) => group is { } number && own.Contains(number);

    /// <summary>In the middle of a sector, outside of all names.</summary>
    public GraphSpot Edge(NetworkGroup group) => Spot(sectors[group.Number].From + sectors[group.Number].Wide / 2, Radius);

    private static bool IsOwn(int number, int people) => number < MostSectors && people >= LeastPeople;

    private static int Sector(NetworkPerson person, NetworkView view) => person.Group is { } group && IsOwn(group, view.Groups[group].People.Count) ? group : MostSectors;

    private void Place(NetworkView view)
    {
        Radius = First;
        foreach (var ring in view.People.GroupBy(p => p.Layer).OrderBy(r => r.Key == Layer.None).ThenBy(r => r.Key))
        {
            Rings.Add((ring.Key, Radius));
            var rows = ring.GroupBy(p => Sector(p, view)).Max(part => Place([.. part.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Number)], sectors[part.Key]));
            Radius += rows * Row;
        }
    }

    /// <summary>Puts the people of a ring into their sector, row by row; the answer is how many rows it took.</summary>
    private int Place(NetworkPerson[] people, (double From, double Wide) sector)
    {
        var (placed, row) = (0, 0);
        for (; placed < people.Length; row++)
        {
            var radius = Radius + row * Row;
            var here = Math.Min(people.Length - placed, Math.Max(1, (int)(sector.Wide * radius / Beside)));
            for (var i = 0; i < here; i++) Spots[people[placed + i].Number] = Spot(sector.From + sector.Wide * (i + .5) / here, radius);
            placed += here;
        }
        return row;
    }

    private static GraphSpot Spot(double angle, double radius) => new(radius * Math.Cos(angle), radius * Math.Sin(angle), angle * 180 / Math.PI);
}
