using Mainstay.Insights;
using Mainstay.Introductions;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Introductions;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Insights.InsightsCast;

namespace Mainstay.Tests.Insights;

/// <summary>Everything the view of the network shows.</summary>
public class NetworkQueriesTests
{
    [Theory, OnBoth]
    public async Task Everybody_is_there_with_what_is_known_of_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "compilers");
        var alan = await house.Know("Alan Turing");
        await house.Know("Katherine Johnson");
        await house.Place(grace, "US Navy", null, null);
        await house.Place(alan, "Bletchley Park", "1939", "1945");
        var need = await house.Need(SupportKind.Knowledge, "Compilers");
        await house.Store.SaySupport(need, grace, Ability.Excellent, house.Today, Stop);
        await house.Store.SaySupport(need, alan, Ability.None, house.Today, Stop);
        await house.Touch(new(2026, 4, 1), TouchKind.Meeting, grace);
        await house.Knows(grace, alan, .8);

        var view = await house.Network();

        Assert.Equal(view.People.Select(p => p.Id).Order(), view.People.Select(p => p.Id));
        Assert.Equal(Enumerable.Range(0, 3), view.People.Select(p => p.Number));
        var hers = view.Of("Grace Hopper");
        Assert.Equal((Layer.Close, "mentor", "US Navy"), (hers.Layer, hers.Roles.Single(), hers.Places.Single().Name));
        Assert.Equal((need, SupportKind.Knowledge), (hers.Supports.Single().NeedId, view.Needs.Single().Kind));
        Assert.Empty(view.Of("Alan Turing").Places);
        Assert.Empty(view.Of("Alan Turing").Supports);
        var link = Assert.Single(view.Links);
        Assert.Equal((80, true), (link.Strength, link.IsSaid));
        Assert.Equal([grace, alan], new[] { link.First, link.Second }.Select(n => view.People[n].Id).Order());
        Assert.Equal(2, view.Linked);
        Assert.Equal((0, (int?)0, (int?)null), (hers.Group, view.Of("Alan Turing").Group, view.Of("Katherine Johnson").Group));
    }

    [Theory, OnBoth]
    public async Task Nobody_from_the_trash_is_there_and_no_link_that_was_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        await house.Touch(new(2026, 4, 1), TouchKind.Meeting, grace, alan, katherine);
        Assert.Equal(3, (await house.Network()).Links.Count);

        await house.Again().SayStrangers(grace, alan, house.Today, Stop);
        Assert.Equal(2, (await house.Network()).Links.Count);
        await house.Again().TrashPerson(katherine, house.Clock, Stop);

        var view = await house.Network();
        Assert.Empty(view.Links);
        Assert.Empty(view.Groups);
        Assert.Equal(["Alan Turing", "Grace Hopper"], view.People.Select(p => p.Name).Order());
    }

    [Theory, OnBoth]
    public async Task Is_not_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Knows(await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Network();

        var bobs = await house.Network(await house.Bob());

        Assert.Empty(bobs.People);
        Assert.Empty(bobs.Links);
        Assert.Equal(0, bobs.Linked);
    }

    [Theory, OnBoth]
    public async Task What_was_written_since_is_seen_and_nothing_is_looked_up_twice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");

        var first = await house.Network();
        if (engine == Engine.Sqlite) Assert.Same(first, await house.Network()); // the server of the other is shared, and others write there too
        await house.Know("Alan Turing");

        Assert.Equal(2, (await house.Network()).People.Count);
        Assert.Equal(grace, first.People.Single().Id);
    }

    [Theory, OnBoth]
    public async Task A_tie_is_weighed_as_on_its_page_and_as_it_was_at_the_end_of_each_month(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Store.SetCloseness(grace, 5, Stop);
        for (var month = 0; month < 8; month++) await house.Touch(new DateOnly(2025, 3, 10).AddMonths(month), TouchKind.Meeting, grace);

        var view = await house.Network();

        Assert.Equal(37, view.Months.Count);
        Assert.Equal((new DateOnly(2023, 5, 31), new DateOnly(2026, 4, 30), house.Today), (view.Months[0], view.Months[^2], view.Months[^1]));
        var hers = view.Of("Grace Hopper");
        Assert.Equal((int)Math.Round(100 * (await house.TieOf(grace)).Strength.Value), hers.Strength);
        var october = view.Months.ToList().IndexOf(new(2025, 10, 31));
        Assert.Equal((int)Math.Round(100 * (await house.Again().TieOf(grace, new(2025, 10, 31), Stop)).Strength.Value), hers.StrengthAt(october));
        Assert.Equal(0, hers.StrengthAt(view.Months.ToList().IndexOf(new(2025, 2, 28))));
        Assert.True(hers.StrengthAt(october) > hers.Strength);
    }

    [Theory, OnBoth]
    public async Task Those_who_know_each_other_best_are_a_group_and_it_is_named_after_who_knows_most_of_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var names = new[] { "Ann", "Ben", "Cid", "Dot", "Eva", "Fay", "Gus" };
        var ids = new List<Guid>();
        foreach (var name in names) ids.Add(await house.Know(name));
        foreach (var (one, other) in ((int, int)[])[(0, 1), (0, 2), (1, 2), (0, 3), (3, 4), (4, 5), (4, 6), (5, 6)]) await house.Knows(ids[one], ids[other], one == 0 && other == 3 ? .2 : .8);

        var view = await house.Network();

        Assert.Equal([4, 3], view.Groups.Select(g => g.People.Count));
        Assert.Equal(["Eva", "Ann"], view.Groups.Select(g => view.People[g.Around].Name));
        Assert.Equal(["Dot", "Eva", "Fay", "Gus"], view.Groups[0].People.Select(n => view.People[n].Name).Order());
    }
}

/// <summary>Short words for what tests of the whole network begin with.</summary>
internal static class InsightsCast
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<NetworkView> Network(this TestHouse house, Store? store = null) =>
        house.Services.GetRequiredService<NetworkQueries>().View(store ?? house.Again(), house.Today, Stop);

    public static NetworkPerson Of(this NetworkView view, string name) => view.People.Single(p => p.Name == name);
}
