using Mainstay.Benchmarks;
using Mainstay.Storage;

// bench [NAME…] [--people N] [--touches N] [--postgres CONNECTION]: measures all, or those whose name contains one of the names;
// the network, the map and growth on a PostgreSQL server too, when one is named.
var root = Place.Root();
var shelf = Path.Combine(root, "artifacts", "bench");
var size = Place.Size(args);
var postgres = Place.Option(args, "--postgres");
var wanted = args.Where((a, i) => !a.StartsWith('-') && (i == 0 || !args[i - 1].StartsWith('-'))).ToArray();

var benches = new (string Name, Func<Task<IReadOnlyList<Measured>>> Run)[]
{
    ("cards", () => CardsBench.Run(shelf)),
    ("network", () => InEach(NetworkBench.Run)),
    ("map", () => InEach(MapBench.Run)),
    ("growth", () => InEach(GrowthBench.Run)),
    ("paths", () => InEach(PathsBench.Run)),
    ("experts", ExpertsBench.Run),
    ("matching", () => MatchingBench.Run(root, shelf)),
    ("circle", () => CircleBench.Run(root, shelf)),
    ("graphs", () => GraphsBench.Run(root, shelf)),
    ("cold", async () => await ProgramBench.Cold(root, await Network.Filled(shelf, size.People, size.Touches))),
    ("server", async () => await ProgramBench.Server(root, await Network.Filled(shelf, size.People, size.Touches))),
    ("web", async () => await WebBench.Run(root, await Network.Filled(shelf, size.People, size.Touches))),
    ("lighthouse", async () => await LighthouseBench.Run(root, await Network.Filled(shelf, size.People, size.Touches))),
    ("view", () => ViewBench.Run(root, shelf, size.People)),
    ("api", async () => await ApiBench.Run(root, await Network.Filled(shelf, size.People, size.Touches))),
};

if (args.Any(a => a is "--help" or "-h" or "-?" or "help"))
{
    Console.WriteLine($"bench [NAME…] [--people N] [--touches N] [--postgres CONNECTION]\nMeasures everything, or what has one of the names in its own: {string.Join(", ", benches.Select(b => b.Name))}.");
    return 0;
}
var chosen = benches.Where(b => wanted.Length == 0 || wanted.Any(w => b.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
var lines = new List<Measured>();
var failed = new List<string>();
foreach (var (name, run) in chosen)
{
    try
    {
        lines.AddRange(await run());
    }
    catch (Exception failure) // what was measured by the others is not lost with it
    {
        failed.Add(name);
        Console.Error.WriteLine($"{name} could not be measured: {failure}");
    }
}
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"There is no benchmark called {string.Join(' ', wanted)}. There are: {string.Join(", ", benches.Select(b => b.Name))}");
    return 2;
}
if (lines.Count > 0) Report.Write(lines, Path.Combine(shelf, "results.json"));
if (failed.Count > 0) Console.Error.WriteLine($"Not measured: {string.Join(", ", failed)}.");
return failed.Count == 0 ? 0 : 1;

async Task<IReadOnlyList<Measured>> InEach(Func<string, Settings, Task<IReadOnlyList<Measured>>> run)
{
    var lines = new List<Measured>();
    foreach (var (database, settings) in await Network.Everywhere(shelf, size.People, size.Touches, postgres)) lines.AddRange(await run(database, settings));
    return lines;
}
