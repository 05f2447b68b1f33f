using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Mainstay.Api;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Matching;

public class MatchPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Mentees = "name,wants,prefers,stage\nAna Ruiz,pricing,Grace Hopper,seed\nBo Lund,law,,growth\n", Mentors = "name,capacity,offers,stage\nGrace Hopper,1,pricing,seed\nAlan Turing,1,tax law,growth\n";

    [Fact]
    public async Task Two_sheets_that_are_pasted_become_a_draft_that_can_be_drafted_again_otherwise()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var first = await site.Post("/match", "/match", ("mentees", Mentees), ("mentors", Mentors), ("mode", "Assign"), ("aim", "Everyone"), ("minimum", "0"));
        var draft = WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync(Stop));
        using var again = await site.Post("/match", "/match", ("mentees", Mentees), ("mentors", Mentors), ("mode", "Stable"), ("minimum", "0"), ("pins", "Ana Ruiz = Alan Turing"));
        var pinned = WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("<bdi>Ana Ruiz</bdi> – <bdi>Grace Hopper</bdi>", draft, StringComparison.Ordinal);
        Assert.Contains("Offers what is wanted: law.", draft, StringComparison.Ordinal);
        Assert.Contains(Mentees, draft.ReplaceLineEndings("\n"), StringComparison.Ordinal); // the sheets stay in the page
        Assert.Contains("name=\"criterion\" value=\"stage\"", draft, StringComparison.Ordinal);
        Assert.Contains("<bdi>Ana Ruiz</bdi> – <bdi>Alan Turing</bdi>", pinned, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_read_in_whatever_letters_and_the_pairs_come_back_as_a_sheet()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in TestSite.Form(await site.Page("/match"), "/match")) form.Add(new StringContent(value), name);
        form.Add(File(Encoding.Latin1.GetBytes(Mentees.Replace("Ana Ruiz", "Ana Núñez", StringComparison.Ordinal))), "menteesFile", "mentees.csv");
        form.Add(File(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Mentors)).ToArray()), "mentorsFile", "mentors.csv");

        using var answer = await site.Browser.PostAsync("/match/pairs.csv", form, Stop);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var sheet = await answer.Content.ReadAsStringAsync(Stop);
        Assert.StartsWith("\"mentee\",\"mentor\",\"score\",\"choice\",\"why\"\r\n\"Ana Núñez\",\"Grace Hopper\",", sheet.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name\nAna\nAna\n", "", "“Ana” stands there twice")]
    [InlineData("", "", "There is nothing in it.")]
    [InlineData("wants\nlaw\n", "", "No column is called “name”")]
    [InlineData(Mentees, "Ana Ruiz", "is no pair")]
    [InlineData(Mentees, "Ana Ruiz = Nobody", "No mentor is called “Nobody”.")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(string mentees, string pins, string said)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Post("/match", "/match", ("mentees", mentees), ("mentors", Mentors), ("pins", pins));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("Alan Turing,1,tax law,growth", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_stay_as_they_were_typed_when_something_else_is_wrong()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Post("/match", "/match", ("mentees", Mentees), ("mentors", Mentors), ("pins", "Ana Ruiz = Nobody"), ("mode", "7"), ("criterion", "stage"), ("weight", "8.3333"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches("name=\"criterion\" value=\"stage\"[^~]*name=\"weight\"[^>]*value=\"8.3333\"", page);
    }

    [Fact]
    public async Task Where_many_share_a_server_a_round_is_smaller()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var many = Enumerable.Range(0, 1_001).Select(n => new { Name = $"Somebody {n}" }).ToArray();

        Assert.NotEmpty((await site.Hand("/api/match", new { Mentees = many, Mentors = many })).Wrong("mentors"));
        (await site.Hand("/api/match", new { Mentees = new[] { new { Name = "Ana", Avoid = new string?[] { null, " grace hopper " } } }, Mentors = new[] { new { Name = "Grace Hopper" } } })).Fine();
    }

    [Theory, OnBoth]
    public async Task Programs_have_it_drafted_and_nothing_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        object round = new
        {
            Mentees = new[] { new { Name = "Ana Ruiz", Wants = new[] { "pricing" }, Known = new Dictionary<string, string> { ["stage"] = "seed" } } },
            Mentors = new object[] { new { Name = "Grace Hopper", Capacity = 2, Offers = new[] { "pricing" }, Known = new Dictionary<string, string> { ["Stage"] = "seed" } } },
        };

        var draft = (await site.Hand("/api/match", round, ("Idempotency-Key", "one"))).Fine().Json;
        var twice = (await site.Hand("/api/match", new { Mentees = new[] { new { Name = "Ana" }, new { Name = "ana" } }, Mentors = Array.Empty<object>() })).Wrong("mentees");

        var pair = Assert.Single(draft.GetProperty("pairs").EnumerateArray());
        Assert.Equal(["Offers what is wanted: pricing.", "The same stage: seed."], pair.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        Assert.NotEmpty(twice);
        Assert.DoesNotContain(await house.Again().KeptAnswers.ToListAsync(Stop), k => k.Body is not null);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_door()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();

        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.Browser.GetAsync("/match", Stop)).StatusCode);
        (await stranger.Hand("/api/match", new { Mentees = Array.Empty<object>(), Mentors = Array.Empty<object>() })).Is(HttpStatusCode.Unauthorized);
    }

    private static ByteArrayContent File(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
}
