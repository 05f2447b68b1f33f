using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Mainstay.Benchmarks;

/// <summary>The program as it is run: cold commands, and a server asked over loopback.</summary>
internal static class ProgramBench
{
    public static async Task<IReadOnlyList<Measured>> Cold(string root, string data)
    {
        await Command(root, data, "config"); // builds when something changed
        return
        [
            await Measured.Time("cold command: today", 700, 9, () => Command(root, data, "today", "--json")),
            await Measured.Time("cold command: people QUERY", null, 9, () => Command(root, data, "people", "clinic pricing", "--json")),
        ];
    }

    public static async Task<IReadOnlyList<Measured>> Server(string root, string data)
    {
        await Command(root, data, "config");
        var starts = new List<double>();
        for (var i = 0; i < 3; i++) starts.Add(await FirstAnswer(root, data));
        var port = FreePort();
        using var server = Start(root, data, "serve", "--urls", Address(port));
        try
        {
            using (var anybody = new HttpClient { BaseAddress = new Uri(Address(port)) }) await Answers(anybody);
            using var client = await SignedIn.Browser(data, Address(port));
            var lines = new List<Measured> { Measured.Of("start to first answer", "ms", 1_500, starts) };
            foreach (var (name, path, target) in new (string, string, double?)[] { ("today in the server, warm", "/", 50), ("people in the server, warm", "/people", null), ("search in the server, warm", "/people?q=clinic%20pricing", 50), ("search with a typing mistake, warm", "/people?q=almieda", 50) })
                lines.Add(await Measured.Time(name, target, 25, () => client.GetStringAsync(path), warmUp: 10));
            lines.Add(Measured.Of("resident memory of the server after that", "MB", 200, [Resident(server)]));
            return lines;
        }
        finally
        {
            await Stop(server);
        }
    }

    /// <summary>A server on a free port, which has answered once; stopped when it is disposed of.</summary>
    public static async Task<ServedProgram> Served(string root, string data, params (string Name, string Value)[] variables)
    {
        await Command(root, data, "config");
        var address = Address(FreePort());
        var served = new ServedProgram(Start(root, data, variables, "serve", "--urls", address), address);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await Answers(client);
        return served;
    }

    private static async Task<double> FirstAnswer(string root, string data)
    {
        var port = FreePort();
        var started = Stopwatch.GetTimestamp();
        using var server = Start(root, data, "serve", "--urls", Address(port));
        using var client = new HttpClient { BaseAddress = new Uri(Address(port)) };
        await Answers(client);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await Stop(server);
        return time;
    }

    private static async Task Answers(HttpClient client)
    {
        for (var tries = 0; tries < 2_000; tries++)
            try
            {
                using var answer = await client.GetAsync("/sign-in");
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException failure) when (failure.StatusCode is null)
            {
                await Task.Delay(10);
            }
        throw new InvalidOperationException("The server never answered.");
    }

    private static async Task Command(string root, string data, params string[] args)
    {
        using var process = Start(root, data, args);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', args)} ended with {process.ExitCode}.");
    }

    private static Process Start(string root, string data, params string[] args) => Start(root, data, [], args);

    private static Process Start(string root, string data, (string Name, string Value)[] variables, params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(root, "bin", "mainstay"), args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MAINSTAY_DATA"] = data;
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is { } text && !text.StartsWith("info: ", StringComparison.Ordinal)) Console.Error.WriteLine(text); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    internal static async Task Stop(Process server)
    {
        server.Kill();
        await server.WaitForExitAsync();
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static double Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1_000_000.0;
    }
}

/// <summary>The program while it serves.</summary>
internal sealed partial class ServedProgram : IAsyncDisposable
{
    private readonly Process server;
    private readonly ConcurrentQueue<double> times = new();

    public ServedProgram(Process server, string address)
    {
        (this.server, Address) = (server, address);
        server.ErrorDataReceived += (_, line) => { if (Time().Match(line.Data ?? "") is { Success: true } said) times.Enqueue(double.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)); };
    }

    public string Address { get; }

    /// <summary>The processor's time it took so far, in milliseconds.</summary>
    public double Work
    {
        get
        {
            server.Refresh();
            return server.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>How long it says its answers took since this was asked last, in milliseconds; if it logs requests.</summary>
    public IReadOnlyList<double> Times()
    {
        var since = new List<double>();
        while (times.TryDequeue(out var time)) since.Add(time);
        return since;
    }

    /// <summary>How much memory it holds, in MB.</summary>
    public double Resident => ProgramBench.Resident(server);

    public async ValueTask DisposeAsync()
    {
        await ProgramBench.Stop(server);
        server.Dispose();
    }

    [GeneratedRegex(" [0-9]{3} in ([0-9.]+) ms$")]
    private static partial Regex Time();
}
