using Mainstay.Benchmarks;

// bench [NAME…] [--people N] [--touches N]: measures all, or those whose name contains one of the names.
var root = Place.Root();
var shelf = Path.Combine(root, "artifacts", "bench");
var size = Place.Size(args);
var wanted = args.Where(a => !a.StartsWith('-') && !int.TryParse(a, out _)).ToArray();

var benches = new (string Name, Func<Task<IReadOnlyList<Measured>>> Run)[]
{
    ("cards", () => CardsBench.Run(shelf)),
    ("network", async () => await NetworkBench.Run(await Network.Filled(shelf, size.People, size.Touches))),
    ("map", async () => await MapBench.Run(await Network.Filled(shelf, size.People, size.Touches))),
    ("experts", ExpertsBench.Run),
    ("cold", async () => await ProgramBench.Cold(root, await Network.Filled(shelf, size.People, size.Touches))),
    ("server", async () => await ProgramBench.Server(root, await Network.Filled(shelf, size.People, size.Touches))),
    ("web", async () => await WebBench.Run(root, await Network.Filled(shelf, size.People, size.Touches))),
    ("lighthouse", async () => await LighthouseBench.Run(root, await Network.Filled(shelf, size.People, size.Touches))),
    ("view", () => ViewBench.Run(root, shelf, size.People)),
    ("api", async () => await ApiBench.Run(root, await Network.Filled(shelf, size.People, size.Touches))),
};

var chosen = benches.Where(b => wanted.Length == 0 || wanted.Any(w => b.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
var lines = new List<Measured>();
foreach (var (_, run) in chosen) lines.AddRange(await run());
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"There is no benchmark called {string.Join(' ', wanted)}. There are: {string.Join(", ", benches.Select(b => b.Name))}");
    return 2;
}
if (lines.Count > 0) Report.Write(lines, Path.Combine(shelf, "results.json"));
return 0;
