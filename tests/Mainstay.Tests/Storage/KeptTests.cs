using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Tests.Storage;

public class KeptTests
{
    private static readonly Type[] Asked = [typeof(Gathering), typeof(Person)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Says_which_kinds_of_rows_a_space_keeps_and_nothing_of_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        house.Store.Add(new Person { Name = "Grace Hopper", SortKey = "grace hopper" });
        await house.Store.SaveChangesAsync(Stop);

        Assert.Equal([typeof(Person)], await house.Store.WhatIsKept(Asked, Stop));
        Assert.Empty(await bob.WhatIsKept(Asked, Stop));
        Assert.Empty(await house.Store.WhatIsKept([], Stop));
    }

    [Theory, OnBoth]
    public async Task Sees_what_the_open_transaction_has_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var writing = await house.Store.WriteAlone(Stop);
        house.Store.Add(new Person { Name = "Grace Hopper", SortKey = "grace hopper" });
        await house.Store.SaveChangesAsync(Stop);

        Assert.Contains(typeof(Person), await house.Store.WhatIsKept(Asked, Stop));
    }
}
