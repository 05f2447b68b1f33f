using System.Text.RegularExpressions;
using Mainstay.Challenges;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Reminders;
using Mainstay.Rhythm;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Keeping a promise, asking for feedback and getting through a hard time, as one story by what somebody sees: a witness and four people answer by link, a big client leaves, three are asked, a friend coordinates, others take tasks without accounts, all are thanked, the lesson stays and the rest is gone.</summary>
public sealed partial class HardTimesStoryTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Topic = "losing a client", Secret = "Zugzwang";

    private readonly List<string> barriers = [];
    private int pictures;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_promise_before_a_witness_to_the_lesson_that_stays()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Know(house);
        await using var site = await Browsing.Serve(house, with: s => s with { Log = "text" });
        var log = new LogBook();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var page = await browsing.Open(site, 360, scripts: true);

        await PromiseBefore(page, site, "Alan Turing");
        await AskForFeedback(page, site, ["Grace Hopper", "Alan Turing", "Katherine Johnson", "Mary Jackson"]);
        await DescribeTheHardTime(page);
        await AskThree(page, site);
        var (coordinator, helper) = await ShareThePlan(page, site);
        await CoordinateAndTake(site, coordinator, helper);
        await NothingOfItIsElsewhere(page, site, house);
        await ComeOutOfIt(page, site, house, helper);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.Empty(barriers);
    }

    private static async Task Know(TestHouse house)
    {
        foreach (var (name, topics) in new (string, string[])[] { ("Grace Hopper", []), ("Alan Turing", []), ("Katherine Johnson", [Topic]), ("Mary Jackson", []), ("Dorothy Vaughan", []) }) await house.Again().AddPerson(new() { Name = name, Topics = topics }, house.Clock, Stop);
        var people = await house.Again().People.ToDictionaryAsync(p => p.Name, p => p.Id, Stop);
        await house.Again().SetLayer(people["Grace Hopper"], Layer.Core, Stop);
        await house.Again().Record(new() { People = [people["Mary Jackson"]], On = house.Today.AddDays(-20), Kind = TouchKind.Call, Note = "She told me about losing a client in 2024, and how the year went on" }, house.Today, house.Clock, Stop);
    }

    private async Task PromiseBefore(IPage page, WebApplication site, string witness)
    {
        await page.GotoAsync("/commitments/new");
        await page.GetByLabel("What will you have done?").FillAsync("Send five offers");
        await page.GetByLabel("By when?").FillAsync("2026-06-20");
        await page.Locator("[name=who]").FillAsync(witness);
        await page.GetByRole(AriaRole.Button, new() { Name = "I commit to it" }).ClickAsync();
        await Sees(page, "You have committed to it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link and show the text" }).ClickAsync();
        var theirs = await Stranger(site, await TheLink(page));
        await theirs.GetByRole(AriaRole.Button, new() { Name = "I will" }).ClickAsync();
        await page.ReloadAsync();
        await page.GotoAsync("/commitments");
        await page.GetByRole(AriaRole.Link, new() { Name = "Send five offers" }).First.ClickAsync();
        await Sees(page, "Alan Turing is your witness since");
        await Look(page, "commitment");
    }

    private async Task AskForFeedback(IPage page, WebApplication site, string[] people)
    {
        await page.GotoAsync("/feedback/new");
        await page.GetByLabel("What is it about?").FillAsync("My talk in Lisbon");
        await page.GetByLabel("Whom do you ask?").FillAsync(string.Join(", ", people));
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/feedback/[0-9a-f-]{36}"));
        var at = page.Url;
        foreach (var name in people)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Write " + name }).ClickAsync();
            var theirs = await Stranger(site, await TheLink(page));
            await theirs.GetByLabel("What should I keep doing?").FillAsync("The stories, says " + name);
            await theirs.GetByRole(AriaRole.Button, new() { Name = "Send my answer" }).ClickAsync();
            await Sees(theirs, "Thank you. Your answer is there.");
            await page.GotoAsync(at);
        }
        await Sees(page, "The stories, says Grace Hopper");
        await page.GetByLabel("What will you do about it?").FillAsync("Begin with a story each time");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep my answer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I told them" }).ClickAsync();
        await Look(page, "feedback");
    }

    private async Task DescribeTheHardTime(IPage page)
    {
        await page.GotoAsync("/challenges");
        await page.GetByLabel("What do you call it?").FillAsync($"{Secret}: the big client left");
        await page.GetByLabel("What is it about?").FillAsync(Topic);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await page.GetByLabel("What happened?").PressSequentiallyAsync($"{Secret} on Friday");
        await Assertions.Expect(page.GetByText("Kept.", new() { Exact = true })).ToBeVisibleAsync();
        await Sees(page, "Peer support between people, not a medical or emergency service.");
        await Look(page, "challenge");
    }

    private async Task AskThree(IPage page, WebApplication site)
    {
        var at = page.Url;
        foreach (var (name, reason, words) in new[] { ("Grace Hopper", "In your layer", "listen"), ("Katherine Johnson", "by what you wrote", "know"), ("Mary Jackson", "What you noted of your talks touches on it.", "been through") })
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Who can help" }).ClickAsync();
            await Sees(page, reason);
            await Look(page, "who-can-help");
            await page.GetByRole(AriaRole.Link, new() { Name = "Ask " + name, Exact = true }).First.ClickAsync();
            await page.GetByLabel("Your words").FillAsync($"{Secret}: would you {words}?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Write the message" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the link and show the text" }).ClickAsync();
            var theirs = await Stranger(site, await TheLink(page));
            await page.GetByRole(AriaRole.Button, new() { Name = "I have sent it" }).ClickAsync();
            await Sees(theirs, "Peer support between people");
            await theirs.GetByRole(AriaRole.Button, new() { Name = name == "Mary Jackson" ? "No" : "Yes", Exact = true }).ClickAsync();
            await page.GotoAsync(at);
        }
        await Sees(page, "Grace Hopper said yes");
        await Look(page, "challenge-asked");
    }

    private async Task<(string Coordinator, string Helper)> ShareThePlan(IPage page, WebApplication site)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin a support plan" }).ClickAsync();
        await page.GetByLabel("What should they read first?").FillAsync($"{Secret}: the next weeks are full.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin a support plan" }).ClickAsync();
        await page.GetByLabel("Whom do you invite?").FillAsync("Grace Hopper, Dorothy Vaughan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dorothy Vaughan", Exact = true }).WaitForAsync();
        var at = page.Url;
        var links = new List<string>();
        foreach (var name in (string[])["Grace Hopper", "Dorothy Vaughan"])
        {
            await page.GotoAsync(at);
            await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
            if (links.Count == 0) await page.GetByRole(AriaRole.Button, new() { Name = "Let them coordinate" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the link and show the text" }).ClickAsync();
            links.Add(await TheLink(page));
        }
        await page.GotoAsync(at);
        await Look(page, "plan");
        return (links[0], links[1]);
    }

    private async Task CoordinateAndTake(WebApplication site, string coordinator, string helper)
    {
        var hers = await Stranger(site, coordinator);
        foreach (var (what, day) in new[] { ("Cook for four", "2026-05-04"), ("Call the bank", "2026-05-05") })
        {
            await hers.Locator("#add-what").FillAsync(what);
            await hers.Locator("#add-on").FillAsync(day);
            await hers.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
            await Sees(hers, what);
        }
        await hers.GetByLabel("How are things?").FillAsync("All is well, and slow");
        await hers.GetByRole(AriaRole.Button, new() { Name = "Write it" }).ClickAsync();
        await Look(hers, "coordinator");
        var theirs = await Stranger(site, helper);
        await Sees(theirs, "All is well, and slow");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "I take it Cook for four" }).ClickAsync();
        await theirs.GetByRole(AriaRole.Button, new() { Name = "It is done Cook for four" }).ClickAsync();
        await Look(theirs, "helper");
    }

    /// <summary>Not in the search, not in Today's words or calendar, not in the year, not on a person's page, and not on the page of who is somebody else.</summary>
    private static async Task NothingOfItIsElsewhere(IPage page, WebApplication site, TestHouse house)
    {
        foreach (var address in (string[])["/", "/search?q=client", "/asks", "/year", "/learnings", "/people", "/touches/new", .. (await house.Again().People.Select(p => p.Id).ToListAsync(Stop)).Select(id => $"/people/{id}")])
        {
            await page.GotoAsync(address);
            Assert.DoesNotContain(Secret, await page.ContentAsync(), StringComparison.Ordinal);
        }
        await house.Again().SetReminders(new() { Webhook = new("https://hook.example/today") }, house.Ada, house.Settings, house.Clock, Stop);
        var digest = await house.Again().PostDigestNow(DigestActions.Desk.At(site.Services, house.Ada, house.Clock), Stop);
        Assert.NotEmpty(digest);
        Assert.DoesNotContain(digest, letter => letter.Text.Contains(Secret, StringComparison.Ordinal) || letter.Text.Contains("Katherine", StringComparison.Ordinal));
        Assert.DoesNotContain(House.Rooms.SelectMany(r => r.Tools), tool => tool.Name.Contains("challenge", StringComparison.Ordinal) || tool.Name.Contains("support_plan", StringComparison.Ordinal));
        var bob = await house.Bob();
        Assert.Empty(await bob.AllChallenges(Stop));
        Assert.Empty(await bob.AllAsks(house.Today, Stop));
    }

    private async Task ComeOutOfIt(IPage page, WebApplication site, TestHouse house, string helper)
    {
        await page.GotoAsync("/challenges");
        await page.GetByRole(AriaRole.Link, new() { Name = "the big client left" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "It is over: close it" }).ClickAsync();
        await page.GetByLabel("What did you learn?").FillAsync("Never one client for half of it");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close and delete it" }).ClickAsync();
        await Sees(page, "Say thank you");
        await Look(page, "thanks");
        foreach (var name in (string[])["Grace Hopper", "Dorothy Vaughan", "Katherine Johnson"])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "I have thanked them " + name }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "I have thanked them " + name })).ToHaveCountAsync(0);
        }
        await Sees(page, "Everybody who helped has been thanked.");
        var late = await browsing.OpenAsStranger(site, 360);
        var gone = await late.GotoAsync(helper);
        Assert.True(gone!.Status is 404 or 410, $"The link of a helper answered {gone.Status}.");
        await page.GotoAsync("/learnings");
        await Sees(page, "Never one client for half of it");
        Assert.Empty(await house.Again().AllChallenges(Stop));
        Assert.Empty(await house.Again().AllAsks(house.Today, Stop));
        Assert.DoesNotContain(Secret, await Everything(house), StringComparison.Ordinal);
    }

    /// <summary>The database as it lies there, journal and all.</summary>
    private static async Task<string> Everything(TestHouse house)
    {
        var text = "";
        foreach (var file in Directory.EnumerateFiles(house.Settings.Data, "*.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            text += await reader.ReadToEndAsync(Stop);
        }
        return text;
    }

    private async Task<IPage> Stranger(WebApplication site, string link)
    {
        var page = await browsing.OpenAsStranger(site, 360, scripts: true); // for the look at barriers: these pages have none
        await page.GotoAsync(link);
        return page;
    }

    private static async Task<string> TheLink(IPage page) => Link().Match(await page.GetByLabel(new Regex("^Copy this and send it")).InputValueAsync()).Value;

    private static Task Sees(IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    private async Task Look(IPage page, string name) => await PagesTests.Look(page, $"hard-{++pictures:00}-{name}", barriers);

    /// <summary>Everything that the server writes into its log.</summary>
    private sealed class LogBook : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }

    [GeneratedRegex(@"http://\S+/answer/[a-z0-9]+")]
    private static partial Regex Link();
}
