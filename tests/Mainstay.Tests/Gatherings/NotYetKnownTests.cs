using System.Net;
using Mainstay.Gatherings;
using Mainstay.Outreach;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Gatherings;

/// <summary>Who is expected at a gathering and is none of the owner's people may become a candidate.</summary>
public class NotYetKnownTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_page_offers_to_make_a_candidate_of_whom_nobody_answers_to(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var name in new[] { "Grace Hopper", "Grace Murray", "Alan Turing" }) await house.Know(name);
        var it = await house.Again().AddGathering(new() { Name = "Demo Day", On = house.Today }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var at = $"/gatherings/{it.Id}";
        const string link = "/candidates/new?name=Noa%20Levi&origin=gathering&from=Demo%20Day";

        using var refused = await site.Post(at, at + "/expected", ("who", "Noa Levi, Grace, Alan Turing"));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        var form = await site.Page(link);
        using var noted = await site.Post(link, "/candidates", ("who", "Noa Levi"), ("origin", "Gathering"), ("originText", "Demo Day"));
        var prepared = await site.Page(at);
        await using var bob = await site.As(await house.BobsAccount());
        using var his = await bob.Browser.GetAsync(at, Stop);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (refused.StatusCode, noted.StatusCode, his.StatusCode));
        Assert.Contains("Make Noa Levi a candidate", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", page, StringComparison.Ordinal);
        foreach (var known in new[] { "Make Grace a candidate", "Make Alan Turing a candidate" }) Assert.DoesNotContain(known, page, StringComparison.Ordinal);
        foreach (var value in new[] { "value=\"Noa Levi\"", "value=\"Demo Day\"" }) Assert.Contains(value, form, StringComparison.Ordinal);
        Assert.Contains("Noa Levi", prepared, StringComparison.Ordinal);
        Assert.DoesNotContain("Make Noa Levi a candidate", prepared, StringComparison.Ordinal);
        Assert.Empty(await (await house.Bob()).AllCandidates(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task The_command_line_names_the_command_to_type(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        (await house.Type("gatherings", "add", "Demo Day", "--on", "2026-05-04")).Fine();

        var refused = await house.Type("gatherings", "prepare", "Demo Day", "Grace Hopper", "Noa Levi");
        var nobody = (await house.Type("gatherings", "prepare", "Demo Day", "--json")).Fine().Json;
        (await house.Type("candidates", "add", "Noa Levi", "--origin", "gathering", "--from", "Demo Day")).Fine();
        var prepared = (await house.Type("gatherings", "prepare", "Demo Day")).Fine().Out;

        Assert.NotEqual(0, refused.Code);
        Assert.Contains("mainstay candidates add 'Noa Levi' --origin gathering --from 'Demo Day'", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, nobody.GetProperty("others").GetArrayLength() + nobody.GetProperty("talkTo").GetArrayLength());
        Assert.Contains("Look for Noa Levi, a candidate", prepared, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_name_in_the_command_to_type_is_never_more_than_a_word(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("gatherings", "add", "Ada's \"Day\"!", "--on", "2026-05-04")).Fine();

        var refused = await house.Type("gatherings", "prepare", "Ada's \"Day\"!", "Noa $(id) `id` O'Hara");

        Assert.NotEqual(0, refused.Code);
        Assert.Contains("mainstay candidates add 'Noa $(id) `id` O'\\''Hara' --origin gathering --from 'Ada'\\''s \"Day\"!'", refused.Error, StringComparison.Ordinal);
    }
}
