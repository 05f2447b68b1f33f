using Mainstay.People;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.People;

public class ManyPeopleTests
{
    [Theory, OnBoth]
    public async Task Reads_the_details_of_more_people_than_one_query_may_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var stop = TestContext.Current.CancellationToken;
        var rows = Enumerable.Range(0, 2_500).Select(i => PersonRows.Of(new PersonDetails { Name = $"Person {i}", Emails = [new($"p{i}@example.org")] }, house.Clock.GetUtcNow().UtcDateTime)).ToList();
        await house.Store.AddPeople(rows, stop);

        var details = await house.Again().DetailsOf([.. rows.Select(r => r.Person.Id)], stop);

        Assert.Equal(2_500, details.Count);
        Assert.All(details.Values, d => Assert.Single(d.Emails));
        await house.Store.RemovePeople([.. rows.Select(r => r.Person.Id)], [], stop);
        Assert.False(await house.Again().ContactPoints.AnyAsync(stop));
    }
}
