using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Mainstay.Benchmarks;

/// <summary>The table on standard output, and the same as a JSON file.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(IReadOnlyList<Measured> lines, string file)
    {
        Console.WriteLine($"{"what",-66} {"median",10} {"worst",10} {"target",10}  met");
        foreach (var line in lines)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Name,-66} {line.Median,7:0.0} {line.Unit} {line.Worst,7:0.0} {line.Unit} {(line.Target is { } t ? $"{t:0} {line.Unit}" : ""),10}  {(line.Met is { } met ? met ? "yes" : "NO" : "")}"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(new { cores = Environment.ProcessorCount, system = RuntimeInformation.OSDescription, runtime = RuntimeInformation.FrameworkDescription, lines }, Indented));
        Console.WriteLine($"Written to {Path.GetRelativePath(Directory.GetCurrentDirectory(), file)}");
    }
}
