using System.Net;
using Mainstay.People;

namespace Mainstay.Tests.Entrance;

public class DataPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mainstay.json", "application/json", "json")]
    [InlineData("people.vcf", "text/vcard", "vcard")]
    [InlineData("people.csv", "text/csv", "csv")]
    public async Task Gives_what_the_command_line_gives(string name, string type, string format)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        var bob = await house.Bob();
        await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        Assert.Contains($"href=\"/settings/data/{name}\"", await site.Page("/settings/data"), StringComparison.Ordinal);

        using var answer = await site.Browser.GetAsync("/settings/data/" + name, Stop);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal((await house.Type("export", "--format", format)).Fine().Out, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Gives_nothing_else()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Browser.GetAsync("/settings/data/mainstay.db", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
