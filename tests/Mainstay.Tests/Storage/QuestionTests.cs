using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

public class QuestionTests
{
    private static readonly Question<Func<Store, IAsyncEnumerable<string>>> Names = new(() =>
        EF.CompileAsyncQuery<Store, string>(store => store.Set<Person>().OrderBy(p => p.SortKey).Select(p => p.Name)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Shows_each_space_its_own_rows_whoever_asked_first(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        Assert.Equal(["Grace Hopper"], await Names.For(house.Store)(house.Store).ToListAsync(Stop));

        var bob = await house.Bob();
        Assert.Empty(await Names.For(bob)(bob).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Leaves_out_who_lies_in_the_trash(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var person = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.TrashPerson(person.Id, house.Clock, Stop);

        Assert.Empty(await Names.For(house.Store)(house.Store).ToListAsync(Stop));
    }
}
