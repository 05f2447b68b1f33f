using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

public class DataVersionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Is_another_after_every_commit_and_only_then(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var version = new DataVersion(house.Settings);

        var first = await version.Now(() => house.Store, Stop);
        await house.Store.People.ToListAsync(Stop);
        Assert.Equal(first, await version.Now(() => house.Store, Stop));

        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        var second = await version.Now(() => house.Store, Stop);
        await house.Again().TrashPerson(grace.Id, house.Clock, Stop);
        var third = await version.Now(() => house.Store, Stop);

        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
        Assert.Equal(third, await version.Now(() => house.Store, Stop));
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
