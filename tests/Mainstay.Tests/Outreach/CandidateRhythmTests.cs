using System.Net;
using Mainstay.Outreach;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Outreach;

/// <summary>Whoever is in is given a rhythm, or it is asked for.</summary>
public class CandidateRhythmTests
{
    private const string Question = "How often would you like to hear from each other?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_page_asks_once_they_are_in_and_one_tap_answers(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var at = "/candidates/" + await Noticed(house, "Mary Jackson");
        await using var site = await TestSite.Open(house);

        using var met = await site.Post(at, at + "/move", ("stage", "Met"));
        var before = await site.Page(at);
        using var inside = await site.Post(at, at + "/move", ("stage", "In"));
        var asked = await site.Page(at);
        var person = (await house.Again().FindCandidate("Mary Jackson", house.Today, Stop)).It.PersonId!.Value;
        using var placed = await site.Post(at, $"/people/{person}/layer", ("layer", "Wider"));
        var told = await site.Page(at);
        await using var bob = await site.As(await house.BobsAccount());
        using var his = await bob.Browser.GetAsync(at, Stop);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (met.StatusCode, inside.StatusCode, placed.StatusCode, his.StatusCode));
        Assert.DoesNotContain(Question, before + told, StringComparison.Ordinal);
        Assert.Contains(Question, asked, StringComparison.Ordinal);
        Assert.StartsWith(at + "?", placed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal((Layer.Wider, new DateOnly(2027, 5, 1)), await Kept(house, person)); // a year after the day they met
    }

    [Theory, OnBoth]
    public async Task The_command_line_asks_and_takes_the_layer_with_the_move(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Noticed(house, "Mary Jackson");
        await Noticed(house, "Zoe Lin");

        var early = await house.Type("candidates", "move", "Zoe", "--to", "contacted", "--layer", "core");
        var odd = await house.Type("candidates", "move", "Zoe", "--to", "in", "--layer", "friends");
        var asked = (await house.Type("candidates", "move", "Mary", "--to", "in")).Fine().Error;
        var placed = (await house.Type("candidates", "move", "Mary", "--to", "in", "--layer", "extended")).Fine();
        var atOnce = (await house.Type("candidates", "move", "Zoe", "--to", "met", "--layer", "close")).Fine();

        Assert.Equal((2, 2), (early.Code, odd.Code));
        Assert.Contains("Zoe Lin is none of your people yet", early.Error, StringComparison.Ordinal);
        Assert.Contains(Question, asked, StringComparison.Ordinal);
        Assert.Contains("extended (quarterly)", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, placed.Out + placed.Error + atOnce.Out + atOnce.Error, StringComparison.Ordinal);
        var (mary, zoe) = ((await house.Again().FindCandidate("Mary Jackson", house.Today, Stop)).It, (await house.Store.FindCandidate("Zoe Lin", house.Today, Stop)).It);
        Assert.Null(zoe.ContactedOn); // what was refused moved nothing
        Assert.Equal((Layer.Extended, Layer.Close), ((await Kept(house, mary.PersonId!.Value)).Layer, (await Kept(house, zoe.PersonId!.Value)).Layer));
    }

    [Theory, OnBoth]
    public async Task Programs_say_the_layer_with_the_move_or_alone_and_bob_says_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var at = "/api/candidates/" + await Noticed(house, "Mary Jackson");
        await using var site = await TestSite.Open(house);

        var early = await site.Patch(at, new { layer = "core" });
        var inside = (await site.Patch(at, new { stage = "in", layer = "extended" })).Fine();
        var person = inside["personId"].GetGuid();
        var with = (await Kept(house, person)).Layer;
        (await site.Patch(at, new { layer = "wider" })).Fine();
        await using var bob = await site.As(await house.BobsAccount());
        var his = await bob.Patch(at, new { layer = "core" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (early.Status, his.Status));
        Assert.Equal((Layer.Extended, Layer.Wider), (with, (await Kept(house, person)).Layer));
    }

    private static async Task<Guid> Noticed(TestHouse house, string name) => (await house.Again().AddCandidate(new() { Name = name, Origin = Origin.Field }, house.Today, house.Clock, Stop)).Id;

    private static async Task<(Layer Layer, DateOnly? DueOn)> Kept(TestHouse house, Guid person)
    {
        var tie = (await house.Again().KeptTieOf(person, Stop))!;
        return (tie.Layer, tie.DueOn);
    }
}
