using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Mainstay.Deliveries;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Deliveries;

public class DeliveriesApiTests
{
    private const string Cards = "text/vcard";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_file_is_looked_into_brought_in_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var cards = Bring.Card("Grace Hopper", "EMAIL:grace@navy.example") + Bring.Card("Alan Turing");

        var ahead = (await site.Hand("/api/imports/preview?name=contacts.vcf", Sent(cards, Cards))).Fine();
        Assert.Empty(await house.Names());
        var done = (await site.Hand("/api/imports?name=contacts.vcf", Sent(cards, Cards))).Is(HttpStatusCode.Created);

        Assert.Equal((JsonValueKind.Null, 2), (ahead["import"].ValueKind, ahead["files"][0].GetProperty("added").GetInt32()));
        Assert.Equal(["Grace Hopper", "Alan Turing"], ahead["files"][0].GetProperty("first").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        Assert.Equal("contacts.vcf", done["files"][0].GetProperty("file").GetString());
        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names());
        var kept = (await site.Ask(done.Headers["Location"])).Fine();
        Assert.Equal((done.Text, done.Tag), (kept.Text, kept.Tag));
        Assert.Equal(2, (await site.Hand(done.Headers["Location"] + "/undo", null)).Fine()["removed"].GetInt32());
        Assert.Empty(await house.Names());
        Assert.Empty(new DeliverySource(house.Settings).All());
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_is_said_to_programs_as_on_the_command_line_with_the_column_in_the_message(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        const string Table = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAlan,Tu\"ring,,,,,\n";
        var typed = (await house.Type("import", house.File("c.csv", Table), "--dry-run", "--json")).Fine().Json.GetProperty("files")[0].GetProperty("problems");

        var ahead = (await site.Hand("/api/imports/preview?name=c.csv", Sent(Table, "text/csv"))).Fine();
        var done = (await site.Hand("/api/imports?name=c.csv", Sent(Table, "text/csv"))).Is(HttpStatusCode.Created);
        var kept = (await site.Ask(done.Headers["Location"])).Fine();

        Assert.StartsWith("Column 8: ", typed[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        foreach (var answer in new[] { ahead, done, kept }) Assert.True(JsonElement.DeepEquals(typed, answer["files"][0].GetProperty("problems")), answer.Text);
    }

    [Theory, OnBoth]
    public async Task The_same_request_again_brings_nothing_in_twice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var first = (await site.Hand("/api/imports", Sent(Bring.Card("Grace Hopper"), Cards), ("Idempotency-Key", "once"))).Is(HttpStatusCode.Created);
        var again = (await site.Hand("/api/imports", Sent(Bring.Card("Grace Hopper"), Cards), ("Idempotency-Key", "once"))).Is(HttpStatusCode.Created);
        var other = await site.Hand("/api/imports", Sent(Bring.Card("Alan Turing"), Cards), ("Idempotency-Key", "once"));

        Assert.Equal((first.Text, "true"), (again.Text, again.Headers["Idempotency-Replayed"]));
        Assert.NotEmpty(other.Wrong("Idempotency-Key"));
        Assert.Single((await site.Ask("/api/imports")).Each("items", "id"));
        Assert.Equal(["Grace Hopper"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task Text_columns_and_who_is_the_same_are_said_in_the_address(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "EMAIL:grace@navy.example"));
        await using var site = await TestSite.Open(house);

        const string Members = "Member,Post\r\nAlan Turing,alan@bletchley.example\r\n";
        (await site.Hand("/api/imports?column=Member%3Dname&column=Post%3Demail", Sent(Members, "text/csv"))).Is(HttpStatusCode.Created);
        Assert.Equal("alan@bletchley.example", (await house.Again().ContactPoints.SingleAsync(c => c.Value.StartsWith("alan"), Stop)).Value);
        Assert.NotEmpty((await site.Hand("/api/imports?column=Nobody%3Dname", Sent(Members, "text/csv"))).Wrong("column"));
        Assert.NotEmpty((await site.Hand("/api/imports?column=Member%3Dshoe", Sent(Members, "text/csv"))).Wrong("column"));

        var more = Bring.Card("Grace Hopper", "UID:g-2", "TEL:+1 212 555 0199");
        var doubt = (await site.Hand("/api/imports/preview", Sent(more, Cards))).Fine()["files"][0].GetProperty("doubtful")[0];
        var same = Uri.EscapeDataString(doubt.GetProperty("key").GetString() + "=" + doubt.GetProperty("candidates")[0].GetProperty("key").GetString());
        Assert.Equal(1, (await site.Hand("/api/imports?same=" + same, Sent(more, Cards))).Is(HttpStatusCode.Created)["files"][0].GetProperty("updated").GetInt32());
        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names());
        Assert.NotEmpty((await site.Hand("/api/imports?same=nobody", Sent(more, Cards))).Wrong("same"));
        Assert.NotEmpty((await site.Hand("/api/imports?withText=maybe", Sent(more, Cards))).Wrong("withText"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_nothing_of_it_is_left()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var unknown = (await site.Hand("/api/imports?name=..%2Fpoem.txt", Sent("Roses are red", "text/csv"))).Is(HttpStatusCode.UnprocessableEntity);
        (await site.Hand("/api/imports", Sent("", Cards))).Is(HttpStatusCode.UnprocessableEntity);
        (await site.Hand("/api/imports", Sent("PK\u0003\u0004 broken", "application/zip"))).Is(HttpStatusCode.UnprocessableEntity);
        var form = (await site.Hand("/api/imports", new MultipartFormDataContent { { new StringContent(Bring.Card("Grace Hopper")), "file", "a.vcf" } })).Is(HttpStatusCode.UnsupportedMediaType);
        (await site.Hand("/api/imports", null)).Is(HttpStatusCode.UnsupportedMediaType);
        (await site.Hand("/api/imports", new Endless(UploadSource.MostBytes + 1))).Is(HttpStatusCode.RequestEntityTooLarge);
        (await site.Hand("/api/imports", new Endless(UploadSource.MostBytes + 1), ("Idempotency-Key", "large"))).Is(HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("Deliveries.UnknownSent", unknown["code"].GetString());
        Assert.StartsWith("poem.txt is nothing that can be read here.", unknown.Detail, StringComparison.Ordinal);
        Assert.Contains("text/vcard", form.Headers["Accept"], StringComparison.Ordinal);
        Assert.Empty(await house.Names());
        Assert.Empty((await site.Ask("/api/imports")).Each("items", "id"));
        Assert.Empty(new DeliverySource(house.Settings).All());
    }

    [Theory, OnBoth]
    public async Task What_is_brought_in_is_not_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        (await site.Hand("/api/imports", Sent(Bring.Card("Grace Hopper"), Cards))).Is(HttpStatusCode.Created);

        await using var bob = await site.As(await house.BobsAccount());
        Assert.Empty((await bob.Ask("/api/imports")).Each("items", "id"));
    }

    private static ByteArrayContent Sent(string text, string type) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    /// <summary>Says nothing of its length beforehand.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly long length;

        public Endless(long length)
        {
            this.length = length;
            Headers.ContentType = new(Cards);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = new byte[1 << 20];
            for (var left = length; left > 0; left -= piece.Length) await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)), Stop);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
