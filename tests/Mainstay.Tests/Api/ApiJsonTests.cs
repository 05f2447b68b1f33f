using System.Net;
using System.Text;
using Mainstay.People;
using Mainstay.Tests.People;

namespace Mainstay.Tests.Api;

public class ApiJsonTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"nmae":"Grace Hopper"}""", "nmae", "There is no field “nmae”.")]
    [InlineData("""{"Name":"Grace Hopper"}""", "Name", "There is no field “Name”.")]
    [InlineData("""{"name":"Grace Hopper","emails":[{"value":"g@navy.example","kind":"work"}]}""", "emails[0].kind", "There is no field “emails[0].kind”.")]
    [InlineData("""{"name":"Grace Hopper","emails":[{"label":"work"}]}""", "emails[0].value", "This is needed.")]
    [InlineData("""{"name":7}""", "name", "This does not fit here: another kind of value is expected.")]
    [InlineData("""{"name":"Grace Hopper","emails":null}""", "emails", "This does not fit here: another kind of value is expected.")]
    [InlineData("""{"name":"Grace Hopper","rolesHeld":[{"name":"mentor","since":"yesterday"}]}""", "rolesHeld[0].since", "This does not fit here: another kind of value is expected.")]
    [InlineData("""{"name":"Grace Hopper","metThrough":{"id":"7"}}""", "metThrough.id", "This does not fit here: another kind of value is expected.")]
    public async Task Names_a_mistake_by_its_place(string sent, string field, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        Assert.Equal(sentence, (await site.Hand("/api/people", sent)).Wrong(field));
        Assert.Empty((await site.Ask("/api/people")).Fine().Each("items", "name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Grace Hopper")]
    [InlineData("""{"name":"Grace Hopper",}""")]
    [InlineData("""{"name":"Grace","name":"Hopper"}""")]
    [InlineData("""{"name":"Grace"} {}""")]
    public async Task Takes_nothing_that_is_not_JSON(string sent)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var told = await site.Hand("/api/people", sent);

        Assert.Equal("This is not JSON, or it is nested too deep or names a field twice.", told.Is(HttpStatusCode.BadRequest).Detail);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"Grace\"")]
    public async Task Expects_an_object(string sent)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Hand("/api/people", sent)).Wrong(""));
        Assert.Equal("A JSON object is expected here.", (await site.Patch($"/api/people/{grace.Id}", sent)).Wrong(""));
    }

    [Fact]
    public async Task Is_not_led_into_the_depth_nor_overrun()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var deep = await site.Hand("/api/people", new string('[', 5_000));
        var large = await site.Hand("/api/people", $$"""{"name":"{{new string('x', 1_100_000)}}"}""");
        var latin = await site.Hand("/api/people", new ByteArrayContent([.. "{\"name\":\""u8, 0xE9, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } });

        deep.Is(HttpStatusCode.BadRequest);
        Assert.Equal("This is too large: at most 1000000 bytes are taken here.", large.Is(HttpStatusCode.RequestEntityTooLarge).Detail);
        latin.Is(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/merge-patch+json")]
    public async Task Takes_no_other_media(string type)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var told = await site.Hand("/api/people", new StringContent("""{"name":"Grace"}""", Encoding.UTF8) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type) } });

        Assert.Equal("This is sent as application/json.", told.Is(HttpStatusCode.UnsupportedMediaType).Detail);
        Assert.Equal("application/json", told.Headers["Accept"]);
    }
}
