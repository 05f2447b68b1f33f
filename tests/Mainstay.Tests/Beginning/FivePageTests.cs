using System.Net;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Beginning;

public class FivePageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Five_names_are_enough_and_Today_has_something_to_do(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        Assert.Contains("1 person is here.", await site.Page("/welcome"), StringComparison.Ordinal);
        (string, string)[] typed = [("name-0", "grace hopper"), ("layer-0", "Core"), ("spoke-0", "2026-04-10"), ("name-2", "Alan Turing"), ("layer-2", "Close"), ("spoke-2", "")];
        var form = TestSite.Form(await site.Page("/welcome/five"), "/welcome/five");
        foreach (var (name, value) in typed) form[name] = value;

        using var begun = await site.Send("/welcome/five", form);
        using var again = await site.Send("/welcome/five", form);

        Assert.Equal((HttpStatusCode.SeeOther, "/?said=Beginning.SaidBegun"), (begun.StatusCode, begun.Headers.Location!.ToString()));
        Assert.Equal(["Alan Turing", "Grace Hopper"], (await house.Again().Everybody(Stop)).Select(p => p.Name).Order());
        Assert.Equal(Layer.Core, (await house.Store.TieOf(grace.Id, house.Today, Stop)).Tie.Layer);
        Assert.Equal(new DateOnly(2026, 4, 10), (await house.Store.Touches.SingleAsync(Stop)).On);
        Assert.Contains("Grace Hopper", await site.Page("/"), StringComparison.Ordinal);
        Assert.Contains("2 people have a rhythm.", await site.Page("/welcome"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task One_mistake_writes_nothing_and_keeps_what_was_typed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var _ in (int[])[1, 2]) await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Post("/welcome/five", "/welcome/five", ("name-0", "Grace Hopper"), ("layer-0", "Core"), ("name-1", "Alan Turing"), ("layer-1", "Close"), ("name-2", "Grace Hopper"), ("layer-2", "Close"), ("name-3", "Katherine"), ("layer-3", "Core"), ("spoke-3", "2027-01-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("value=\"Grace Hopper\"", html, StringComparison.Ordinal);
        Assert.Contains("Several people are called Alan Turing.", html, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper stands here twice.", html, StringComparison.Ordinal);
        Assert.Equal(2, (await house.Again().Everybody(Stop)).Count);
        using var nobody = await site.Post("/welcome/five", "/welcome/five");
        Assert.Contains("Name at least one, or skip this.", await nobody.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Without_a_last_touch_saying_hello_is_for_today(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        foreach (var _ in (int[])[1, 2]) await site.Post("/welcome/five", "/welcome/five", ("name-0", "Grace Hopper"), ("layer-0", "Core"));

        Assert.Contains("Say hello", await site.Page("/"), StringComparison.Ordinal);
        Assert.Single(await house.Again().OpenTasks(Stop));
    }

    [Theory, OnBoth]
    public async Task Nobody_of_Bobs_is_found(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await bob.AddPerson(new() { Name = "Grace Hopper", Roles = [new("mentor")] }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        Assert.DoesNotContain("Grace Hopper", await site.Page("/welcome/five"), StringComparison.Ordinal);

        await site.Post("/welcome/five", "/welcome/five", ("name-0", "Grace Hopper"), ("layer-0", "Core"));

        Assert.Single(await house.Again().Everybody(Stop));
        Assert.Empty(bob.Ties);
    }
}
