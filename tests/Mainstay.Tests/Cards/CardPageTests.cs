using System.Net;
using Mainstay.Cards;
using Mainstay.Tests.Needs;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Cards;

/// <summary>Cards on their owner's pages.</summary>
public class CardPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_page_a_card_is_written_turned_on_changed_renewed_turned_off_and_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house, s => s with { Address = "https://mainstay.example", Hosts = "127.0.0.1" });
        await using var stranger = site.Stranger();

        Assert.Contains("Nobody sees a card before you turn it on", await site.Page("/cards"), StringComparison.Ordinal);
        using var wrong = await site.Post("/cards/new", "/cards", ("audience", "Investors"), ("name", "Ada"), ("links", "ada.example\njavascript:alert(1)"));
        using var made = await site.Post("/cards/new", "/cards", ("audience", "Investors"), ("name", "Ada Lovelace"), ("mail", "ada@example.org"), ("links", "ada.example\r\n\r\nhttps://x.example"), ("pitch", "I make engines weave."));
        var at = made.Headers.Location!.ToString().Split('?')[0];
        var id = Guid.Parse(at["/cards/".Length..]);
        var off = await site.Page(at);
        Assert.Equal(HttpStatusCode.NotFound, await Status(site, at + "/square.svg"));
        using var on = await site.Post(at, at + "/on", ("for", "Week"));
        var (secret, page) = (await house.Secret(id), await site.Page(at));
        using var changed = await site.Post(at, at + "/edit", ("audience", "Seed investors"), ("name", "Ada L"), ("pitch", "I weave."));
        Assert.Contains("I weave.", await stranger.Page($"/card/{secret}"), StringComparison.Ordinal);
        using var bad = await site.Post(at, at + "/edit", ("audience", ""), ("name", "Ada L"), ("mail", "nobody"));
        using var odd = await site.Post(at, at + "/renew", ("for", "Decade"));
        using var renewed = await site.Post(at, at + "/renew", ("for", "Year"));
        Assert.Equal(HttpStatusCode.Gone, await Status(stranger, $"/card/{secret}"));
        var second = await house.Secret(id);
        using var ended = await site.Post(at, at + "/off");
        Assert.Equal(HttpStatusCode.Gone, await Status(stranger, $"/card/{second}"));
        using var removed = await site.Post(at, at + "/remove");
        using var back = await site.TakeBack(removed);

        var said = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, bad.StatusCode, odd.StatusCode));
        Assert.Contains("This is no address on the web: javascript:alert(1)", said, StringComparison.Ordinal);
        Assert.Contains("javascript:alert(1)</textarea>", said, StringComparison.Ordinal);
        Assert.Contains("Off: nobody sees it.", off, StringComparison.Ordinal);
        Assert.DoesNotContain("/card/", off, StringComparison.Ordinal);
        Assert.Contains("On until Friday, May 8, 2026.", page, StringComparison.Ordinal);
        Assert.Contains($"https://mainstay.example/card/{secret}", page, StringComparison.Ordinal);
        var badly = WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Say for whom it is.", badly, StringComparison.Ordinal);
        Assert.Contains("This is no e-mail address.", badly, StringComparison.Ordinal);
        var line = await house.Line(id);
        Assert.Equal(("Seed investors", "Ada L", "I weave.", false, null), (line.It.Audience, line.It.Name, line.It.Pitch, line.IsOn, line.It.Links));
    }

    [Fact]
    public async Task The_square_leads_to_the_card_and_the_one_for_no_network_holds_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, secret) = await house.WriteAndTurnOn();
        var long_ = await house.Write("Long", t => t with { Headline = new string('ä', 200), Links = [.. Enumerable.Range(0, 5).Select(i => $"https://a{i}.example/{new string('b', 100)}")] });
        await using var site = await TestSite.Open(house, s => s with { Address = "https://mainstay.example", Hosts = "127.0.0.1" });

        using var square = await site.Browser.GetAsync($"/cards/{id}/square.svg", Stop);
        var whole = await site.Browser.GetStringAsync($"/cards/{id}/whole.svg", Stop);

        Assert.Equal(("image/svg+xml", "card.svg"), (square.Content.Headers.ContentType!.MediaType, square.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(QrCode.Of($"https://mainstay.example/card/{secret}").Svg(), await square.Content.ReadAsStringAsync(Stop));
        Assert.Equal(QrCode.Of(CardVCard.ForSquare(CardsCast.Text.Tidy()), sturdy: false).Svg(), whole);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status(site, $"/cards/{long_}/whole.svg"));
        Assert.Contains("Too much stands on this card for a code that is read well without a network", await site.Page($"/cards/{long_}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_others_cannot_reach_the_server_the_page_says_so()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, _) = await house.WriteAndTurnOn();
        await using var site = await TestSite.Open(house);

        Assert.Contains("This address leads everybody to their own machine.", await site.Page($"/cards/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_keys_of_another_machine_the_page_offers_a_new_address()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, secret) = await house.WriteAndTurnOn();
        await house.Store.Cards.ExecuteUpdateAsync(set => set.SetProperty(c => c.Locked, "CfDJ8 from elsewhere"), Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/cards/{id}");
        Assert.Contains("its address was locked by keys that are not on this machine", page, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace", await site.Page($"/card/{secret}"), StringComparison.Ordinal);
        using var renewed = await site.Post($"/cards/{id}", $"/cards/{id}/renew", ("for", "Day"));
        Assert.Contains(await house.Secret(id), await site.Page($"/cards/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bob_finds_no_card_of_Adas()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, secret) = await house.WriteAndTurnOn();
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        Assert.DoesNotContain("Investors", await bob.Page("/cards"), StringComparison.Ordinal);
        foreach (var path in new[] { "", "/square.svg", "/whole.svg" }) Assert.Equal(HttpStatusCode.NotFound, await Status(bob, $"/cards/{id}{path}"));
        var form = TestSite.Form(await bob.Page("/cards/new"), "/cards");
        foreach (var verb in new[] { "on", "off", "renew", "edit", "remove" })
        {
            using var answer = await bob.Send($"/cards/{id}/{verb}", form);
            Assert.Equal((verb, HttpStatusCode.NotFound), (verb, answer.StatusCode));
        }
        Assert.Equal(secret, await house.Secret(id));
    }

    private static async Task<HttpStatusCode> Status(TestSite site, string path)
    {
        using var answer = await site.Browser.GetAsync(path, Stop);
        return answer.StatusCode;
    }
}
