using System.Net;
using Mainstay.People;

namespace Mainstay.Tests.People;

public class NewPersonPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Adds_somebody_once_and_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/people/new"), "/people");
        foreach (var (name, value) in new[] { ("name", "山田 花子"), ("emails", "hanako@example.jp"), ("phones", "+81 3 1234 5678"), ("roles", "mentor, friend"), ("dates", "--04-12"), ("notes", "Likes tea") }) form[name] = value;

        using var once = await site.Send("/people", form);
        using var twice = await site.Send("/people", form);

        Assert.Equal(HttpStatusCode.SeeOther, once.StatusCode);
        Assert.Equal(once.Headers.Location, twice.Headers.Location);
        var person = Assert.Single(await house.Again().Everybody(Stop));
        var details = await house.Store.DetailsOf(person.Id, Stop);
        Assert.Equal(["mentor", "friend"], details.Roles.Select(r => r.Name));
        Assert.Equal([new DateDetails("birthday", null, 4, 12)], details.Dates);
        using var undone = await site.Post(once.Headers.Location!.ToString(), $"/people/{person.Id}/undo");
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Empty(await house.Again().Everybody(Stop));
    }

    [Theory, OnBoth]
    public async Task Says_what_is_wrong_and_keeps_what_was_typed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        using var nameless = await site.Post("/people/new", "/people", ("notes", "Who was it?"));
        using var odd = await site.Post("/people/new", "/people", ("name", "<b>Grace</b>"), ("emails", "not an address"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("Who was it?", await nameless.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        var page = await odd.Content.ReadAsStringAsync(Stop);
        Assert.Contains("is not an e-mail address", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;Grace&lt;/b&gt;\"", page, StringComparison.Ordinal);
        Assert.Empty(await house.Again().Everybody(Stop));
    }
}
