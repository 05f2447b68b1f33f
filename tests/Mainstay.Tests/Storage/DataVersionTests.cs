using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

public class DataVersionTests
{
    private const int Looks = 50;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Is_another_after_every_commit(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var version = new DataVersion(house.Settings);

        var first = await version.Now(() => house.Store, Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        var second = await version.Now(() => house.Store, Stop);
        await house.Again().TrashPerson(grace.Id, house.Clock, Stop);
        var third = await version.Now(() => house.Store, Stop);

        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
    }

    /// <summary>PostgreSQL tells what is written in all databases of the server, and other tests write to it meanwhile: now and then a look after a look is another, but not each time.</summary>
    [Theory, OnBoth]
    public async Task Is_the_same_while_nothing_is_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var version = new DataVersion(house.Settings);

        var same = 0;
        for (var look = 0; look < Looks; look++)
        {
            var before = await version.Now(() => house.Store, Stop);
            await house.Store.People.ToListAsync(Stop);
            if (before == await version.Now(() => house.Store, Stop)) same++;
        }

        Assert.InRange(same, engine == Engine.Sqlite ? Looks : 1, Looks);
    }

    [Theory, OnBoth]
    public async Task What_others_have_begun_is_not_yet_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var version = new DataVersion(house.Settings);
        var other = house.Again();
        await version.Now(() => house.Store, Stop);

        string during;
        await using (var writing = await other.WriteAlone(Stop))
        {
            await other.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
            during = await version.Now(() => house.Again(), Stop);
            await writing.CommitAsync(Stop);
        }

        Assert.NotEqual(during, await version.Now(() => house.Again(), Stop));
    }
}
