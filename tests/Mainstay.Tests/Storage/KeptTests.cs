using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Storage;

public class KeptTests
{
    private static readonly Type[] Asked = [typeof(Gathering), typeof(Person)], OfSomebody = [typeof(Role), typeof(Encounter)];

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
    public async Task Says_which_kinds_of_rows_name_somebody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Roles = [new("mentor")] });
        var alan = await house.Know("Alan Turing");

        Assert.Equal([typeof(Role)], await house.Store.WhatIsKeptOf(grace, OfSomebody, Stop));
        Assert.Empty(await house.Store.WhatIsKeptOf(alan, OfSomebody, Stop));
        Assert.Empty(await (await house.Bob()).WhatIsKeptOf(grace, OfSomebody, Stop));
    }

    /// <summary>Else the look at a page of somebody who is in few rooms would cost more than it saves.</summary>
    [Theory, OnBoth]
    public async Task Whatever_a_person_s_page_looks_for_is_found_by_an_index(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var rows = house.Services.GetServices<IPersonPanel>().SelectMany(p => p.LooksFor).Distinct().ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(house.Store.Model.FindEntityType(row)!.GetIndexes(), i => i.Properties.Take(2).Select(p => p.Name).SequenceEqual([nameof(IOwned.SpaceId), "PersonId"])));
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
