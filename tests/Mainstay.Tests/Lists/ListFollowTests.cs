using System.Text.Json;
using Mainstay.Archive;
using Mainstay.Intake;
using Mainstay.Lists;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Archive;
using Mainstay.Tests.Intake;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Lists;

/// <summary>Whatever door a change comes through, the lists follow, and are what building them anew would give.</summary>
public class ListFollowTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite, 1)]
    [InlineData(Engine.Sqlite, 2)]
    [InlineData(Engine.Postgres, 4)]
    [InlineData(Engine.Postgres, 5)]
    public async Task Follows_whatever_is_done_in_whatever_order(Engine engine, int seed)
    {
        if (engine == Engine.Postgres && Databases.Postgres is null) Assert.Skip("MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        await using var house = await TestHouse.Build(engine);
        var life = new Life(house, new Random(seed));
        for (var i = 0; i < 80; i++)
        {
            var did = await life.Next();
            if (i % 10 == 9) await AssertLikeNew(house, $"after {i + 1} steps, the last of them {did}");
        }
    }

    [Theory, OnBoth]
    public async Task Follows_an_import_of_many_and_its_undo(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var cards = string.Concat(Enumerable.Range(0, 700).Select(i => Bring.Card($"Person N{i}", $"CATEGORIES:crowd,label {i % 9}", $"ORG:Company {i % 50}", $"ADR:;;;Town {i % 7};;;Land")));

        var import = (await house.ImportText(cards)).Import;

        var listed = await house.Again().List(PeopleWanted.OfText("label=crowd&place=town%203&sort=-name"), new(10), house.Clock, house.Today, Stop);
        Assert.Equal((100, 10, "Person N696"), (listed.Part.Total, listed.People.Count, listed.People[0].Name));
        await AssertLikeNew(house, "after the import");
        await house.Again().UndoImport(import!.Value, house.Services.GetServices<IPersonLeaves>(), house.Clock, Stop);
        Assert.Equal(0, (await house.Again().List(PeopleWanted.Everybody, new(10), house.Clock, house.Today, Stop)).Part.Total);
        await AssertLikeNew(house, "after its undo");
    }

    [Theory, OnBoth]
    public async Task Follows_an_archive_that_is_loaded(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        using var archive = new MemoryStream();
        await ada.Again().WriteArchive(ada.Services.GetServices<IArchiveSection>(), archive, ada.Clock, Stop);
        await using var elsewhere = await TestHouse.Build(engine);

        await elsewhere.Store.Load(elsewhere.Services.GetServices<IArchiveSection>(), archive, Stop);

        Assert.Equal(2, (await elsewhere.Again().List(PeopleWanted.Everybody, new(10), elsewhere.Clock, elsewhere.Today, Stop)).Part.Total);
        await AssertLikeNew(elsewhere, "after loading");
    }

    [Theory, OnBoth]
    public async Task Builds_what_is_missing_or_of_another_version(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.PeopleBlocks.ExecuteDeleteAsync(Stop);
        await house.Store.ListStates.ExecuteDeleteAsync(Stop);
        Assert.Equal(1, (await house.Again().List(PeopleWanted.Everybody, new(10), house.Clock, house.Today, Stop)).Part.Total);

        await house.Store.ListStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, -1), Stop);
        await house.Store.PeopleBlocks.ExecuteDeleteAsync(Stop);
        await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);
        Assert.Equal(2, (await house.Again().List(PeopleWanted.Everybody, new(10), house.Clock, house.Today, Stop)).Part.Total);
        await AssertLikeNew(house, "after building");
    }

    [Theory, OnBoth]
    public async Task Sees_what_another_process_wrote(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        Assert.Equal(1, (await house.Again().List(PeopleWanted.Everybody, new(10), house.Clock, house.Today, Stop)).Part.Total);

        (await house.Type("person", "add", "Alan Turing", "--label", "gold")).Fine(); // a house of its own on the same database

        Assert.Equal(2, (await house.Again().List(PeopleWanted.Everybody, new(10), house.Clock, house.Today, Stop)).Part.Total);
        Assert.Equal(["Alan Turing"], (await house.Again().List(PeopleWanted.OfText("label=gold"), new(10), house.Clock, house.Today, Stop)).People.Select(p => p.Name));
    }

    [Theory, OnBoth]
    public async Task Forgets_what_was_not_committed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using (await house.Store.WriteAlone(Stop)) await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);

        Assert.Equal(["Grace Hopper"], (await house.Again().List(PeopleWanted.Everybody, new(10), house.Clock, house.Today, Stop)).People.Select(p => p.Name));
        await AssertLikeNew(house, "after what was broken off");
    }

    [Theory, OnBoth]
    public async Task Ties_are_weighed_as_of_the_day_on_which_they_are_sorted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id;
        var alan = (await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop)).Id;
        await house.Store.RecordMany(Enumerable.Range(0, 20).Select(i => new NewTouch { People = [grace], On = house.Today.AddDays(-300 - 10 * i), Kind = TouchKind.Meeting }), house.Today, house.Clock, Stop);
        await house.Store.Record(new() { People = [alan], On = house.Today, Kind = TouchKind.Mail }, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(house.Today.AddDays(400));

        var sorted = await house.Again().List(PeopleWanted.OfText("sort=strength"), new(10), house.Clock, house.Today, Stop);
        var strengths = await house.Store.TiesOf([grace, alan], house.Today, Stop);
        Assert.Equal(strengths.OrderByDescending(s => s.Value.Strength.Value).Select(s => s.Key), sorted.People.Select(p => p.Id));

        await house.Store.WeighPeopleList(house.Clock, Stop);
        var lines = (await house.Again().ListedEverybody(house.Clock, Stop)).Lines.ToDictionary(l => l.Id);
        Assert.All(strengths, s => Assert.Equal((s.Value.Strength.Value, house.Today), (lines[s.Key].Strength, lines[s.Key].StrengthOn)));
    }

    internal static async Task AssertLikeNew(TestHouse house, string when)
    {
        var kept = await Contents(house.Again());
        Assert.Equal(kept, (await house.Store.ListedEverybody(house.Clock, Stop)).Lines.OrderBy(l => l.Id).Select(l => JsonSerializer.Serialize(l, Json.OneLine)));
        await house.Store.RebuildPeopleList(house.Clock, Stop);
        var anew = await Contents(house.Again());
        Assert.True(kept.SequenceEqual(anew), $"The lists are not what they would be if they were built anew, {when}:\n{string.Join('\n', kept.Except(anew))}\nrather than\n{string.Join('\n', anew.Except(kept))}");
        var people = await house.Store.People.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(Stop);
        Assert.Equal(people, (await house.Store.ListedEverybody(house.Clock, Stop)).Lines.Select(l => l.Id).Order());
    }

    private static async Task<List<string>> Contents(Store store) =>
        [.. (await store.PeopleBlocks.Select(b => b.Packed).ToListAsync(Stop)).SelectMany(b => ListPacking.Unpack(b).Lines).OrderBy(l => l.Id).Select(l => JsonSerializer.Serialize(l, Json.OneLine))];

    /// <summary>What an owner may do in a long evening, by chance but always the same.</summary>
    private sealed class Life(TestHouse house, Random chance)
    {
        private readonly List<Guid> people = [], touches = [], changes = [];

        public async Task<string> Next()
        {
            var store = chance.Next(2) == 0 ? house.Again() : house.Store;
            if (people.Count < 4) return await Add(store);
            return chance.Next(14) switch
            {
                0 => await Add(store),
                1 => await Done("a change", store.ChangePerson(Any(people), Somebody(), house.Clock, Stop)),
                2 => await Done("the trash", store.TrashPerson(Any(people), house.Clock, Stop)),
                3 => await Done("a return", store.RestorePerson(Any(people), house.Clock, Stop)),
                4 => await Done("work", store.SetAffiliations(Any(people), [new($"Company {chance.Next(4)}"), new(chance.Next(2) == 0 ? null : "Old Company", "guest", Until: "2020")], house.Clock, Stop)),
                5 => await OnThere(store, "a layer", id => store.SetLayer(id, (Layer)chance.Next(5), Stop)),
                6 => await OnThere(store, "a cadence", id => store.SetCadence(id, chance.Next(3) == 0 ? null : chance.Next(60), Stop)),
                7 => await OnThere(store, "a pause", id => store.Pause(id, chance.Next(2) == 0 ? null : house.Today.AddDays(9), house.Today, Stop)),
                8 => await OnThere(store, "an end", id => store.SayOver(id, house.Today, Stop)),
                9 or 10 => await OnThere(store, "a touch", async id => touches.Add((await store.Record(new() { People = [id], On = house.Today.AddDays(-chance.Next(900)), Kind = (TouchKind)chance.Next(6) }, house.Today, house.Clock, Stop)).Id)),
                11 => touches.Count == 0 ? "nothing" : await Done("a touch removed", store.RemoveTouches([touches[^1]], Stop), () => touches.RemoveAt(touches.Count - 1)),
                12 => await Bulk(store),
                _ => changes.Count == 0 || chance.Next(2) == 0 ? await Gone(store) : await Done("an undo", store.UndoChange(Any(changes), house.Clock, Stop)),
            };
        }

        private async Task<string> Add(Store store)
        {
            people.Add((await store.AddPerson(Somebody(), house.Clock, Stop)).Id);
            return "somebody new";
        }

        private async Task<string> Bulk(Store store)
        {
            var some = people.Where(_ => chance.Next(2) == 0).ToList();
            if (await store.People.CountAsync(p => some.Contains(p.Id), Stop) == 0) return "nothing";
            var kind = (EditKind)chance.Next(7);
            var edit = new PeopleEdit(kind, kind switch { EditKind.Layer => "close", EditKind.Cadence => "20", EditKind.Trash => null, _ => $"word {chance.Next(3)}" });
            changes.Add((await store.ChangeAll(some, edit, house.Clock, Stop)).Id);
            return $"{kind} for many";
        }

        private async Task<string> Gone(Store store)
        {
            var id = Any(people);
            people.Remove(id);
            await using var writing = await store.WriteAlone(Stop);
            await store.RemovePeople([id], house.Services.GetServices<IPersonLeaves>(), Stop);
            await writing.CommitAsync(Stop);
            return "a removal for good";
        }

        private PersonDetails Somebody() => new()
        {
            Name = $"Person {chance.Next(50)}",
            Labels = [$"word {chance.Next(3)}", .. chance.Next(2) == 0 ? ["Wörd 1"] : Array.Empty<string>()],
            Topics = chance.Next(2) == 0 ? ["word 1"] : [],
            Languages = ["en"],
            Roles = [new($"word {chance.Next(3)}", null, chance.Next(3) == 0 ? new DateOnly(2025, 1, 1) : null)],
            Addresses = chance.Next(2) == 0 ? [new(null, null, $"Town {chance.Next(3)}", null, "Land")] : [],
        };

        private async Task<string> OnThere(Store store, string what, Func<Guid, Task> act)
        {
            var id = Any(people);
            if (!await store.People.AnyAsync(p => p.Id == id, Stop)) return "nothing";
            await act(id);
            return what;
        }

        private static async Task<string> Done(string what, Task task, Action? then = null)
        {
            await task;
            then?.Invoke();
            return what;
        }

        private T Any<T>(List<T> some) => some[chance.Next(some.Count)];
    }
}
