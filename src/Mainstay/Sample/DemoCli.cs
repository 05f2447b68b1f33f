using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Sample;

/// <summary><c>demo</c>: a sample network, served from a folder that is gone afterwards.</summary>
public static class DemoCli
{
    /// <summary>Who looks around.</summary>
    private const string Guest = "robin@example.org";

    public static Command Command(Shell shell, Option<string?> urls, Func<Settings, TimeProvider, WebApplication> build)
    {
        var demo = new Command("demo", "Sample.HelpDemo") { urls };
        demo.SetAction((typed, stop) => shell.Guard(() => Serve(shell, typed.GetResult(urls) is null ? null : typed.GetValue(urls), build, stop)));
        return demo;
    }

    private static async Task<int> Serve(Shell shell, string? urls, Func<Settings, TimeProvider, WebApplication> build, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-demo-").FullName;
        try
        {
            var settings = Settings.From(shell.Around.Variable, folder) with { Database = null };
            if (urls is not null) settings = settings with { Urls = urls };
            Listening.ThrowUnlessHere(settings.Urls);
            await Fill(settings, shell.Around.Clock, build, stop);
            shell.Around.Out.WriteLine(Speech.Say("Sample.Commands", folder));
            return await ServeCli.Serve(shell, settings, build, Guest, stop);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fill(Settings settings, TimeProvider clock, Func<Settings, TimeProvider, WebApplication> build, CancellationToken stop)
    {
        await using var house = build(settings, clock);
        await house.Services.BringUpToDate(stop);
        await using var scope = house.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var owner = await store.EnterAsLocalOwner(clock, stop);
        await store.AddAccount(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), new() { Name = "Robin", Mail = Guest, Password = Secrets.Make() }, clock, stop);
        await store.FillWithSample(owner.Today(clock), clock, stop);
    }
}
