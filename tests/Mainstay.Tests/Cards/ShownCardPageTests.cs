using System.Net;
using Mainstay.Accounts;
using Mainstay.Cards;
using Mainstay.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Cards;

/// <summary>A card as strangers see it, who were given its address or guess one.</summary>
public class ShownCardPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_has_the_address_sees_what_stands_on_the_card_and_nothing_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (_, secret) = await house.WriteAndTurnOn("Investors", t => t with { Phone = null, Offers = null });
        await house.Write("Founders", t => t with { Pitch = "Something else entirely" });
        await using var site = await TestSite.OpenToAll(house);

        var page = await site.Page($"/card/{secret}");
        using var book = await site.Browser.GetAsync($"/card/{secret}.vcf", Stop);
        var vcard = await book.Content.ReadAsStringAsync(Stop);

        foreach (var text in new[] { "Ada Lovelace", "she/her", "Programs for engines", "Analytical Engines; Ltd", "I make engines weave.", "mailto:ada@example.org", "href=\"https://ada.example\"", "A second one", "Shown until Sunday, May 31, 2026", $"/card/{secret}.vcf" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        foreach (var hidden in new[] { "7946", "algorithms", "Investors", "Something else", "<script", "style=", "<form" })
        {
            Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, vcard, StringComparison.Ordinal);
        }
        Assert.Equal(("text/vcard", "attachment", "Ada-Lovelace.vcf"), (book.Content.Headers.ContentType!.MediaType, book.Content.Headers.ContentDisposition!.DispositionType, book.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("I make engines weave.\nLooking for: A first customer; A second one", VCardReader.Read(vcard).Single().Card!.Text("NOTE"));
    }

    [Fact]
    public async Task Nothing_is_kept_of_who_looked()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (_, secret) = await house.WriteAndTurnOn();
        await using var site = await TestSite.Open(house);
        var before = await Everything(house);

        foreach (var path in new[] { $"/card/{secret}", $"/card/{secret}.vcf", "/card/abcdefghjkmnpqrstuvwxyz23456" })
        {
            using var answer = await site.Browser.GetAsync(path, Stop);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal(("no-store", "no-referrer", "noindex, nofollow, noarchive"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single()));
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        }
        Assert.Contains("name=\"robots\" content=\"noindex", await site.Page($"/card/{secret}"), StringComparison.Ordinal);
        Assert.Equal(before, await Everything(house));
    }

    [Theory, OnBoth]
    public async Task An_address_that_ended_says_so_and_not_whose_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ended, revoked, removed, replaced) = (await house.WriteAndTurnOn("A", null, CardTime.Day), await house.WriteAndTurnOn("B", null, CardTime.Year), await house.WriteAndTurnOn("C", null, CardTime.Year), await house.WriteAndTurnOn("D", null, CardTime.Year));
        await house.Again().TurnCardOff(revoked.Id, house.Clock, Stop);
        await house.Again().RemoveCard(removed.Id, house.Clock, Stop);
        await house.Again().RenewCard(replaced.Id, CardTime.Year, house.Seals(), house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);
        Assert.Contains("Ada", await site.Page($"/card/{ended.Secret}"), StringComparison.Ordinal);
        house.Clock.Pass(TimeSpan.FromDays(1));

        foreach (var path in new[] { ended, revoked, removed, replaced }.SelectMany(c => new[] { $"/card/{c.Secret}", $"/card/{c.Secret}.vcf" }))
        {
            using var answer = await site.Browser.GetAsync(path, Stop);
            var page = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal((path, HttpStatusCode.Gone), (path, answer.StatusCode));
            Assert.Contains("This card is not shown any more.", page, StringComparison.Ordinal);
            foreach (var leak in new[] { "Ada", "Lovelace", "example.org", "engines" }) Assert.DoesNotContain(leak, page, StringComparison.Ordinal);
        }
        Assert.Contains("Ada", await site.Page($"/card/{await house.Secret(replaced.Id)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_address_that_was_guessed_no_more_is_said_than_that_there_is_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, secret) = await house.WriteAndTurnOn();
        var other = await house.Store.MakeLink("digest-stop", id, house.Clock, Stop);
        var lost = await house.Store.MakeLink("card", Guid.CreateVersion7(), house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);

        var pages = new List<string>();
        foreach (var guess in new[] { "abcdefghjkmnpqrstuvwxyz23456", "x", other, lost, id.ToString(), "..%2F..%2Fcards", new string('a', 5_000), "h4k2m9p7%0d%0aSet-Cookie:%20a=b" })
        {
            using var answer = await site.Browser.GetAsync("/card/" + guess, Stop);
            Assert.Equal((guess, HttpStatusCode.NotFound), (guess, answer.StatusCode));
            pages.Add(await answer.Content.ReadAsStringAsync(Stop));
        }
        Assert.All(pages, p => Assert.Contains("There is nothing here.", p, StringComparison.Ordinal));
        Assert.All(pages, p => Assert.Equal(pages[0], p));
        using var answered = await site.Browser.GetAsync("/answer/" + secret, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answered.StatusCode);
        using var posted = await site.Browser.PostAsync("/card/" + secret, new FormUrlEncodedContent([]), Stop);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_card_goes_with_the_account_and_the_next_owner_does_not_show_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, secret) = await house.WriteAndTurnOn("Investors", null, CardTime.Year);
        await using var site = await TestSite.OpenToAll(house);
        var ada = await house.Store.AccountOf((await house.AdasAccount()).Id, Stop);
        await house.Store.CloseAccount(ada, house.Clock.GetUtcNow().UtcDateTime, Stop);

        Assert.Equal(HttpStatusCode.NotFound, await Status(site, secret));
        await house.Store.CloseAccount(ada, null, Stop);
        Assert.Equal(HttpStatusCode.OK, await Status(site, secret));
        await house.Again().RemoveAccount(ada.Id, house.Services.GetRequiredService<Leaving>(), Stop);
        Assert.Equal(HttpStatusCode.NotFound, await Status(site, secret));
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.AdasAccount(); // somebody is set up anew, and takes over what was there

        Assert.Equal(HttpStatusCode.NotFound, await Status(site, secret));
        Assert.False((await house.Line(id)).IsOn);
        await house.Again().TurnCardOn(id, CardTime.Day, house.Seals(), house.Clock, Stop);
        Assert.Equal(HttpStatusCode.OK, await Status(site, await house.Secret(id)));
        Assert.NotEqual(HttpStatusCode.OK, await Status(site, secret));
    }

    [Fact]
    public async Task What_was_typed_is_text_and_runs_nowhere()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        const string evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'`";
        var (id, secret) = await house.WriteAndTurnOn(evil, t => new() { Name = evil, Pronouns = evil, Headline = evil, Organization = evil, Pitch = evil, Seeks = evil, Offers = evil, Links = ["https://ada.example/\"onmouseover=\"alert(1)"], Mail = "a'onclick=1@example.org" });
        await using var site = await TestSite.Open(house);

        foreach (var path in new[] { $"/card/{secret}", $"/cards/{id}", "/cards" })
        {
            var html = await site.Browser.GetStringAsync(path, Stop);
            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.DoesNotContain("\"onmouseover", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_is_told_in_the_language_of_who_looks()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (_, secret) = await house.WriteAndTurnOn();
        await using var site = await TestSite.OpenToAll(house);
        site.Browser.DefaultRequestHeaders.Add("Accept-Language", "de-AT,de;q=0.9,en;q=0.5");

        var page = await site.Page($"/card/{secret}");
        Assert.Contains("Als Kontakt speichern", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"de-AT\"", page, StringComparison.Ordinal);
        Assert.Equal("I make engines weave.\nGesucht: A first customer; A second one\nZu bieten: An hour on algorithms", VCardReader.Read(await site.Browser.GetStringAsync($"/card/{secret}.vcf", Stop)).Single().Card!.Text("NOTE"));
    }

    [Fact]
    public async Task A_full_hall_can_look_and_who_guesses_is_slowed_down()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (_, secret) = await house.WriteAndTurnOn();
        await using var site = await TestSite.OpenToAll(house);

        for (var i = 0; i < LinkLimit.OfPlace + 10; i++) Assert.Equal(HttpStatusCode.OK, await Status(site, secret));
        for (var i = LinkLimit.OfPlace + 10; i < LinkLimit.OfHall; i++) await Status(site, $"guess{i}");
        using var late = await site.Browser.GetAsync($"/card/{secret}", Stop);
        house.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.True(late.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, await Status(site, secret));
    }

    private static async Task<HttpStatusCode> Status(TestSite site, string secret)
    {
        using var answer = await site.Browser.GetAsync($"/card/{secret}", Stop);
        return answer.StatusCode;
    }

    /// <summary>All rows that could have changed because somebody looked.</summary>
    private static async Task<string> Everything(TestHouse house)
    {
        var store = house.Again();
        return System.Text.Json.JsonSerializer.Serialize(new { Cards = await store.Cards.ToListAsync(Stop), Links = await store.TokenLinks.ToListAsync(Stop), Sessions = await store.Sessions.ToListAsync(Stop), Spaces = await store.Spaces.ToListAsync(Stop), Former = await store.Set<Mainstay.People.Former>().CountAsync(Stop) });
    }
}
