using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Mainstay.Algorithms.Graphs;

namespace Mainstay.Benchmarks;

/// <summary>
/// Graphs beside python-igraph and networkx, in turns on the same 4,039 nodes and 88,234 links (SNAP's ego-Facebook), and the best
/// paths among 10,000 nodes and 100,000 links. Ours takes all cores where it says so; theirs takes one.
/// </summary>
internal static class GraphsBench
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Task<IReadOnlyList<Measured>> Run(string root, string shelf)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("MAINSTAY_SHARED") ?? "", "data", "facebook_combined.txt");
        var rows = new List<Row>();
        if (!File.Exists(file)) Console.WriteLine("graphs: MAINSTAY_SHARED does not name the folder that holds data/facebook_combined.txt.");
        else rows.AddRange(Together(root, shelf, Read(file)));
        rows.AddRange(BestOfMany(3, 50));
        rows.AddRange(BestOfMany(6, null));
        Write(rows, Path.Combine(shelf, "graphs.json"));
        return Task.FromResult<IReadOnlyList<Measured>>([]);
    }

    /// <summary>One line of the table: both medians, how many times as long the other took (the median of the turns), what that should reach, and whether both found the same.</summary>
    private sealed record Row(string What, string Beside, double Ours, double? Theirs, double? Times, double? AtLeast, int Turns, string Found)
    {
        /// <summary>Of ours alone: milliseconds that should not be exceeded.</summary>
        public double? AtMost { get; init; }

        public bool? Met => AtMost is { } most ? Ours <= most : AtLeast is { } least ? Times >= least : null;
    }

    private static IEnumerable<Row> Together(string root, string shelf, Arc[] links)
    {
        var nodes = links.Max(link => Math.Max(link.From, link.To)) + 1;
        Directory.CreateDirectory(shelf);
        var same = Path.Combine(shelf, "graphs-links.txt");
        File.WriteAllLines(same, links.Select(link => string.Create(CultureInfo.InvariantCulture, $"{link.From} {link.To} {link.Weight:R}")));
        using var beside = Beside.Start(Path.Combine(root, "bench", "Mainstay.Benchmarks", "graphs.py"), same, nodes.ToString(CultureInfo.InvariantCulture));
        if (beside is null) yield break;
        Console.WriteLine($"graphs: {nodes} nodes, {links.Length} links, beside {beside.Versions}");
        foreach (var (what, task, turns, atLeast, ours) in Work(nodes, links)) yield return Turns(beside, what, task, turns, atLeast, ours);
    }

    /// <summary>What is done on both sides: its name, the other's task, how many turns, how many times as fast ours should be, and ours.</summary>
    private static IEnumerable<(string What, string Task, int Turns, double? AtLeast, Func<double[]> Ours)> Work(int nodes, Arc[] links)
    {
        var strengths = CompressedGraph.Undirected(nodes, links);
        var alike = CompressedGraph.Undirected(nodes, [.. links.Select(link => link with { Weight = 1 })]);
        int[] hundred = [.. Enumerable.Range(0, 100).Select(n => n * (nodes / 100))];
        yield return ("constraint of all", "igraph constraint", 15, 1, () => Constraints(alike));
        yield return ("constraint of 100", "networkx constraint", 1, null, () => [.. hundred.Select(new Burt(alike).At).Select(b => b!.Value.Constraint)]);
        yield return ("betweenness of all", "igraph betweenness", 7, 1, () => Scores(nodes, scores => Betweenness.BySteps(alike, scores)));
        yield return ("betweenness of all", "networkx betweenness", 3, 30, () => Scores(nodes, scores => Betweenness.BySteps(alike, scores)));
        yield return ("betweenness by strength", "igraph strength", 3, 1, () => Scores(nodes, scores => Betweenness.ByStrength(strengths, scores)));
        yield return ("weighted paths from 100", "igraph paths", 15, 1, () => Far(strengths, hundred));
        yield return ("weighted paths from 100", "networkx paths", 3, 30, () => Far(strengths, hundred));
        yield return ("groups (modularity)", "igraph louvain", 15, 1, () => [Communities.Find(alike).Modularity!.Value]);
    }

    private static Row Turns(Beside beside, string what, string task, int turns, double? atLeast, Func<double[]> ours)
    {
        var (mine, theirs, result, other) = (new double[turns], new double[turns], Array.Empty<double>(), Array.Empty<double>());
        for (var warm = 0; warm < 3; warm++) ours();
        for (var turn = 0; turn < turns; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            result = ours();
            mine[turn] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            (theirs[turn], other) = beside.Do(task);
        }
        return new(what, task.Split(' ')[0], Median(mine), Median(theirs), Median([.. theirs.Zip(mine, (t, m) => t / m)]), atLeast, turns, Agreement(result, other));
    }

    private static double[] Constraints(CompressedGraph graph)
    {
        var standings = new Brokerage?[graph.Nodes];
        new Burt(graph).All(standings);
        return [.. standings.Select(s => s?.Constraint ?? double.NaN)];
    }

    private static double[] Scores(int nodes, Action<double[]> fill)
    {
        var scores = new double[nodes];
        fill(scores);
        return scores;
    }

    /// <summary>Of each source, how far all it reaches are together.</summary>
    private static double[] Far(CompressedGraph graph, int[] sources)
    {
        var (search, distances, previous) = (new ShortestPaths(graph), new double[graph.Nodes], new int[graph.Nodes]);
        return [.. sources.Select(source =>
        {
            search.From(source, distances, previous);
            return distances.Where(double.IsFinite).Sum();
        })];
    }

    /// <summary>The 20 best paths between fifty pairs, and the slowest of them, in a random graph of circles of a hundred: two in three links stay within one, and so do the pairs, so that there are paths enough.</summary>
    private static IEnumerable<Row> BestOfMany(int steps, double? most)
    {
        var random = new Random(20261);
        var links = new Arc[100_000];
        for (var link = 0; link < links.Length; link++) links[link] = Between(random.Next(3) < 2 ? 100 : 10_000, random);
        var (graph, took, found) = (CompressedGraph.Undirected(10_000, links), new double[50], 0);
        for (var pair = -3; pair < took.Length; pair++)
        {
            var ends = Between(100, random);
            var started = Stopwatch.GetTimestamp();
            var paths = BestPaths.Find(graph, ends.From, ends.To, 20, steps);
            if (pair < 0) continue;
            took[pair] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            found += paths.Count;
        }
        var said = string.Create(CultureInfo.InvariantCulture, $"slowest {took.Max():0.0} ms, {found} paths");
        yield return new($"20 best paths, {steps} steps, 10,000 nodes", "", Median(took), null, null, null, took.Length, said) { AtMost = most };
    }

    /// <summary>A link between two of the same circle of so many.</summary>
    private static Arc Between(int circle, Random random)
    {
        var one = random.Next(10_000);
        return new(one, one / circle * circle + random.Next(circle), .1 + .8 * random.NextDouble());
    }

    /// <summary>Lines that are two integers; their weight is made of them in tenths from 1 to 10.9.</summary>
    private static Arc[] Read(string file) =>
    [
        .. from line in File.ReadLines(file)
           let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           where words.Length == 2 && words.All(word => int.TryParse(word, CultureInfo.InvariantCulture, out _))
           let ends = words.Select(word => int.Parse(word, CultureInfo.InvariantCulture)).Order().ToArray()
           select new Arc(ends[0], ends[1], 1 + (31L * ends[0] + 17L * ends[1]) % 100 / 10.0),
    ];

    private static string Agreement(double[] ours, double[] theirs)
    {
        if (theirs.Length == 0) return "not compared";
        if (theirs.Length == 1) return string.Create(CultureInfo.InvariantCulture, $"ours {ours[0]:0.00000}, theirs {theirs[0]:0.00000}");
        var off = ours.Zip(theirs, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(b))).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{(ours.Length == theirs.Length && off < 1e-8 ? "same" : "DIFFERENT")}, {off:0.0e0} off");
    }

    private static double Median(double[] numbers) => numbers.Order().ElementAt(numbers.Length / 2);

    private static void Write(List<Row> rows, string file)
    {
        Console.WriteLine($"{"what",-40} {"beside",-9} {"ours",10} {"theirs",12} {"times",8} {"target",9}  {"met",-4} {"turns",5}  found");
        foreach (var row in rows)
        {
            var target = row.AtMost is { } most ? $"{most:0} ms" : row.AtLeast is { } least ? $"{least:0} x" : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.What,-40} {row.Beside,-9} {row.Ours,7:0.0} ms {(row.Theirs is { } t ? $"{t:0.0} ms" : ""),12} {(row.Times is { } n ? $"{n:0.0} x" : ""),8} {target,9}  {(row.Met is not { } met ? "" : met ? "yes" : "NO"),-4} {row.Turns,5}  {row.Found}"));
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(new { cores = Environment.ProcessorCount, rows }, Indented));
    }
}
