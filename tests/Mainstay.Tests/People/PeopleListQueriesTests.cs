using Mainstay.People;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.People;

public class PeopleListQueriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_databases_sort_alike()
    {
        if (Databases.Postgres is null) Assert.Skip("MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        string[] names = ["Zoë", "zebra", "Ärger", "arg", "Ödön", "山田", "Иван", "محمد", "😀 Smile", "ﬁ", "\uFF21da", "Ada", "10", "9"];
        var orders = new List<List<string>>();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            await using var house = await TestHouse.Build(engine);
            foreach (var name in names) await house.Store.AddPerson(new() { Name = name }, house.Clock, Stop);
            orders.Add([.. (await house.Again().Everybody(Stop)).Select(p => p.Name)]);
        }

        Assert.Equal(orders[0], orders[1]);
    }

    [Theory, OnBoth]
    public async Task Every_fact_is_there_and_null_when_nothing_is_known(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var alan = await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);

        var people = await house.Again().WithFacts([grace, alan], house.Services.GetServices<IPersonFacts>(), house.Today, Stop);

        Assert.Equal(["Grace Hopper", "Alan Turing"], people.Select(p => p.Name));
        Assert.All(people, p => Assert.Equal(["aliveness", "due", "lastTouch", "layer", "organization", "roles", "strength"], p.Facts.Keys.Order()));
        Assert.Equal(["mentor"], Assert.IsAssignableFrom<IEnumerable<string>>(people[0].Facts["roles"]));
        Assert.Empty(Assert.IsAssignableFrom<IEnumerable<string>>(people[1].Facts["roles"]));
        Assert.Null(people[1].Facts["organization"]);
    }

    [Theory, OnBoth]
    public async Task Nothing_is_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty(await bob.Everybody(Stop));
        Assert.Empty((await bob.PeopleFound(new("Grace"), Stop)).People);
        Assert.Empty(Assert.IsAssignableFrom<IEnumerable<string>>((await bob.WithFacts([grace], house.Services.GetServices<IPersonFacts>(), house.Today, Stop))[0].Facts["roles"]));
    }
}
