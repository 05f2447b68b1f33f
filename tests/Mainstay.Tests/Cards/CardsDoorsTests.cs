using System.Net;
using Mainstay.Cards;
using Mainstay.Tests.Api;
using Mainstay.Web;

namespace Mainstay.Tests.Cards;

/// <summary>Cards from the command line and for programs.</summary>
public class CardsDoorsTests
{
    private static readonly string[] Whole = ["ada.example"], Evil = ["javascript:alert(1)"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task From_the_command_line_a_card_is_written_shown_and_ended(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        house.Variables["MAINSTAY_ADDRESS"] = "https://mainstay.example";

        var none = (await house.Type("card")).Fine();
        var added = (await house.Type("card", "add", "Seed", "investors", "--headline", "Programs for engines", "--mail", "ada@example.org", "--link", "ada.example", "--link", "https://x.example", "--json")).Fine().Json;
        var on = (await house.Type("card", "on", "seed", "--for", "week")).Fine();
        var id = added.GetProperty("id").GetGuid();
        var address = $"https://mainstay.example/card/{await house.Secret(id)}";
        var shown = (await house.Type("card", "show", "seed", "--qr")).Fine();
        var file = Path.Combine(house.Settings.Data, "card.svg");
        (await house.Type("card", "show", "seed", "--svg", file)).Fine();
        var twice = await house.Type("card", "show", "seed", "--svg", file);
        (await house.Type("card", "show", "seed", "--svg", file, "--whole", "--force")).Fine();
        var vcf = (await house.Type("card", "show", "seed", "--vcf")).Fine();
        var edited = (await house.Type("card", "edit", "seed", "--audience", "Angels", "--mail", "", "--pitch", "I weave.", "--json")).Fine().Json;
        (await house.Type("card", "renew", "angels", "--for", "day")).Fine();
        var listed = (await house.Type("card", "--json")).Fine().Json[0];
        var off = (await house.Type("card", "off", "angels")).Fine();
        var gone = (await house.Type("card", "remove", "angels", "--json")).Fine().Json;
        (await house.Type("undo", gone.GetProperty("change").GetString()!)).Fine();

        Assert.Contains("No cards yet.", none.Error, StringComparison.Ordinal);
        Assert.Equal(("Seed investors", "Ada Lovelace", false, null), (added.GetProperty("audience").GetString(), added.GetProperty("name").GetString(), added.GetProperty("isOn").GetBoolean(), added.GetProperty("address").GetString()));
        Assert.Contains("On until Friday, May 8, 2026.", on.Out, StringComparison.Ordinal);
        Assert.Contains(address, on.Out, StringComparison.Ordinal);
        var rows = shown.Out.Split('\n').Where(l => l.Contains('█', StringComparison.Ordinal)).ToList();
        Assert.Equal(QrCode.Of(address).Blocks(whiteLetters: true), rows.Select(r => r.TrimEnd('\r').PadRight(QrCode.Of(address).Side)));
        Assert.Contains("is there already", twice.Error, StringComparison.Ordinal);
        Assert.Equal(QrCode.Of(CardVCard.ForSquare((await house.Line(id)).It.Shown() with { Mail = "ada@example.org" }), sturdy: false).Svg(), await File.ReadAllTextAsync(file, Stop));
        Assert.StartsWith("BEGIN:VCARD\r\n", vcf.Out, StringComparison.Ordinal);
        Assert.Contains("TITLE:Programs for engines", vcf.Out, StringComparison.Ordinal);
        Assert.Equal(("Angels", null, "I weave.", address), (edited.GetProperty("audience").GetString(), edited.GetProperty("mail").GetString(), edited.GetProperty("pitch").GetString(), edited.GetProperty("address").GetString()));
        Assert.NotEqual(address, listed.GetProperty("address").GetString());
        Assert.Contains("Off: nobody sees it.", off.Out, StringComparison.Ordinal);
        Assert.False((await house.Line(id)).IsOn);
    }

    [Fact]
    public async Task From_the_command_line_mistakes_are_said()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Write("Investors");
        await house.Write("Inventors");

        var nobody = await house.Type("card", "on", "investors");
        var several = await house.Type("card", "show", "inv");
        var unknown = await house.Type("card", "show", "Founders");
        var wrong = await house.Type("card", "add", "Others", "--name", "Ada", "--link", "javascript:alert(1)", "--mail", "x");
        var nameless = await house.Type("card", "add", "Others");
        var off = await house.Type("card", "show", "investors", "--svg", Path.Combine(house.Settings.Data, "x.svg"));
        var time = await house.Type("card", "on", "investors", "--for", "decade");

        Assert.Contains("there is none yet", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("could be several cards: Inventors and Investors", several.Error, StringComparison.Ordinal);
        Assert.Contains("There is no card for “Founders”.", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("This is no address on the web: javascript:alert(1)", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("This is no e-mail address.", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("A card needs a name.", nameless.Error, StringComparison.Ordinal);
        Assert.Contains("The card is off", off.Error, StringComparison.Ordinal);
        Assert.Equal((1, 1, 1, 2, 2, 1, 2), (nobody.Code, several.Code, unknown.Code, wrong.Code, nameless.Code, off.Code, time.Code));
    }

    [Theory, OnBoth]
    public async Task For_programs_it_goes_the_same_way(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house, s => s with { Address = "https://mainstay.example", Hosts = "127.0.0.1" });

        var made = (await site.Hand("/api/cards", new { Audience = "Investors", Name = "Ada Lovelace", Headline = "Programs", Links = Whole })).Is(HttpStatusCode.Created);
        var at = $"/api/cards/{made["id"].GetGuid()}";
        (await site.Hand("/api/cards", new { Audience = "Investors", Name = "Ada", Links = Evil })).Is(HttpStatusCode.UnprocessableEntity);
        (await site.Ask(at + "/square")).Is(HttpStatusCode.NotFound);
        var on = (await site.Hand(at + "/on", new { For = "week" }, ("Idempotency-Key", "once"))).Fine();
        var same = (await site.Hand(at + "/on", new { For = "year" })).Fine();
        var changed = (await site.Put(at, new { Audience = "Angels", Name = "Ada", Pitch = "I weave." })).Fine();
        var square = (await site.Ask(at + "/square")).Fine();
        var whole = (await site.Ask(at + "/square?whole=true")).Fine();
        var vcard = (await site.Ask(at + "/vcard")).Fine();
        var renewed = (await site.Hand(at + "/renew", new { })).Fine();
        (await site.Hand(at + "/renew", new { For = "decade" })).Is(HttpStatusCode.UnprocessableEntity);
        var off = (await site.Hand(at + "/off", null)).Fine();
        var removed = (await site.Delete(at)).Fine();
        Assert.Equal(0, (await site.Ask("/api/cards")).Fine()["items"].GetArrayLength());
        (await site.Hand($"/api/changes/{removed["change"].GetGuid()}/undo", new { })).Is(HttpStatusCode.NoContent);
        var back = (await site.Ask(at)).Fine();

        var address = on["address"].GetString()!;
        Assert.StartsWith("https://mainstay.example/card/", address, StringComparison.Ordinal);
        Assert.Equal((address, on["until"].GetDateTime()), (same["address"].GetString(), same["until"].GetDateTime()));
        Assert.Equal((address, "I weave.", 0), (changed["address"].GetString(), changed["pitch"].GetString(), changed["links"].GetArrayLength()));
        Assert.Equal(QrCode.Of(address).Svg(), square.Text);
        Assert.Equal(QrCode.Of(CardVCard.ForSquare(new() { Name = "Ada" }), sturdy: false).Svg(), whole.Text);
        Assert.Equal("attachment; filename=\"Ada.vcf\"", vcard.Headers["Content-Disposition"]);
        Assert.NotEqual(address, renewed["address"].GetString());
        Assert.Equal((false, System.Text.Json.JsonValueKind.Null), (off["isOn"].GetBoolean(), off["address"].ValueKind));
        Assert.False(back["isOn"].GetBoolean());
        Assert.DoesNotContain(address, System.Text.Encoding.UTF8.GetString([.. house.Again().Set<Mainstay.Api.KeptAnswer>().AsEnumerable().SelectMany(k => k.Body ?? [])]), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task For_programs_Bob_finds_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _) = await house.WriteAndTurnOn();
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        foreach (var path in new[] { "", "/square", "/vcard" }) (await bob.Ask($"/api/cards/{id}{path}")).Is(HttpStatusCode.NotFound);
        (await bob.Hand($"/api/cards/{id}/on", new { })).Is(HttpStatusCode.NotFound);
        (await bob.Hand($"/api/cards/{id}/off", null)).Is(HttpStatusCode.NotFound);
        (await bob.Delete($"/api/cards/{id}")).Is(HttpStatusCode.NotFound);
        Assert.Equal(0, (await bob.Ask("/api/cards")).Fine()["items"].GetArrayLength());
        Assert.True((await house.Line(id)).IsOn);
    }
}
