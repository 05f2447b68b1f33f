using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

public class BulkInsertTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Writes_rows_just_as_the_change_tracker_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (one, other) = (Rows("One", house), Rows("Other", house));
        house.Store.Add(one.Person);
        await house.Store.SaveChangesAsync(Stop);
        house.Store.AddRange(one.Tie, one.Photo, one.Tempo);
        await house.Store.SaveChangesAsync(Stop);
        await house.Store.Tempos.ExecuteDeleteAsync(Stop);
        await house.Store.InsertMany([other.Person], Stop);
        await house.Store.InsertMany([other.Tie], Stop);
        await house.Store.InsertMany([other.Photo], Stop);
        await house.Store.InsertMany([other.Tempo], Stop);

        var store = house.Again();
        var people = await store.People.AsNoTracking().OrderBy(p => p.Name).ToListAsync(Stop);
        Assert.Equal((people[0].CreatedAt, people[0].TrashedAt, people[0].Notes, people[0].Revision), (people[1].CreatedAt, people[1].TrashedAt, people[1].Notes, people[1].Revision));
        var ties = await store.Ties.AsNoTracking().ToListAsync(Stop);
        Assert.Equal((ties[0].Layer, ties[0].Paused, ties[0].Since, ties[0].DueOn, ties[0].CadenceDays), (ties[1].Layer, ties[1].Paused, ties[1].Since, ties[1].DueOn, ties[1].CadenceDays));
        Assert.All(await store.Photos.ToListAsync(Stop), p => Assert.Equal([1, 0, 255], p.Bytes));
        Assert.Equal(0.1, (await store.Tempos.SingleAsync(Stop)).InterceptShift);
    }

    [Fact]
    public async Task Stores_the_same_types_on_SQLite_as_the_change_tracker_does()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (one, other) = (Rows("One", house), Rows("Other", house));
        house.Store.AddRange(one.Person, one.Tie);
        await house.Store.SaveChangesAsync(Stop);
        await house.Store.InsertMany([other.Person], Stop);
        await house.Store.InsertMany([other.Tie], Stop);

        const string Stored = """
            SELECT typeof("SpaceId") || typeof("Id") || "CreatedAt" || typeof("Notes") || typeof("Revision") AS "Value" FROM "Person"
            UNION SELECT typeof("Id") || "Layer" || "Paused" || typeof("Paused") || "Since" || coalesce("DueOn", 'none') FROM "Tie"
            """;
        Assert.Equal(2, (await house.Store.Database.SqlQueryRaw<string>(Stored).ToListAsync(Stop)).Count);
    }

    [Theory, OnBoth]
    public async Task Refuses_the_rows_of_another_space(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bobs = Rows("Bob's", house).Person;
        bobs.SpaceId = (await house.Bob()).SpaceId;

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Store.InsertMany([bobs], Stop));
        Assert.False(await house.Again().People.AnyAsync(Stop));
    }

    private static (Person Person, Tie Tie, Photo Photo, Tempo Tempo) Rows(string name, TestHouse house)
    {
        var person = PersonRows.Of(new PersonDetails { Name = name, Notes = "Zoë\n山田" }, house.Clock.GetUtcNow().UtcDateTime.AddTicks(1_234_567)).Person;
        var tie = new Tie { Id = person.Id, Layer = Layer.Close, Paused = true, Since = new(2026, 2, 3), DueOn = new(2026, 3, 4) };
        return (person, tie, new Photo { Id = person.Id, MediaType = "image/png", Bytes = [1, 0, 255] }, new Tempo { R = 0.811, InterceptShift = 0.1 });
    }
}
