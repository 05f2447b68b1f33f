using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mainstay.Benchmarks;

/// <summary>A network of the size that is measured, made once and kept for the next run.</summary>
internal static class Network
{
    public const int People = 10_000, Touches = 1_000_000;

    /// <summary>The folder of the filled SQLite database; made when it is not there yet.</summary>
    public static async Task<string> Filled(string shelf, int people, int touches)
    {
        var folder = Path.Combine(shelf, Name(people, touches));
        if (File.Exists(Path.Combine(folder, "complete"))) return folder;
        if (Directory.Exists(folder)) Directory.Delete(folder, true);
        Console.Error.WriteLine($"Making a network of {people} people and {touches} touches in {folder}");
        await using (var house = Open(folder)) await Fill(house, people, touches);
        await File.WriteAllTextAsync(Path.Combine(folder, "complete"), "");
        return folder;
    }

    /// <summary>The same network in each database that is measured: SQLite, and PostgreSQL where its server is named.</summary>
    public static async Task<IReadOnlyList<(string In, Settings Settings)>> Everywhere(string shelf, int people, int touches, string? server)
    {
        var all = new List<(string, Settings)> { ("SQLite", new() { Data = await Filled(shelf, people, touches) }) };
        if (server is not null) all.Add(("PostgreSQL", await FilledPostgres(shelf, people, touches, server)));
        return all;
    }

    public static ServiceProvider Open(Settings settings) => House.Furnish(settings, TimeProvider.System).BuildServiceProvider();

    public static ServiceProvider Open(string folder) => Open(new Settings { Data = folder });

    /// <summary>The network in a database of its own on that server; it is filled in one transaction, so whoever is there is complete.</summary>
    private static async Task<Settings> FilledPostgres(string shelf, int people, int touches, string server)
    {
        var name = "mainstay-bench-" + Name(people, touches);
        var settings = new Settings { Data = Path.Combine(shelf, "postgres"), Database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString(), BackUpFirst = false };
        await using var house = Open(settings);
        await house.BringUpToDate(default);
        if (await IsFilled(house)) return settings;
        Console.Error.WriteLine($"Making a network of {people} people and {touches} touches in {name}");
        await Fill(house, people, touches);
        return settings;
    }

    private static async Task<bool> IsFilled(ServiceProvider house)
    {
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await store.EnterAsLocalOwner(TimeProvider.System, default);
        return await store.Ties.AnyAsync();
    }

    private static string Name(int people, int touches) => FormattableString.Invariant($"network-{people}-{touches}");

    private static async Task Fill(ServiceProvider house, int people, int touches)
    {
        await house.BringUpToDate(default);
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var owner = await store.EnterAsLocalOwner(TimeProvider.System, default);
        var today = owner.Today(TimeProvider.System);
        var rows = Generator.People(people).Select(p => PersonRows.Of(p, TimeProvider.System.GetUtcNow().UtcDateTime)).ToList();
        var ids = rows.Select(r => r.Person.Id).ToList();
        await using var writing = await store.WriteAlone(default);
        await store.AddPeople(rows, default);
        await store.RecordMany(Generator.Touches(ids, touches, today), today, TimeProvider.System, default);
        for (var i = 0; i < 1_000; i++) await store.SetLayer(ids[i * (people / 1_000)], (Layer)(i < 5 ? 1 : i < 20 ? 2 : i < 150 ? 3 : 4), default);
        await writing.CommitAsync();
    }
}
