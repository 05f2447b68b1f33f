using System.Net;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Web;

public class TodayPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Shows_who_is_due_and_logs_it_with_one_tap(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await Due(house, "Grace Hopper");
        await using var site = await TestSite.Open(house);
        Assert.Contains("Grace Hopper", await site.Page("/"), StringComparison.Ordinal);

        using var logged = await site.Post("/", $"/people/{grace.Id}/touches");

        Assert.Equal(HttpStatusCode.SeeOther, logged.StatusCode);
        Assert.StartsWith("/?said=Rhythm.SaidLogged", logged.Headers.Location!.ToString(), StringComparison.Ordinal);
        var after = await site.Page(logged.Headers.Location.ToString());
        Assert.Contains("is logged.", after, StringComparison.Ordinal);
        Assert.Contains("Nothing is waiting for you.", after, StringComparison.Ordinal);
        Assert.Equal(house.Today, (await house.Again().TieOf(grace.Id, house.Today, Stop)).LastTouchOn);
    }

    [Theory, OnBoth]
    public async Task Takes_a_logged_touch_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await Due(house, "Grace Hopper");
        await using var site = await TestSite.Open(house);
        using var logged = await site.Post("/", $"/people/{grace.Id}/touches");
        var after = logged.Headers.Location!.ToString();
        var touch = await house.Again().Touches.SingleAsync(t => t.On == house.Today, Stop);

        using var undone = await site.Post(after, $"/touches/{touch.Id}/undo");

        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Contains("Taken back.", await site.Page(undone.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", await site.Page("/"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Puts_a_card_aside_for_the_day_and_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Due(house, "Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var aside = await site.Post("/", "/today/aside");
        var after = await site.Page(aside.Headers.Location!.ToString());
        Assert.DoesNotContain("Grace Hopper", after, StringComparison.Ordinal);
        using var back = await site.Post(aside.Headers.Location.ToString(), "/today/back");

        Assert.Contains("Grace Hopper", await site.Page("/"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Hears_of_somebody_later(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await Due(house, "Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var later = await site.Post("/", $"/people/{grace.Id}/snooze");

        Assert.Equal(house.Today.AddDays(7), (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.SnoozedUntil);
        using var undone = await site.Post(later.Headers.Location!.ToString(), $"/people/{grace.Id}/snooze/undo");
        Assert.Contains("Taken back.", await site.Page(undone.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", await site.Page("/"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Sends_a_newcomer_to_bring_people_and_then_to_say_who_is_near(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        Assert.Contains("href=\"/import\"", await site.Page("/"), StringComparison.Ordinal);

        await house.Again().AddPerson(new() { Name = "Grace Hopper", Roles = [new("mentor")] }, house.Clock, Stop);

        Assert.Contains("href=\"/layers\"", await site.Page("/"), StringComparison.Ordinal);
        Assert.Contains("mainstay import", await site.Page("/import"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_shown(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);
        await bob.SetLayer(secret.Id, Layer.Core, Stop);
        house.Clock.MoveTo(new DateOnly(2026, 7, 1));
        await using var site = await TestSite.Open(house);

        Assert.DoesNotContain("Bob's friend", await site.Page("/"), StringComparison.Ordinal);
        var form = TestSite.Form(await site.Page("/people/new"), "/people");
        form["kind"] = "due";
        form["subject"] = secret.Id.ToString();
        using var aside = await site.Send("/today/aside", form);
        Assert.Equal(HttpStatusCode.NotFound, aside.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Leads_back_to_this_site_only(string back)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Due(house, "Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var aside = await site.Post("/", "/today/aside", ("back", back));

        Assert.StartsWith("/?aside=", aside.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_only_what_was_written_for_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        Assert.DoesNotContain("class=\"toast\"", await site.Page("/?said=Rhythm.EmptyTask"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"toast\"", await site.Page("/?said=Nothing.SaidEvil"), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", await site.Page("/?said=People.SaidAdded&undo=https://evil.example/undo"), StringComparison.Ordinal);
    }

    private static async Task<Person> Due(TestHouse house, string name)
    {
        var person = await house.Store.AddPerson(new() { Name = name }, house.Clock, Stop);
        await house.Store.SetLayer(person.Id, Layer.Close, Stop);
        await house.Store.Record(new() { People = [person.Id], On = house.Today.AddDays(-63), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        house.Again();
        return person;
    }
}
