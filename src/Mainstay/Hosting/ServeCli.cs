using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary><c>serve [--urls URL]</c>: what Mainstay does when nothing else is asked.</summary>
public static class ServeCli
{
    public static readonly Option<string?> Urls = new("--urls") { Description = "Where to listen; several with semicolons between. Default: http://localhost:5150", HelpName = "URL" };

    public static Command Command(Shell shell, Func<Settings, TimeProvider, WebApplication> build)
    {
        var serve = new Command("serve", "Serve Mainstay on this machine; also what happens without a command") { Urls };
        serve.SetAction((typed, stop) => Serve(shell, typed, build, stop));
        return serve;
    }

    public static Task<int> Serve(Shell shell, ParseResult typed, Func<Settings, TimeProvider, WebApplication> build, CancellationToken stop) => shell.Guard(async () =>
    {
        var settings = shell.SettingsOf(typed);
        if (typed.GetResult(Urls) is not null && typed.GetValue(Urls) is { } urls) settings = settings with { Urls = urls };
        return await Serve(shell, settings, build, stop);
    });

    /// <summary>Serves until somebody stops it. While it does, nobody may replace the database.</summary>
    public static async Task<int> Serve(Shell shell, Settings settings, Func<Settings, TimeProvider, WebApplication> build, CancellationToken stop)
    {
        Listening.ThrowUnlessHere(settings.Urls);
        using var serving = InUse.Serve(settings);
        await using var app = build(settings, shell.Around.Clock);
        await app.Services.BringUpToDate(stop);
        await Start(app, settings, stop);
        shell.Around.Out.WriteLine(Speech.Say("Hosting.Listening", string.Join(", ", Listening.Shown(app.Urls, settings.Urls))));
        await app.WaitForShutdownAsync(stop);
        return Shell.Fine;
    }

    private static async Task Start(WebApplication app, Settings settings, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new Conflict("Hosting.AddressTaken", settings.Urls);
        }
        catch (System.Net.Sockets.SocketException)
        {
            throw new CannotBeDone("Hosting.CannotListen", settings.Urls);
        }
    }
}
