using System.Text.Json.Nodes;
using Mainstay.Accounts;
using Mainstay.Cards;
using Mainstay.Entrance;
using Mainstay.Jobs;
using Mainstay.Mail;
using Mainstay.Outside;
using Mainstay.Reminders;
using Mainstay.Sharing;
using Mainstay.Tests.Api;
using Mainstay.Tests.Archive;
using Mainstay.Tests.Outside;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Tests.Mail;

/// <summary>What was sent to others, in an archive and read back from one.</summary>
public class LettersArchiveTests
{
    private static readonly NewLetter Hello = new() { Cause = "Outreach.CauseMessage", To = "grace@navy.example", ToName = "Grace Hopper", Subject = "Hello", Text = "Good morning, Grace. See https://grace.example/a-rather-long-page-about-compilers" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Each_is_there_with_what_became_of_it_and_nothing_that_opens_something(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var secret = Secrets.MakeForLink();
        await Sent(ada, Hello);
        await ada.Store.Post(Hello with { Cause = "Sharing.CauseInvitation", Subject = "Join me", Text = $"Come in:\n\n{ByLink.Of("https://mainstay.example", secret)}\n\nAda" }, ada.Clock, Stop);
        await ada.Store.Post(new() { Cause = "Reminders.CauseDigest", Way = LetterWay.Web, To = "https://me:word@push.example/adas-secret-topic", Subject = "Today", Text = "• Call Grace", Headers = [("Authorization", "Bearer tk_geheim")] }, ada.Clock, Stop);

        var document = await ArchiveActionsTests.Export(ada);

        foreach (var hidden in (string[])[secret, "adas-secret-topic", "me:word", "tk_geheim"]) Assert.DoesNotContain(hidden, document, StringComparison.Ordinal);
        var letters = Letters(document).ToDictionary(l => (string)l["subject"]!);
        Assert.Equal(3, letters.Count);
        Assert.Equal(("grace@navy.example", "Outreach.CauseMessage", "sent", ""), ((string?)letters["Hello"]["to"], (string?)letters["Hello"]["cause"], (string?)letters["Hello"]["state"], (string?)letters["Hello"]["text"]));
        Assert.NotNull(letters["Hello"]["since"]);
        Assert.Equal("Come in:\n\nhttps://mainstay.example/answer/[…]\n\nAda", (string?)letters["Join me"]["text"]);
        Assert.Equal(("https://push.example/[…]", "• Call Grace"), ((string?)letters["Today"]["to"], (string?)letters["Today"]["text"]));
    }

    [Theory, OnBoth]
    public async Task Read_back_what_was_settled_is_as_it_was_and_nothing_is_on_its_way(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var sent = await Sent(ada, Hello);
        var failed = await ada.Store.Post(Hello with { Subject = "Refused" }, ada.Clock, Stop);
        await ada.Store.Letters.Where(l => l.Id == failed.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.State, LetterState.Failed).SetProperty(l => l.Failure, "Mail.WhyRefused").SetProperty(l => l.Answer, "550 nobody"), Stop);
        var waiting = await ada.Store.Post(Hello with { Subject = "Waits", Text = $"https://mainstay.example/answer/{Secrets.MakeForLink()}" }, ada.Clock, Stop);
        await using var elsewhere = await TestHouse.Build(engine);

        await ArchiveActionsTests.Load(elsewhere, await ArchiveActionsTests.Export(ada));

        var letters = await elsewhere.Again().Letters.ToDictionaryAsync(l => l.Id, Stop);
        Assert.Equal((LetterState.Sent, "Hello", "grace@navy.example"), (letters[sent.Id].State, letters[sent.Id].Subject, letters[sent.Id].To));
        Assert.Equal((LetterState.Failed, "The mail server refused it: 550 nobody", Hello.Text), (letters[failed.Id].State, letters[failed.Id].WhyNot()!.InWords(), letters[failed.Id].Text));
        Assert.Equal((LetterState.Held, "Mail.WhyFromArchive"), (letters[waiting.Id].State, letters[waiting.Id].Failure));
        Assert.Empty(await elsewhere.Store.Letters.Where(l => l.State == LetterState.Waiting).ToListAsync(Stop));
        Assert.Equal("Mail.LinksAreGone", (await Assert.ThrowsAsync<Conflict>(() => elsewhere.Again().SendAgain(waiting.Id, elsewhere.Clock, Stop))).Reason.Key);
        Assert.Equal(LetterState.Waiting, (await elsewhere.Again().SendAgain(failed.Id, elsewhere.Clock, Stop)).State);
    }

    [Theory, OnBoth]
    public async Task A_letter_that_is_here_already_stands_in_the_way_of_nothing(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var sent = await Sent(ada, Hello);
        var document = await ArchiveActionsTests.Export(ada);

        await ArchiveActionsTests.Load(ada, document);

        Assert.Equal(sent.Id, (await ada.Again().Letters.SingleAsync(Stop)).Id);
        Assert.Equal(ArchiveActionsTests.WithoutMoment(document), ArchiveActionsTests.WithoutMoment(await ArchiveActionsTests.Export(ada)));
    }

    [Theory]
    [InlineData("to", "grace@navy.example\nBcc: all@example.org")]
    [InlineData("replyTo", "no address")]
    [InlineData("subject", " ")]
    public async Task What_nobody_could_have_sent_is_refused(string field, string value)
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        await Sent(ada, Hello);
        var document = JsonNode.Parse(await ArchiveActionsTests.Export(ada))!;
        document["letters"]![0]![field] = value;
        await using var elsewhere = await TestHouse.Build(Engine.Sqlite);

        var refused = await Assert.ThrowsAsync<CannotBeDone>(() => ArchiveActionsTests.Load(elsewhere, document.ToJsonString()));

        Assert.Equal("Archive.RowProblem", refused.Reason.Key);
        Assert.Empty(await elsewhere.Again().Letters.ToListAsync(Stop));
    }

    [Theory]
    [InlineData("cause", "Outreach.UnlikeMost")]
    [InlineData("cause", "nothing")]
    [InlineData("cause", "Later.CauseOfNextYear")]
    [InlineData("failure", "Mail.WhyOnEarth")]
    [InlineData("failure", "Rhythm.LastMet")]
    public async Task A_key_that_nothing_is_said_by_here_stands_in_the_way_of_nothing(string field, string value)
    {
        await using var elsewhere = await TestHouse.Build(Engine.Sqlite);

        var letter = await Loaded(elsewhere, field, value);

        Assert.NotEmpty(Speech.Say(letter.Cause));
        Assert.Null(letter.WhyNot());
        Assert.Contains("Hello", (await elsewhere.Type("mail", "list")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messageId", "<a@b.example>\r\nBcc: all@example.org", null)]
    [InlineData("messageId", "a@b.example", null)]
    [InlineData("messageId", "<a@b.example>", "<a@b.example>")]
    [InlineData("toName", "Grace\r\nBcc: all@example.org", "Grace Bcc: all@example.org")]
    [InlineData("fromName", " \n ", null)]
    [InlineData("subject", "Hello\r\nBcc: all@example.org", "Hello Bcc: all@example.org")]
    [InlineData("to", " grace@navy.example\n", "grace@navy.example")]
    [InlineData("replyTo", "ada@example.org ", "ada@example.org")]
    public async Task What_becomes_a_header_is_kept_as_it_would_be_written_here(string field, string value, string? kept)
    {
        await using var elsewhere = await TestHouse.Build(Engine.Sqlite);

        var letter = await Loaded(elsewhere, field, value);

        Assert.Equal(kept, field switch { "messageId" => letter.MessageId, "toName" => letter.ToName, "fromName" => letter.FromName, "subject" => letter.Subject, "to" => letter.To, _ => letter.ReplyTo });
    }

    [Theory, OnBoth]
    public async Task One_to_an_address_of_the_web_that_failed_is_read_back_with_why(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        using var web = new HttpDesk();
        using var calls = new OutsideCalls(ada.Settings);
        var told = await ada.Store.Post(new() { Cause = "Reminders.CauseDigest", Way = LetterWay.Web, To = web.At("/ada").AbsoluteUri, Subject = "Today", Text = "• Call Grace" }, ada.Clock, Stop);
        await new Clockwork([new Postman([new WebCarrier(calls)], ada.Settings)], ada.Services, NullLogger<Clockwork>.Instance).Round(Stop);
        var failed = await ada.Again().LetterOf(told.Id, Stop);
        Assert.Equal((LetterState.Failed, "Outside.Inside"), (failed.State, failed.Failure));
        await using var elsewhere = await TestHouse.Build(engine);

        await ArchiveActionsTests.Load(elsewhere, await ArchiveActionsTests.Export(ada));

        var letter = await elsewhere.Again().LetterOf(told.Id, Stop);
        Assert.Equal((LetterState.Failed, "Outside.Inside"), (letter.State, letter.Failure));
        Assert.Contains("within the server’s own network", letter.WhyNot()!.InWords(), StringComparison.Ordinal);
        Assert.Equal("Mail.LinksAreGone", (await Assert.ThrowsAsync<Conflict>(() => elsewhere.Again().SendAgain(told.Id, elsewhere.Clock, Stop))).Reason.Key);
    }

    [Theory, OnBoth]
    public async Task One_that_was_being_sent_may_have_arrived(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var letter = await ada.Store.Post(Hello, ada.Clock, Stop);
        Assert.NotNull(await ada.Again().ClaimNext("mainstay.example", ada.Clock.GetUtcNow().UtcDateTime, Stop));
        await using var elsewhere = await TestHouse.Build(engine);

        await ArchiveActionsTests.Load(elsewhere, await ArchiveActionsTests.Export(ada));

        var now = await elsewhere.Again().LetterOf(letter.Id, Stop);
        Assert.Equal((LetterState.PerhapsSent, "Mail.WhyBeingSent", $"<{letter.Id:N}@mainstay.example>"), (now.State, now.Failure, now.MessageId));
    }

    [Theory, OnBoth]
    public async Task Prose_that_leaves_words_out_is_read_back_and_can_be_sent_again(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var text = $"She wrote: “[…] a compiler […]”, see https://grace.example/{Secrets.Make()} and https://grace.example/?id={Secrets.Make()}";
        var letter = await ada.Store.Post(Hello with { Text = text }, ada.Clock, Stop);
        await using var elsewhere = await TestHouse.Build(engine);

        await ArchiveActionsTests.Load(elsewhere, await ArchiveActionsTests.Export(ada));

        Assert.Equal(text, (await elsewhere.Again().LetterOf(letter.Id, Stop)).Text);
        Assert.Equal(LetterState.Waiting, (await elsewhere.Again().SendAgain(letter.Id, elsewhere.Clock, Stop)).State);
    }

    [Fact]
    public async Task Neither_the_words_of_a_mail_server_nor_keys_for_programs_open_anything()
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        var (secret, token) = (Secrets.MakeForLink(), ApiToken.Prefix + Secrets.Make());
        var letter = await ada.Store.Post(Hello with { Text = $"Use {token}." }, ada.Clock, Stop);
        await ada.Store.Letters.Where(l => l.Id == letter.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.State, LetterState.Failed).SetProperty(l => l.Failure, "Mail.WhyRefused").SetProperty(l => l.Answer, $"554 no https://mainstay.example/answer/{secret} here"), Stop);

        var document = await ArchiveActionsTests.Export(ada);

        foreach (var hidden in (string[])[secret, token]) Assert.DoesNotContain(hidden, document, StringComparison.Ordinal);
        var archived = Assert.Single(Letters(document));
        Assert.Equal(("Use mst_[…].", "554 no https://mainstay.example/answer/[…] here"), ((string?)archived["text"], (string?)archived["answer"]));
        await using var elsewhere = await TestHouse.Build(Engine.Sqlite);
        await ArchiveActionsTests.Load(elsewhere, document);
        Assert.Equal("Mail.LinksAreGone", (await Assert.ThrowsAsync<Conflict>(() => elsewhere.Again().SendAgain(letter.Id, elsewhere.Clock, Stop))).Reason.Key);
    }

    [Fact]
    public void Every_address_that_a_secret_opens_is_closed()
    {
        foreach (var address in (string[])[ByLink.Of("https://m.example", Secrets.MakeForLink()), JoinPage.Of("https://m.example", Secrets.MakeForLink()), ShownCardPage.Of("https://m.example", Secrets.MakeForLink()), FeedCalendar.At("https://m.example", Secrets.MakeForLink()), Links.SetUp("https://m.example", Secrets.Make()), Links.SignIn("https://m.example", Secrets.Make())])
        {
            var closed = Secrets.Hide($"Here: {address}\nAda");

            Assert.Contains(Secrets.Hidden, closed, StringComparison.Ordinal);
            Assert.True(Secrets.AreHidden(closed), closed);
        }
    }

    [Theory, OnBoth]
    public async Task A_command_and_programs_write_it_and_nothing_of_Bobs(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await Sent(ada, Hello);
        await (await ada.Bob()).Post(Hello with { Subject = "Bob's own" }, ada.Clock, Stop);
        await using var site = await TestSite.Open(ada);

        foreach (var document in new[] { (await ada.Type("export", "--format", "json")).Fine().Out, (await site.Ask("/api/export?format=json")).Fine().Text })
            Assert.Equal(["Hello"], Letters(document).Select(l => (string?)l["subject"]));
    }

    private static JsonNode[] Letters(string document) => [.. JsonNode.Parse(document)!["letters"]!.AsArray().Select(l => l!)];

    /// <summary>A letter as it is read back when this stands in the archive.</summary>
    private static async Task<Letter> Loaded(TestHouse elsewhere, string field, string value)
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        await Sent(ada, Hello);
        var document = JsonNode.Parse(await ArchiveActionsTests.Export(ada))!;
        document["letters"]![0]![field] = value;
        await ArchiveActionsTests.Load(elsewhere, document.ToJsonString());
        return await elsewhere.Again().Letters.SingleAsync(Stop);
    }

    private static async Task<Letter> Sent(TestHouse house, NewLetter letter)
    {
        var posted = await house.Store.Post(letter, house.Clock, Stop);
        await house.Store.Letters.Where(l => l.Id == posted.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.State, LetterState.Sent).SetProperty(l => l.Text, ""), Stop);
        return posted;
    }
}
