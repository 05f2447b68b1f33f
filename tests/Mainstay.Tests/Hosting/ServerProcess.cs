using System.Diagnostics;
using System.Text.RegularExpressions;
using Mainstay.Storage;

namespace Mainstay.Tests.Hosting;

/// <summary>A real <c>mainstay serve</c>, with a port and a data folder of its own, on a database that others may serve too.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> isUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];

    private ServerProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => isUp.Task.Result;

    /// <summary>Starts one, and waits until it says where it is.</summary>
    public static async Task<ServerProcess> Start(Settings settings, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mainstay.dll"), "serve", "--urls", "http://127.0.0.1:0"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["MAINSTAY_DATA"] = Path.Combine(settings.Data, Guid.CreateVersion7().ToString("N"));
        start.Environment["MAINSTAY_DATABASE"] = settings.Database;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // the styleguide has a live part
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!);
        await server.isUp.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The secret of the link by which the first account is made here.</summary>
    public async Task<string> SetUpKey()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            lock (said)
                if (said.Select(s => Key().Match(s)).FirstOrDefault(m => m.Success) is { } found) return found.Groups[1].Value;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new InvalidOperationException("It printed no link: " + string.Join('\n', said));
    }

    /// <summary>At once, in the middle of whatever it does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            if (process.HasExited) isUp.TrySetException(new InvalidOperationException("It did not start: " + string.Join('\n', said)));
            return;
        }
        lock (said) said.Add(line);
        if (Place().Match(line) is { Success: true } place) isUp.TrySetResult(new(place.Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"/setup\?key=(\S+)")]
    private static partial Regex Key();
}
