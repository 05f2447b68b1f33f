using System.Net;
using Mainstay.Gatherings;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Gatherings;

/// <summary>After the second word their rhythm counts: whoever has none is asked for one.</summary>
public class SecondWordTests
{
    private const string Question = "How often would you like to hear from each other?", Counts = "From now on their rhythm counts.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Whoever_has_no_rhythm_is_given_one_in_one_tap(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 5, 7));
        var met = await Met(house, "Dana Wu");
        await house.Again().SayWrote(met.Id, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 6, 10));
        await using var site = await TestSite.Open(house);
        var at = $"/encounters/{met.Id}";

        var first = await site.Page(at);
        using var wrote = await site.Post(at, at + "/wrote");
        var (asked, before) = (await site.Page(at), await house.Again().KeptTieOf(met.PersonId, Stop));
        using var placed = await site.Post(at, $"/people/{met.PersonId}/layer", ("layer", "Extended"));
        var (told, after) = (await site.Page(at), await house.Again().KeptTieOf(met.PersonId, Stop));
        await using var bob = await site.As(await house.BobsAccount());
        using var his = await bob.Browser.GetAsync(at, Stop);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (wrote.StatusCode, placed.StatusCode, his.StatusCode));
        Assert.DoesNotContain(Question, first, StringComparison.Ordinal);
        Assert.DoesNotContain(Counts, first + asked, StringComparison.Ordinal);
        Assert.Contains(Question, asked, StringComparison.Ordinal);
        Assert.Contains("Extended, quarterly", asked, StringComparison.Ordinal);
        Assert.StartsWith(at + "?", placed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(Counts, told, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, told, StringComparison.Ordinal);
        Assert.Null(before!.DueOn);
        Assert.Equal((Layer.Extended, new DateOnly(2026, 9, 9)), (after!.Layer, after.DueOn)); // 91 days after the second word
    }

    [Theory, OnBoth]
    public async Task Whose_rhythm_is_said_is_not_asked_about_also_when_there_is_to_be_none(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 5, 7));
        var (monthly, never, over) = (await Met(house, "Dana Wu"), await Met(house, "Bo Li"), await Met(house, "Cy Young"));
        foreach (var met in new[] { monthly, never, over }) await house.Again().SayWrote(met.Id, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 6, 10));
        foreach (var met in new[] { monthly, never, over }) await house.Again().SayWrote(met.Id, house.Today, house.Clock, Stop);
        await house.Again().SetCadence(monthly.PersonId, 30, Stop);
        await house.Again().SetCadence(never.PersonId, Layers.NoCadence, Stop);
        await house.Again().SayOver(over.PersonId, house.Today, Stop);
        await using var site = await TestSite.Open(house);

        var pages = new[] { await site.Page($"/encounters/{monthly.Id}"), await site.Page($"/encounters/{never.Id}"), await site.Page($"/encounters/{over.Id}") };

        Assert.Equal([true, false, false], pages.Select(p => p.Contains(Counts, StringComparison.Ordinal)));
        Assert.All(pages, p => Assert.Contains("You wrote on", p, StringComparison.Ordinal));
        Assert.All(pages, p => Assert.DoesNotContain(Question, p, StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task The_command_line_asks_and_takes_the_layer_with_the_word(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 5, 7));
        var met = await Met(house, "Dana Wu");
        var id = met.Id.ToString();

        var first = (await house.Type("met", "wrote", id)).Fine();
        house.Clock.MoveTo(new(2026, 6, 10));
        var odd = await house.Type("met", "wrote", id, "--layer", "friends");
        var untouched = (await house.Again().EncounterOf(met.Id, Stop)).Encounter.SecondOn;
        var second = (await house.Type("met", "wrote", id)).Fine();
        var placed = (await house.Type("met", "wrote", id, "--layer", "wider")).Fine();
        var json = (await house.Type("met", "wrote", id, "--json")).Fine().Json;

        Assert.Equal((2, null), (odd.Code, untouched));
        Assert.DoesNotContain(Question, first.Out + first.Error, StringComparison.Ordinal);
        Assert.Contains(Question, second.Error, StringComparison.Ordinal);
        Assert.Contains("--layer LAYER: core (weekly)", second.Error, StringComparison.Ordinal);
        Assert.Contains(Counts, placed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, placed.Out + placed.Error, StringComparison.Ordinal);
        Assert.Equal("2026-06-10", json.GetProperty("secondOn").GetString());
        Assert.Equal(Layer.Wider, (await house.Again().KeptTieOf(met.PersonId, Stop))!.Layer);
        Assert.Equal(3, (await house.Again().TouchesOf(met.PersonId, Stop)).Count); // they met, and two words
    }

    [Theory, OnBoth]
    public async Task Programs_say_the_layer_with_the_word_or_alone_and_bob_says_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 5, 7));
        var met = await Met(house, "Dana Wu");
        await using var site = await TestSite.Open(house);
        var at = $"/api/encounters/{met.Id}";

        var wrote = (await site.Patch(at, new { wrote = true, layer = "extended" })).Fine();
        var with = await house.Again().KeptTieOf(met.PersonId, Stop);
        (await site.Patch(at, new { layer = "wider" })).Fine();
        var alone = await house.Again().KeptTieOf(met.PersonId, Stop);
        await using var bob = await site.As(await house.BobsAccount());
        var his = await bob.Patch(at, new { layer = "core" });

        Assert.Equal("2026-05-07", wrote["wroteOn"].GetString());
        Assert.Equal((Layer.Extended, Layer.Wider), (with!.Layer, alone!.Layer));
        Assert.Equal(HttpStatusCode.NotFound, his.Status);
        Assert.Equal(Layer.Wider, (await house.Again().KeptTieOf(met.PersonId, Stop))!.Layer);
    }

    private static async Task<Encounter> Met(TestHouse house, string name)
    {
        var at = await house.Again().AddGathering(new() { Name = "Open day", On = house.Today }, house.Clock, Stop);
        return await house.Store.Meet(new() { GatheringId = at.Id, Name = name }, house.Today, house.Clock, Stop);
    }
}
