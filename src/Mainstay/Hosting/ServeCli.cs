using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Mail;
using Mainstay.Outside;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary><c>serve [--urls URL]</c>: what Mainstay does when nothing else is asked.</summary>
public static class ServeCli
{
    /// <summary>Where to listen. The program and its commands that serve share one, so that it may stand before or after the command.</summary>
    public static Option<string?> Urls() => new("--urls") { Description = "Hosting.HelpUrls", HelpName = "URL" };

    public static Command Command(Shell shell, Option<string?> urls, Func<Settings, TimeProvider, WebApplication> build)
    {
        var serve = new Command("serve", "Hosting.HelpServe") { urls };
        serve.SetAction((typed, stop) => Serve(shell, typed, urls, build, stop));
        return serve;
    }

    public static Task<int> Serve(Shell shell, ParseResult typed, Option<string?> urls, Func<Settings, TimeProvider, WebApplication> build, CancellationToken stop) =>
        shell.Guard(() => Serve(shell, SettingsOf(shell, typed, urls), build, null, stop));

    /// <summary>The settings in force, with where to listen as it was typed.</summary>
    internal static Settings SettingsOf(Shell shell, ParseResult typed, Option<string?> urls)
    {
        var settings = shell.SettingsOf(typed);
        return typed.GetResult(urls) is not null && typed.GetValue(urls) is { } at ? settings with { Urls = at } : settings;
    }

    /// <summary>Serves until somebody stops it. While it does, nobody may replace the database.</summary>
    /// <param name="shell">Where it says so.</param>
    /// <param name="settings">What is served.</param>
    /// <param name="build">Makes the server.</param>
    /// <param name="guest">Whose link to sign in with is printed, by mail address; without one, only the first account's link is, while there is none.</param>
    /// <param name="stop">Asks it to stop.</param>
    public static async Task<int> Serve(Shell shell, Settings settings, Func<Settings, TimeProvider, WebApplication> build, string? guest, CancellationToken stop)
    {
        foreach (var problems in (Problems[])[Listening.Check(settings), Logs.Check(settings), Telemetry.Check(settings), OutsideCalls.Check(settings), MailSettings.Check(settings), ProviderSettings.Check(settings)]) if (problems.Any) throw new Mistaken(problems);
        using var serving = InUse.Serve(settings);
        await using var app = build(settings, shell.Around.Clock);
        await app.Services.BringUpToDate(stop);
        Seals.Check(settings);
        await Start(app, settings, stop);
        var shown = Listening.Shown(app.Urls, settings).ToList();
        await InUse.SayWhere(settings, shown[0]);
        var link = await Link(app.Services, shown[0], guest, stop);
        // From the moment it says that it serves, being asked to stop is no failure.
        shell.Around.Out.WriteLine(Speech.Say("Hosting.Listening", string.Join(", ", shown)));
        if (link is not null) shell.Around.Out.WriteLine(Speech.Say(guest is null ? "Hosting.BeginHere" : "Hosting.OpenThis", link));
        await app.WaitForShutdownAsync(stop);
        return Shell.Fine;
    }

    private static async Task<string?> Link(IServiceProvider services, string at, string? guest, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var (store, clock) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        return guest is not null || !await store.HasAccounts(stop) ? await Links.ForWhoSitsHere(store, at, guest, clock, stop) : null;
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
