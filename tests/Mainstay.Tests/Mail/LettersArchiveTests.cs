using System.Text.Json.Nodes;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Mail;
using Mainstay.Tests.Api;
using Mainstay.Tests.Archive;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

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
    [InlineData("cause", "Outreach.UnlikeMost")]
    [InlineData("cause", "nothing")]
    [InlineData("failure", "Mail.WhyOnEarth")]
    [InlineData("to", "grace@navy.example\nBcc: all@example.org")]
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

    private static async Task<Letter> Sent(TestHouse house, NewLetter letter)
    {
        var posted = await house.Store.Post(letter, house.Clock, Stop);
        await house.Store.Letters.Where(l => l.Id == posted.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.State, LetterState.Sent).SetProperty(l => l.Text, ""), Stop);
        return posted;
    }
}
