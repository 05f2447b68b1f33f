using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Deliveries;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Deliveries;

public partial class ImportPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Leads_from_a_file_to_its_report_and_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var at = await HandIn(site, ("contacts.vcf", Bring.Card("Grace Hopper", "EMAIL:grace@navy.example", "ORG:US Navy") + Bring.Card("Alan Turing")));
        var look = await site.Settled(at);
        Assert.Contains("2 people are new, 0 would change", look, StringComparison.Ordinal);
        Assert.Contains("US Navy, grace@navy.example", look, StringComparison.Ordinal);
        Assert.Empty(await house.Names());

        using var started = await site.Post(at, at + "/start");
        Assert.Equal((HttpStatusCode.SeeOther, at), (started.StatusCode, started.Headers.Location!.ToString()));
        var report = await site.Settled(at);
        Assert.Contains("2 people added, 0 updated", report, StringComparison.Ordinal);
        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names());
        Assert.Contains(at, await site.Page("/import"), StringComparison.Ordinal);

        using var undone = await site.Post(at, at + "/undo");
        Assert.Contains("Taken back: 2 people removed", await site.Page(at), StringComparison.Ordinal);
        Assert.Empty(await house.Names());
        Assert.Contains("taken back", await site.Page("/import"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Several_files_come_in_together_and_the_same_again_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        (string, string)[] files = [("messages.csv", Bring.Messages), ("Connections.csv", Bring.Connections)];
        var at = await HandIn(site, files);
        Assert.Contains("Keep what was written in messages", await site.Settled(at), StringComparison.Ordinal);

        using var started = await site.Post(at, at + "/start", ("withText", "on"));
        await site.Settled(at);

        Assert.Equal("Are you there?\n\nHello, \"you\"\nsecond line", (await house.Again().Touches.OrderBy(t => t.On).FirstAsync(Stop)).Note);
        var again = await HandIn(site, files);
        Assert.Contains("All of this is here already", await site.Settled(again), StringComparison.Ordinal);
        using var dropped = await site.Post(again, again + "/drop");
        Assert.Equal("/import?said=Deliveries.SaidDropped", dropped.Headers.Location!.ToString());
        Assert.Empty(await house.Again().AllDeliveries(Stop));
        Assert.Empty(new DeliverySource(house.Settings).All());
    }

    [Theory, OnBoth]
    public async Task A_doubtful_one_can_be_said_to_be_the_same(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Grace Hopper", "EMAIL:grace@navy.example"));
        await using var site = await TestSite.Open(house);
        var at = await HandIn(site, ("more.vcf", Bring.Card("Grace Hopper", "UID:g-2", "TEL:+1 212 555 0199")));
        var look = await site.Settled(at);
        Assert.Contains("Grace Hopper (+1 212 555 0199), line 1: has the same name as Grace Hopper", look, StringComparison.Ordinal);
        Assert.Contains("The same person as Grace Hopper (grace@navy.example)", look, StringComparison.Ordinal);

        using var started = await site.Post(at, at + "/start", ("same-0-0", "0"), ("same-0-7", "0"), ("same-x", "1"));
        await site.Settled(at);

        Assert.Equal(["Grace Hopper"], await house.Names());
        Assert.Equal(["+1 212 555 0199"], (await house.Details("Grace Hopper")).Phones.Select(p => p.Value));
    }

    [Theory, OnBoth]
    public async Task Damage_is_said_in_the_owners_language_with_its_line_and_column(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        await using var site = await TestSite.Open(house);

        var at = await HandIn(site, ("karten.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Grace Hopper\nN:Hopper;Grace;;;\nkein Doppelpunkt\nE MAIL:grace@navy.example\nEND:VCARD\n"));
        var look = WebUtility.HtmlDecode(await site.Settled(at));

        Assert.Contains("Zeile 5: Die Zeile hat keinen Doppelpunkt", look, StringComparison.Ordinal);
        Assert.Contains("Zeile 6, Spalte 2: Die Zeile beginnt nicht mit dem Namen einer Angabe", look, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_columns_of_an_unknown_table_are_explained(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var at = await HandIn(site, ("members.csv", "Member,Mail,Club\nGrace Hopper,grace@navy.example,Chess\n"));
        Assert.Contains("What do these columns mean?", await site.Settled(at), StringComparison.Ordinal);

        using var wrong = await site.Post(at, at + "/columns", ("header-0", "on"), ("column-0-0", "Notes"), ("column-0-1", "Nothing"), ("column-0-2", "Notes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Matches("<option value=\"Notes\" selected", await wrong.Content.ReadAsStringAsync(Stop));
        using var right = await site.Post(at, at + "/columns", ("header-0", "on"), ("column-0-0", "Name"), ("column-0-1", "Email"), ("column-0-2", "Label"));
        Assert.Contains("1 person is new", await site.Settled(at), StringComparison.Ordinal);
        Assert.Contains("What do these columns mean?", await site.Page(at + "/columns"), StringComparison.Ordinal);
        using var started = await site.Post(at, at + "/start");
        await site.Settled(at);

        Assert.Equal(["Chess"], (await house.Details("Grace Hopper")).Labels);
    }

    [Theory]
    [InlineData("empty.vcf", "", "empty.vcf is empty")]
    [InlineData("letter.txt", "Dear Ada\nhow are you\n", "letter.txt is nothing that can be read here")]
    [InlineData("picture.vcf", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "picture.vcf is neither an address book nor a table")]
    [InlineData("broken.zip", "PK\u0003\u0004broken", "broken.zip is a damaged or incomplete zip")]
    [InlineData("../../etc/<b>.vcf", "", "<b>.vcf is empty")]
    public async Task What_cannot_be_read_is_said_beside_the_field_and_nothing_is_kept(string name, string text, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await Send(site, await Token(site), (name, Encoding.Latin1.GetBytes(text)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Empty(new DeliverySource(house.Settings).All());
        Assert.Empty(await house.Again().AllDeliveries(Stop));
    }

    [Fact]
    public async Task No_file_at_all_is_said()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await Send(site, await Token(site), ("", []));

        Assert.Contains("Choose at least one file.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_megabytes_get_a_sentence_and_leave_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var form = new MultipartFormDataContent { { new StringContent(await Token(site)), "__RequestVerificationToken" }, { new StreamContent(new Endless(100 << 20)), "files", "huge.vcf" } };
        using var answer = await site.Browser.PostAsync("/import", form, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("That is more than 64 MB.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(new DeliverySource(house.Settings).All());
    }

    [Fact]
    public async Task Takes_no_file_from_other_pages()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var card = Encoding.UTF8.GetBytes(Bring.Card("Grace Hopper"));
        await Token(site);

        using var missing = await Send(site, null, ("one.vcf", card));
        using var tokenless = await Send(site, null, "same-origin", ("one.vcf", card));
        using var forged = await Send(site, "forged", ("one.vcf", card));
        using var elsewhere = await Send(site, null, "cross-site", ("one.vcf", card));
        using var plain = await site.Browser.PostAsync("/import", new FormUrlEncodedContent([new("files", "x")]), Stop);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest], new[] { missing, tokenless, forged, elsewhere, plain }.Select(a => a.StatusCode));
        Assert.Empty(new DeliverySource(house.Settings).All());
    }

    [Fact]
    public async Task A_field_longer_than_any_of_the_form_is_not_read_to_its_end()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var form = new MultipartFormDataContent { { new StringContent(await Token(site)), "__RequestVerificationToken" }, { new StreamContent(new Endless(1 << 20)), "note" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(Bring.Card("Grace Hopper"))), "files", "one.vcf" } };
        using var answer = await site.Browser.PostAsync("/import", form, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(new DeliverySource(house.Settings).All());
    }

    [Theory, OnBoth]
    public async Task Starting_twice_brings_it_in_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var at = await HandIn(site, ("one.vcf", Bring.Card("Grace Hopper")));
        var form = TestSite.Form(await site.Settled(at), at + "/start");

        var answers = await Task.WhenAll(site.Send(at + "/start", form), site.Send(at + "/start", form));
        await site.Settled(at);
        using var late = await site.Send(at + "/start", form);

        Assert.All([.. answers, late], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(["Grace Hopper"], await house.Names());
    }

    [Theory, OnBoth]
    public async Task Ada_finds_nothing_of_Bobs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var his = new Delivery { At = house.Clock.GetUtcNow().UtcDateTime, Files = """["his.vcf"]""", TimeZone = "UTC", Locale = "en", Stage = DeliveryStage.Ready, Look = """{"report":{"import":null,"files":[]},"tables":{}}""" };
        bob.Add(his);
        await bob.SaveChangesAsync(Stop);
        var import = await Mainstay.Intake.IntakeActions.Import(bob, Mainstay.Intake.FileSource.Open([house.File("his.vcf", Bring.Card("Bob's friend"))]), house.Wishes(), Stop);
        await using var site = await TestSite.Open(house);
        var token = await Token(site);

        Assert.DoesNotContain("his.vcf", await site.Page("/import"), StringComparison.Ordinal);
        foreach (var id in (Guid[])[his.Id, import.Import!.Value])
        {
            foreach (var page in (string[])["", "/columns"])
                Assert.Equal(HttpStatusCode.NotFound, (await site.Browser.GetAsync($"/import/{id}{page}", Stop)).StatusCode);
            foreach (var act in (string[])["start", "stop", "undo", "columns"])
                Assert.Equal(HttpStatusCode.NotFound, (await site.Send($"/import/{id}/{act}", new Dictionary<string, string> { ["__RequestVerificationToken"] = token })).StatusCode);
            await site.Send($"/import/{id}/drop", new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        }
        Assert.Equal(DeliveryStage.Ready, (await bob.DeliveryOf(his.Id, Stop)).Stage);
        Assert.Single(await bob.Everybody(Stop));
    }

    private static async Task<string> HandIn(TestSite site, params (string Name, string Text)[] files)
    {
        using var answer = await Send(site, await Token(site), [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Stop));
        return answer.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> Send(TestSite site, string? token, params (string Name, byte[] Bytes)[] files) => Send(site, token, null, files);

    private static async Task<HttpResponseMessage> Send(TestSite site, string? token, string? from, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        if (token is not null) form.Add(new StringContent(token), "__RequestVerificationToken");
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name}\"");
            form.Add(part);
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = form };
        if (from is not null) request.Headers.Add("Sec-Fetch-Site", from);
        return await site.Browser.SendAsync(request, Stop);
    }

    private static async Task<string> Token(TestSite site) => TokenField().Match(await site.Page("/import")).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex TokenField();

    /// <summary>So many bytes of cards that never end.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var some = (int)Math.Min(count, length - read);
            Array.Fill(buffer, (byte)'x', offset, some);
            read += some;
            return some;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

internal static class Waiting
{
    /// <summary>The page at an address once nothing is underway there.</summary>
    public static async Task<string> Settled(this TestSite site, string address)
    {
        while (true)
        {
            var page = await site.Page(address);
            if (!page.Contains("data-follow", StringComparison.Ordinal)) return page;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
