using System.Net;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rhythm;

public class NewTouchPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Logs_a_touch_with_several_named_as_one_types_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);

        using var done = await Log(site, "/touches/new", ("who", "grace, Turing"), ("kind", "video"), ("on", "2026-04-30"), ("minutes", "45"), ("note", "The second seat"));
        var touch = await house.Again().Touches.SingleAsync(Stop);

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal((TouchKind.Video, new DateOnly(2026, 4, 30), 45, "The second seat"), (touch.Kind, touch.On, touch.Minutes, touch.Note));
        Assert.Equal([grace, alan], (await house.Store.TouchOf(touch.Id, Stop)).People.Order());
        using var undone = await site.Send($"/touches/{touch.Id}/undo", TestSite.Form(await site.Page("/touches/new"), "/touches"));
        Assert.Equal(0, await house.Again().Touches.CountAsync(Stop));
        Assert.Contains("Taken back.", await site.Page(undone.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_address_fills_it_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/touches/new?person={grace}&person=Alan&note=Clocks+%3Cb%3E&kind=call&on=2026-04-29");

        Assert.All([grace, alan], id => Assert.Matches($"name=\"person\" value=\"{id}\" checked", page));
        Assert.Contains("Clocks <b></textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"call\" checked", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-04-29\"", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_is_unclear_is_asked_and_what_was_typed_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (one, other, grace) = (await house.Know("Alan Turing"), await house.Know("Alan Kay"), await house.Know("Grace Hopper"));
        await using var site = await TestSite.Open(house);

        using var asked = await Log(site, "/touches/new", ("who", "Alan, Grace, Zebediah"), ("kind", "call"), ("note", "About clocks"));
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("Whom do you mean by “Alan”?", page, StringComparison.Ordinal);
        Assert.Contains("Nobody here answers to “Zebediah”.", page, StringComparison.Ordinal);
        Assert.Matches($"name=\"person\" value=\"{grace}\" checked", page);
        Assert.Contains($"name=\"person\" value=\"{other}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Alan, Zebediah\"", page, StringComparison.Ordinal);
        Assert.Contains("About clocks</textarea>", page, StringComparison.Ordinal);

        var form = TestSite.Form(page, "/touches").Append(new("kind", "call")).Append(new("who", "Alan")).Append(new("person", one.ToString())).Append(new("person", grace.ToString()));
        using var content = new FormUrlEncodedContent(form);
        using var done = await site.Browser.PostAsync("/touches", content, Stop);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(new[] { one, grace }.Order(), (await house.Again().TouchPeople.Select(t => t.PersonId).ToListAsync(Stop)).Order());
    }

    [Theory, OnBoth]
    public async Task Nobody_is_a_mistake_and_twice_is_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/touches/new"), "/touches");
        form["kind"] = "call";

        using var nobody = await site.Send("/touches", form);
        form["who"] = "Grace";
        using var once = await site.Send("/touches", form);
        using var twice = await site.Send("/touches", form);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (nobody.StatusCode, once.StatusCode, twice.StatusCode));
        Assert.Equal(1, await house.Again().Touches.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Bobs_people_are_neither_named_nor_touched(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var sent = await Log(site, "/touches/new", ("kind", "call"), ("who", secret.Id.ToString()), ("person", secret.Id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.DoesNotContain("friend", await sent.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("friend", await site.Page($"/touches/new?person={secret.Id}"), StringComparison.Ordinal);
        Assert.Equal(0, await bob.Touches.CountAsync(Stop));
    }

    private static async Task<HttpResponseMessage> Log(TestSite site, string page, params (string Name, string Value)[] typed) => await site.Post(page, "/touches", typed);
}
