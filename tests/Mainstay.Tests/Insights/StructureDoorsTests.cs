using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Mainstay.Insights;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Introductions;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Insights.InsightsCast;

namespace Mainstay.Tests.Insights;

/// <summary>How people hang together, and who knows whom as a file: from the store, on pages, from the command line and for programs.</summary>
public class StructureDoorsTests
{
    private static readonly XNamespace Graphml = "http://graphml.graphdrawing.org/xmlns", Gexf = "http://gexf.net/1.3", Svg = "http://www.w3.org/2000/svg";

    /// <summary>Hard on every format: XML's own signs, a letter beyond the first plane, and a control character.</summary>
    private const string Odd = "Ann <b> & \"Sons\" 🦉\u0001";

    [Theory, OnBoth]
    public async Task What_is_recorded_is_told_from_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ana = await TwoCircles(house);
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/network/structure");
        var words = (await house.Type("structure")).Fine().Out.ReplaceLineEndings(" ");
        var told = (await house.Type("structure", "--json")).Fine().Json;
        var program = (await site.Ask("/api/structure")).Fine();
        var together = await site.Page(System.Text.RegularExpressions.Regex.Match(page, "/introductions/new\\?two=on[^\"]*").Value);

        Assert.Contains("Your designers and your investors meet only through Ana.", page, StringComparison.Ordinal);
        Assert.Contains("Only Ana connects your designers and your investors.", page, StringComparison.Ordinal);
        Assert.Matches("name=\"first\"[^>]* value=\"D\\d\"|value=\"D\\d\"[^>]* name=\"first\"", together);
        Assert.Matches("name=\"second\"[^>]* value=\"I\\d\"|value=\"I\\d\"[^>]* name=\"second\"", together);
        Assert.Contains("Based on 16 recorded links between 9 people, of 10 in all.", page, StringComparison.Ordinal);
        Assert.Contains("Your designers and your investors meet only through Ana.", words, StringComparison.Ordinal);
        Assert.Equal((16, 10, "onlyThrough"), (told.GetProperty("links").GetInt32(), told.GetProperty("people").GetInt32(), told.GetProperty("findings")[0].GetProperty("kind").GetString()));
        Assert.Equal(ana, told.GetProperty("connectors")[0].GetProperty("id").GetGuid());
        Assert.Equal("designers", told.GetProperty("groups")[0].GetProperty("name").GetString());
        Assert.InRange(told.GetProperty("connectors")[0].GetProperty("betweenness").GetDouble(), .5, .6); // 16 of 28 pairs
        Assert.Equal(JsonValueKind.Null, told.GetProperty("mine").ValueKind);
        Assert.Equal(told.GetProperty("findings")[0].GetProperty("sentence").GetString(), program["findings"][0].GetProperty("sentence").GetString());
    }

    [Theory, OnBoth]
    public async Task Whoever_is_spoken_of_is_listed_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ana, c) = (await TwoCircles(house), await house.Know("C"));
        foreach (var letter in (string[])["X", "Y"])
        {
            var circle = new List<Guid>();
            for (var i = 1; i <= 4; i++) circle.Add(await house.Know($"{letter}{i}"));
            for (var i = 0; i < 4; i++)
                for (var j = i + 1; j < 4; j++) await house.Knows(circle[i], circle[j], 1);
            for (var i = 0; i < 3; i++) await house.Knows(c, circle[i], 1);
            await house.Knows(ana, circle[3], .5);
        }
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        var page = await site.Page("/network/structure");
        var words = (await house.Type("structure")).Fine().Out;
        var program = (await site.Ask("/api/structure")).Fine();
        var his = (await bob.Ask("/api/structure")).Fine();

        Assert.All((string[])[page, words], said => Assert.Contains("Your group around C: 9 people", said, StringComparison.Ordinal));
        var part = Assert.Single(program["parts"].EnumerateArray());
        Assert.Equal(("group around C", 9), (part.GetProperty("name").GetString(), part.GetProperty("people").GetArrayLength()));
        Assert.Empty(his["parts"].EnumerateArray());
    }

    [Theory, OnBoth]
    public async Task Neither_Bobs_nor_what_is_in_the_trash_counts_and_what_was_written_since_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ana = await TwoCircles(house);
        var queries = house.Services.GetRequiredService<StructureQueries>();

        var first = await queries.Structure(house.Again(), house.Today, Stop);
        if (engine == Engine.Sqlite) Assert.Same(first, await queries.Structure(house.Again(), house.Today, Stop));
        var bobs = await queries.Structure(await house.Bob(), house.Today, Stop);
        await house.Again().TrashPerson(ana, house.Clock, Stop);
        var then = await queries.Structure(house.Again(), house.Today, Stop);

        Assert.Equal((0, 0, 0), (bobs.Everybody, bobs.Links, bobs.Groups.Count));
        Assert.Equal((16, 12), (first.Links, then.Links));
        Assert.Equal("Your 8 people fall into two parts that do not know each other: your designers and your investors.", then.Said(StructureFindingKind.Apart));
    }

    [Theory, OnBoth]
    public async Task Ties_worth_a_word_are_found_from_needs_and_touches(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await TwoCircles(house);
        var (loose, old) = ((await house.Store.FindPerson("D1", Stop)).Id, await house.Know("Old friend"));
        await house.Touch(new(2026, 2, 1), TouchKind.Mail, loose);
        for (var month = 1; month < 8; month++) await house.Touch(new(2022, month, 1), TouchKind.Meeting, old);
        var need = await house.Need(SupportKind.Opportunities, "A first customer");

        var told = (await house.Type("structure", "--json")).Fine().Json;

        Assert.Equal((loose, $"/asks/new?to={loose}&need={need}"), (told.GetProperty("weakTies")[0].GetProperty("id").GetGuid(), told.GetProperty("weakTies")[0].GetProperty("href").GetString()));
        Assert.Equal((1, old), (told.GetProperty("dormantTies").GetArrayLength(), told.GetProperty("dormantTies")[0].GetProperty("id").GetGuid()));
    }

    [Theory, OnBoth]
    public async Task What_is_said_of_an_old_tie_is_told_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await TwoCircles(house);
        var old = await house.Know("Old friend");
        for (var month = 1; month < 8; month++) await house.Touch(new(2022, month, 1), TouchKind.Meeting, old);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var before = (await site.Ask("/api/structure")).Fine()["dormantTies"][0].GetProperty("score").GetDouble();

        (await house.Type("tie", "Old friend", "--trust", "much", "--standing", "much")).Fine();
        var told = (await house.Type("structure", "--json")).Fine().Json.GetProperty("dormantTies")[0];
        var program = (await site.Ask("/api/structure")).Fine()["dormantTies"][0];
        var (page, bobs) = (await site.Page("/network/structure"), await bob.Page("/network/structure"));

        Assert.Equal(before + .175 + .1, told.GetProperty("score").GetDouble(), .0011); // it is told rounded
        Assert.True(JsonElement.DeepEquals(told, program), program.GetRawText());
        Assert.Contains("You said that you trust them much. You said that they are far ahead of you. Not said, so it counts half: how willing they are to help.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("trust them much", bobs, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_file_reads_back_whatever_people_are_called(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var odd = await house.Near("Grace Hopper", "mentor");
        var owl = await house.Know(Odd.TrimEnd('\u0001'));
        await house.Place(odd, "Navy & <Co>", null, null);
        await house.Knows(odd, owl, .8);

        var graphml = XDocument.Parse((await house.Type("graph", "export")).Fine().Out);
        var gexf = XDocument.Parse((await house.Type("graph", "export", "--format", "gexf")).Fine().Out);
        var svg = XDocument.Parse((await house.Type("graph", "export", "--format", "svg")).Fine().Out);
        var json = (await house.Type("graph", "export", "--format", "json")).Fine().Json;

        Assert.Equal(3, graphml.Descendants(Graphml + "node").Count());
        Assert.Contains(graphml.Descendants(Graphml + "data"), d => d.Value == "Ann <b> & \"Sons\" 🦉");
        Assert.Contains(graphml.Descendants(Graphml + "data"), d => (string?)d.Attribute("key") == "node-organization" && d.Value == "Navy & <Co>");
        var keys = graphml.Descendants(Graphml + "key").Select(k => (string)k.Attribute("id")!).ToHashSet();
        Assert.All(graphml.Descendants(Graphml + "data"), d => Assert.Contains((string)d.Attribute("key")!, keys));
        Assert.Equal(["own", "said"], graphml.Descendants(Graphml + "edge").Select(e => e.Elements().Last().Value));
        Assert.Equal(("1.3", 2), ((string)gexf.Root!.Attribute("version")!, gexf.Descendants(Gexf + "edge").Count()));
        Assert.Equal(["You", "Grace Hopper", "Ann <b> & \"Sons\" 🦉"], gexf.Descendants(Gexf + "node").Select(n => (string)n.Attribute("label")!));
        Assert.Contains(gexf.Descendants(Gexf + "edge"), e => (string?)e.Attribute("weight") == "0.8" && e.Descendants(Gexf + "attvalue").Single().Attribute("value")!.Value == "said");
        Assert.Contains(svg.Descendants(Svg + "text"), t => t.Value == "Grace Hopper");
        Assert.Empty(svg.Descendants(Svg + "script"));
        Assert.Equal(("me", "close", .8), (json.GetProperty("nodes")[0].GetProperty("id").GetString(), json.GetProperty("nodes")[1].GetProperty("layer").GetString(), json.GetProperty("edges")[1].GetProperty("strength").GetDouble()));
    }

    [Theory, OnBoth]
    public async Task The_page_gives_a_file_to_its_owner_alone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Knows(await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        using var answer = await site.Browser.GetAsync("/network/export?format=gexf", Stop);
        using var none = await site.Browser.GetAsync("/network/export?format=png", Stop);
        var bobs = await bob.Page("/network/export?format=graphml");
        var program = (await site.Ask("/api/network/export?format=svg")).Fine();
        var wrong = await site.Ask("/api/network/export?format=png");

        Assert.Equal(("application/gexf+xml", "network.gexf", true), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), answer.Headers.CacheControl!.NoStore));
        Assert.Contains("Grace Hopper", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (none.StatusCode, wrong.Status));
        Assert.DoesNotContain("Grace", bobs, StringComparison.Ordinal);
        Assert.NotNull(program);
    }

    [Theory, OnBoth]
    public async Task A_file_is_written_once_and_replaced_only_when_it_is_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        var file = Path.Combine(house.Settings.Data, "network.svg");

        (await house.Type("graph", "export", "--format", "svg", "--out", file)).Fine();
        var again = await house.Type("graph", "export", "--format", "svg", "--out", file);
        var forced = (await house.Type("graph", "export", "--format", "svg", "--out", file, "--force")).Fine();

        Assert.NotEqual(0, again.Code);
        Assert.Contains("One person and 0 links were written.", forced.Error, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Load(file).Root!.Name.LocalName);
    }

    /// <summary>Four designers, four investors, Ana who knows some of both, and somebody of whom nothing is noted.</summary>
    private static async Task<Guid> TwoCircles(TestHouse house)
    {
        var ana = await house.Know("Ana");
        await house.Know("Bo");
        foreach (var (letter, role) in ((string, string)[])[("D", "designer"), ("I", "investor")])
        {
            var circle = new List<Guid>();
            for (var i = 1; i <= 4; i++) circle.Add(await house.Know($"{letter}{i}", p => p with { Roles = [new(role)] }));
            for (var i = 0; i < 4; i++)
                for (var j = i + 1; j < 4; j++) await house.Knows(circle[i], circle[j], .8);
            for (var i = 0; i < 2; i++) await house.Knows(ana, circle[i], .8);
        }
        return ana;
    }
}
