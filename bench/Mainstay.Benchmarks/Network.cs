using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Benchmarks;

/// <summary>A network of the size that is measured, made once and kept for the next run.</summary>
internal static class Network
{
    public const int People = 10_000, Touches = 1_000_000;

    /// <summary>The folder of the filled SQLite database; made when it is not there yet.</summary>
    public static async Task<string> Filled(string shelf, int people, int touches)
    {
        var folder = Path.Combine(shelf, FormattableString.Invariant($"network-{people}-{touches}"));
        if (File.Exists(Path.Combine(folder, "complete"))) return folder;
        if (Directory.Exists(folder)) Directory.Delete(folder, true);
        Console.Error.WriteLine($"Making a network of {people} people and {touches} touches in {folder}");
        await using (var house = Open(folder)) await Fill(house, people, touches);
        await File.WriteAllTextAsync(Path.Combine(folder, "complete"), "");
        return folder;
    }

    public static ServiceProvider Open(string folder) => House.Furnish(new Settings { Data = folder }, TimeProvider.System).BuildServiceProvider();

    private static async Task Fill(ServiceProvider house, int people, int touches)
    {
        await house.BringUpToDate(default);
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var owner = await store.EnterAsLocalOwner(TimeProvider.System, default);
        var today = owner.Today(TimeProvider.System);
        var rows = Generator.People(people).Select(p => PersonRows.Of(p, TimeProvider.System.GetUtcNow().UtcDateTime)).ToList();
        var ids = rows.Select(r => r.Person.Id).ToList();
        await using (var writing = await store.WriteAlone(default))
        {
            await store.AddPeople(rows, default);
            await store.RecordMany(Generator.Touches(ids, touches, today), today, TimeProvider.System, default);
            await writing.CommitAsync();
        }
        for (var i = 0; i < 1_000; i++) await store.SetLayer(ids[i * (people / 1_000)], (Layer)(i < 5 ? 1 : i < 20 ? 2 : i < 150 ? 3 : 4), default);
    }
}
