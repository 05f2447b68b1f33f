using System.Net;
using Mainstay.Coverage;
using Mainstay.Exchange;
using Mainstay.Introductions;
using Mainstay.Merging;
using Mainstay.Needs;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>Whoever is asked to introduce is asked for something.</summary>
public class IntroductionLoadTests
{
    [Theory, OnBoth]
    public async Task Who_is_asked_to_introduce_carries_it_as_an_ask_until_it_is_withdrawn(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, mary) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        await Through(house, grace, mary); // written, and not sent
        var sent = await Sent(house, grace, alan);
        var mine = await house.Again().AddIntroduction(new() { FirstId = alan, SecondId = mary, Purpose = "Both count." }, house.Today, house.Clock, Stop);
        await house.Again().SendIntroduction(mine.Id, house.Today, house.Clock, Stop);

        var loads = await house.Again().LoadsOf(null, house.Today, Stop);
        var later = await house.Again().LoadsOf([grace, alan], house.Today.AddDays(30), Stop);
        var bobs = await (await house.Bob()).LoadsOf(null, house.Today, Stop);
        await house.Again().WithdrawIntroduction(sent, house.Today, house.Clock, Stop);

        Assert.Equal([(grace, 1.0)], loads.Select(l => (l.Key, l.Value.Load)));
        Assert.Equal([(grace, .5)], later.Select(l => (l.Key, l.Value.Load)));
        Assert.Empty(bobs);
        Assert.Empty(await house.Again().LoadsOf(null, house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task How_often_they_were_asked_and_for_what_is_said_in_words(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, mary) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        await Asked(house, grace, "One");
        await Asked(house, grace, "Two");
        await Sent(house, grace, alan);
        var need = await house.Need(SupportKind.Knowledge, "Prices");
        await house.Store.SaySupport(need, grace, Ability.Good, house.Today, Stop);

        var hints = await house.Again().HintsFor(new(grace, "Grace Hopper"), Weight.Normal, house.Today, Stop);
        var map = await house.Services.GetRequiredService<MapQueries>().Map(house.Again(), house.Today, Stop);
        var overload = Assert.Single(map.Findings, f => f.Kind == FindingKind.Overload);

        Assert.Equal(["You asked Grace Hopper 3 times in the last eight weeks.", "Once it was for an introduction."], hints.Select(h => h.InWords()).Skip(1).Take(2));
        Assert.Equal([grace], overload.People);
        Assert.Contains("Once it was for an introduction.", overload.Reasons.Select(r => r.InWords()));
        Assert.Empty(await house.Again().HintsFor(new(mary, "Mary Jackson"), Weight.Normal, house.Today, Stop));
        Assert.Empty((await house.Again().LoadsOf([grace], house.Today.AddDays(57), Stop))[grace].ForWhat); // longer ago than it tells of
    }

    [Theory, OnBoth]
    public async Task Whoever_was_asked_to_introduce_a_lot_is_not_proposed_first(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, mary) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        var (one, two) = (await house.Know("Katherine Johnson"), await house.Know("Dorothy Vaughan"));
        await house.Knows(grace, mary, .8);
        await house.Knows(alan, mary, .6);
        var before = await house.PathsTo("Mary Jackson");

        await Sent(house, grace, one);
        await Sent(house, grace, two);
        var after = await house.PathsTo("Mary Jackson");

        Assert.Equal(["Grace Hopper > Mary Jackson", "Alan Turing > Mary Jackson"], before.Chains());
        Assert.Equal(["Alan Turing > Mary Jackson", "Grace Hopper > Mary Jackson"], after.Chains());
        Assert.Contains("2 times it was for an introduction.", after.Paths.Last().Steps[0].Evidence.Select(e => e.InWords()));
    }

    [Theory, OnBoth]
    public async Task A_yes_counts_at_once_and_a_no_looks_like_silence(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Near("Grace Hopper", "mentor", "pricing"), await house.Near("Alan Turing", "mentor", "pricing"));
        var (mary, katherine) = (await house.Know("Mary Jackson"), await house.Know("Katherine Johnson"));
        var accepted = await Sent(house, grace, mary);
        await house.Again().PassOn(accepted, new(), house.Today, house.Clock, Stop);
        await Sent(house, alan, katherine);
        async Task<string[]> Why(string name) => [.. (await house.Again().WhoCanHelp("pricing", null, 5, house.Today, Stop)).People.Single(p => p.Name == name).WhyWill.Select(r => r.InWords())];

        Assert.Contains("Said yes to 1 of 1 asks.", await Why("Grace Hopper"));
        Assert.DoesNotContain(await Why("Alan Turing"), w => w.StartsWith("Said yes", StringComparison.Ordinal));
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.ConnectorsDays + 1));
        Assert.Contains("Said yes to 0 of 1 asks.", await Why("Alan Turing"));
    }

    [Theory, OnBoth]
    public async Task Who_could_not_answer_any_more_is_not_taken_for_one_who_did_not_say_yes(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Near("Grace Hopper", "mentor", "pricing"), await house.Near("Alan Turing", "mentor", "pricing"));
        var (mary, twice) = (await house.Know("Mary Jackson"), await house.Know("M. Jackson"));
        var one = await Sent(house, grace, mary);
        await Sent(house, alan, twice);
        await house.Again().MergePeople(new(mary, twice, []), house.Today, house.Clock, Stop);

        await house.Again().PassOn(one, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(one, Mainstay.Introductions.Side.Second, new(Consent.Yes), house.Today, house.Clock, Stop); // the other is let be
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.ConnectorsDays + 1));
        var found = (await house.Again().WhoCanHelp("pricing", null, 5, house.Today, Stop)).People;

        Assert.DoesNotContain(found.Single(p => p.Id == alan).WhyWill.Select(r => r.InWords()), w => w.StartsWith("Said yes", StringComparison.Ordinal));
        Assert.Contains("Said yes to 1 of 1 asks.", found.Single(p => p.Id == grace).WhyWill.Select(r => r.InWords()));
        Assert.Contains(alan, (await house.Again().LoadsOf(null, house.Today, Stop)).Keys); // they were asked all the same
    }

    [Theory, OnBoth]
    public async Task It_is_said_at_every_door_before_they_are_asked_and_blocks_nothing(Engine engine)
    {
        const string warned = "You have asked Grace Hopper a lot of late.", told = "2 times it was for an introduction.";
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Know("Mary Jackson");
        await Sent(house, grace, await house.Know("Katherine Johnson"));
        await Sent(house, grace, await house.Know("Dorothy Vaughan"));
        await using var site = await TestSite.Open(house);

        var form = await site.Page($"/introductions/new?to={alan}&through={grace}");
        using var made = await site.Post("/introductions/new", "/introductions", ("second", "Alan Turing"), ("through", "Grace Hopper"), ("purpose", "How he hires."));
        var at = made.Headers.Location!.ToString();
        var drafted = await site.Page(at);
        using var sent = await site.Post(at, at + "/sent");
        var after = await site.Page(at);
        var page = await site.Page($"/people/{grace}");
        var typed = (await house.Type("introduce", "Mary Jackson", "--through", "Grace Hopper", "--for", "How she counts.")).Fine();
        var favours = (await site.Ask($"/api/people/{grace}/favours")).Fine();
        var written = (await site.Ask("/api/introductions")).Fine()["items"].EnumerateArray().Single(i => i.GetProperty("step").GetString() == "send").GetProperty("id").GetGuid();
        var program = (await site.Ask($"/api/introductions/{written}")).Fine()["hints"];
        var onItsWay = (await site.Ask("/api" + at)).Fine()["hints"];
        var again = (await site.Hand("/api/introductions", new { second = await house.Know("Annie Easley"), through = grace, purpose = "How she plans." })).Is(HttpStatusCode.Created)["hints"];
        await using var bob = await site.As(await house.BobsAccount());

        Assert.All((string[])[form, drafted, page], p => Assert.Contains(warned, p, StringComparison.Ordinal));
        Assert.Contains(told, form, StringComparison.Ordinal);
        Assert.Contains("3 times it was for an introduction.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(warned, after, StringComparison.Ordinal); // it is on its way
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (made.StatusCode, sent.StatusCode));
        Assert.Contains(warned, typed.Error, StringComparison.Ordinal);
        Assert.All((System.Text.Json.JsonElement[])[program, again], h => Assert.Contains(h.EnumerateArray().Select(s => s.GetString()!), s => s.StartsWith(warned, StringComparison.Ordinal)));
        Assert.Empty(onItsWay.EnumerateArray());
        Assert.Equal(3.0, favours["load"].GetDouble(), 9);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.Ask($"/api/people/{grace}/favours")).Status);
    }

    private static async Task<Guid> Through(TestHouse house, Guid connector, Guid to) =>
        (await house.Again().AddIntroduction(new() { ConnectorId = connector, SecondId = to, Purpose = "How they work." }, house.Today, house.Clock, Stop)).Id;

    private static async Task<Guid> Sent(TestHouse house, Guid connector, Guid to)
    {
        var it = await Through(house, connector, to);
        await house.Again().SendIntroduction(it, house.Today, house.Clock, Stop);
        return it;
    }

    private static async Task Asked(TestHouse house, Guid person, string what)
    {
        var ask = await house.Again().AddAsk(new() { PersonId = person, What = what }, house.Today, house.Clock, Stop);
        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
    }
}
