using System.Diagnostics;
using System.Text.Json;

namespace Mainstay.Benchmarks;

/// <summary>The Python process that does the same work with other libraries, one task at a time, so that the two take turns.</summary>
internal sealed class Beside : IDisposable
{
    private readonly Process process;

    private Beside(Process process, string versions) => (this.process, Versions) = (process, versions);

    /// <summary>The other libraries and their versions.</summary>
    public string Versions { get; }

    /// <summary>Debian's own Python, for its packages bring the libraries; null, and says why, when they are missing.</summary>
    public static Beside? Start(string script, params string[] arguments)
    {
        if (!File.Exists(Python))
        {
            Console.WriteLine($"graphs: there is no {Python} to measure beside; on Debian: apt-get install python3-igraph python3-networkx");
            return null;
        }
        var process = Process.Start(new ProcessStartInfo(Python, [script, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (process.StandardOutput.ReadLine() is { } versions) return new(process, versions);
        process.WaitForExit();
        process.Dispose();
        return null;
    }

    /// <summary>Has a task done; how many milliseconds it took there, and what came out.</summary>
    public (double Took, double[] Result) Do(string task)
    {
        process.StandardInput.WriteLine(task);
        using var answer = JsonDocument.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{task} failed, and said why above."));
        return (answer.RootElement.GetProperty("took").GetDouble(), [.. answer.RootElement.GetProperty("result").EnumerateArray().Select(n => n.GetDouble())]);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private const string Python = "/usr/bin/python3";
}
