using System.Text.RegularExpressions;
using Mainstay.Gatherings;
using Mainstay.Jobs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Reaching out and showing up, as one story on a phone, by what somebody sees: a conference is prepared, five people are noted there without a network, followed up, one becomes an advisor, an association is renewed, and a mail of the morning is acted on.</summary>
public sealed partial class ReachOutStoryTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const int Phone = 360;

    private static readonly string[] Mine = ["Grace Hopper", "Katherine Johnson", "Alan Turing"], New = ["Dana Wu", "Eli Ng", "Mária Žižka", "عمر الفاروق", "Noor Haddad"];

    private readonly List<string> barriers = [];
    private int pictures;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_first_note_of_a_conference_to_the_mail_two_mornings_after_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        foreach (var name in Mine) await house.Store.AddPerson(new() { Name = name }, house.Clock, Stop);
        using var desk = new SmtpDesk();
        await using var site = await Browsing.Serve(house, with: s => s with { Smtp = desk.Address, MailFrom = "post@mainstay.example" });
        var page = await browsing.Open(site, Phone, scripts: true, worker: true);
        await Browsing.LearnWhoIsThere(page);

        await AskForTheMorningsMail(page);
        await JoinAnAssociation(page);
        await PrepareTheConference(page);
        house.Clock.Pass(TimeSpan.FromDays(3)); // Monday noon, at the conference
        await OpenTheNotes(page);
        await site.StopAsync(Stop);
        await NoteFivePeople(page);
        await using var again = await Browsing.ServeAgain(house, site, s => s with { Smtp = desk.Address, MailFrom = "post@mainstay.example" });
        await FindThemThereOnce(page, house);
        house.Clock.Pass(TimeSpan.FromHours(21)); // Tuesday morning
        await SayWhatBecomesOfThem(page, house);
        await WriteTo(page, "Dana Wu");
        await WriteTo(page, "Eli Ng");
        await AskForAdvice(page);
        await SayYes(again, await TakeTheLink(page));
        await SeeThemOnTheBoard(page);
        house.Clock.Pass(TimeSpan.FromHours(24)); // Wednesday morning, within 48 hours
        await ActOnTheMail(again, await TheMorningsMail(again, desk));
        await WriteWhomTodayNames(page);
        await RenewTheAssociation(page);
        Assert.NotNull((await house.Again().Tasks.SingleAsync(Stop)).DoneOn);
        Assert.Empty(barriers);
    }

    private async Task AskForTheMorningsMail(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Reminders" }).ClickAsync();
        await page.GetByText("By mail").First.ClickAsync();
        await Look(page, "reminders");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await Sees(page, "Your reminders are set.");
    }

    private async Task JoinAnAssociation(IPage page)
    {
        await page.Locator("summary", new() { HasText = "Add" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a membership" }).ClickAsync();
        await page.GetByLabel("Organization").FillAsync("Guild of Founders");
        await page.GetByLabel("Member since").FillAsync("2025-05-08");
        await page.GetByLabel("Dues").FillAsync("120");
        await page.GetByLabel("Currency").FillAsync("EUR");
        await page.GetByLabel("Paid").SelectOptionAsync("yearly");
        await page.GetByLabel("Renews on").FillAsync("2026-05-08");
        await Look(page, "membership");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Sees(page, "Up for renewal on");
    }

    private async Task PrepareTheConference(IPage page)
    {
        await Place(page, "Gatherings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a gathering" }).ClickAsync();
        await page.GetByLabel("What it is called").FillAsync("Health founders Lisbon");
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("2026-05-04");
        await page.GetByRole(AriaRole.Radio, new() { Name = "going", Exact = true }).CheckAsync();
        await page.GetByText("Prepare, and what it cost").ClickAsync();
        await page.GetByLabel("What you go there for").FillAsync("Find somebody who sold to hospitals");
        await page.GetByLabel("The one thing you ask for").FillAsync("Who buys for a clinic?");
        await page.GetByLabel("The one thing you offer").FillAsync("A pilot without a bill");
        await page.GetByLabel("Who you are, in one breath").FillAsync("I make waiting rooms shorter.");
        await Look(page, "gathering-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Sees(page, "The gathering is noted.");
        await page.GetByLabel("Who comes?").FillAsync(string.Join(", ", Mine));
        await page.GetByRole(AriaRole.Button, new() { Name = "They come" }).ClickAsync();
        foreach (var name in Mine)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = $"Talk to them {name}" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"You want to talk to them {name}" })).ToBeVisibleAsync();
        }
        await Look(page, "gathering");
        await page.GetByRole(AriaRole.Link, new() { Name = "The sheet to take along" }).ClickAsync();
        foreach (var text in (string[])["Who buys for a clinic?", "A pilot without a bill", .. Mine]) await Sees(page, text);
        await Look(page, "sheet");
    }

    private async Task OpenTheNotes(IPage page)
    {
        await Place(page, "Today");
        await Sees(page, "Whom did you meet at Health founders Lisbon?");
        await Look(page, "today-at-it");
        await page.GetByRole(AriaRole.Link, new() { Name = "Note them" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Whom did you meet?")).ToBeVisibleAsync();
    }

    private async Task NoteFivePeople(IPage page)
    {
        foreach (var (name, at) in New.Select((n, i) => (n, i)))
        {
            await page.GetByLabel("Whom did you meet?", new() { Exact = true }).FillAsync(name);
            if (at == 0) await page.GetByLabel("One thing to remember").FillAsync("Buys for the clinic in Porto");
            if (at == 1) await page.GetByLabel("What you promised").FillAsync("Send the study of waiting rooms");
            await page.GetByRole(AriaRole.Button, new() { Name = "Note, and on to the next" }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-outbox=list] > li")).ToHaveCountAsync(at + 1);
        }
        await Sees(page, "Eli Ng: Send the study of waiting rooms");
        await Look(page, "five-offline");
    }

    private async Task FindThemThereOnce(IPage page, TestHouse house)
    {
        await page.GotoAsync("/");
        for (var times = 0; (await house.Again().EncountersOf(Stop)).Count < New.Length; times++)
        {
            Assert.True(times < 100, "They were not sent.");
            await Task.Delay(200, Stop);
        }
        await Place(page, "Gatherings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Health founders Lisbon" }).ClickAsync();
        foreach (var name in New) await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToHaveCountAsync(1);
        await Sees(page, "You promised: Send the study of waiting rooms");
        await Look(page, "five-online");
    }

    private async Task SayWhatBecomesOfThem(IPage page, TestHouse house)
    {
        await Place(page, "Today");
        await Sees(page, "5 people from Health founders Lisbon: what becomes of it?");
        await Look(page, "today-after");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go through them" }).ClickAsync();
        await Sees(page, "What becomes of whom you met?");
        await Look(page, "triage");
        foreach (var (name, what) in New.Zip((string[])["Follow up", "Follow up", "Follow up", "Park", "Drop"]))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = $"{what} {name}" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"{what} {name}" })).ToHaveCountAsync(0);
        }
        await Sees(page, "All is said.");
        await Look(page, "triage-done");
        Assert.Equal(3, await house.Again().Encounters.CountAsync(e => e.Triage == Triage.FollowUp, Stop));
    }

    private async Task WriteTo(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = $"See the draft {name}" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Change it as you like, and send it yourself")).ToHaveValueAsync(new Regex("it was good to meet you at Health founders Lisbon"));
        await Look(page, "draft");
        await page.GetByRole(AriaRole.Button, new() { Name = "I wrote to them" }).ClickAsync();
        await Sees(page, "Noted, with a touch of today.");
    }

    private async Task AskForAdvice(IPage page)
    {
        await Place(page, "Support map");
        await Sees(page, "Your support map");
        await Look(page, "map");
        await page.GetByRole(AriaRole.Link, new() { Name = "Board of advisors" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up the seat" }).First.ClickAsync();
        await page.GetByLabel("Whom", new() { Exact = true }).FillAsync("Dana Wu");
        await Look(page, "seat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the message" }).ClickAsync();
        await Sees(page, "Written, and not sent yet.");
        await Look(page, "ask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link and show the text" }).ClickAsync();
    }

    private async Task<string> TakeTheLink(IPage page)
    {
        var text = await page.GetByLabel("Copy this and send it as you like").InputValueAsync();
        await Look(page, "ask-text");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have sent it" }).ClickAsync();
        await Sees(page, "It is on its way, and noted as a touch.");
        return AnyLink().Match(text).Value;
    }

    private async Task SayYes(WebApplication site, string link)
    {
        var dana = await browsing.OpenAsStranger(site, Phone, scripts: true);
        await dana.GotoAsync(link);
        await Sees(dana, "Ada Lovelace asks you");
        await Look(dana, "answer");
        await dana.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Sees(dana, "Your yes has arrived.");
        await Look(dana, "answered");
    }

    private async Task SeeThemOnTheBoard(IPage page)
    {
        await Place(page, "Today");
        await Sees(page, "Dana Wu said yes.");
        await Place(page, "Support map");
        await page.GetByRole(AriaRole.Link, new() { Name = "Board of advisors" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Dana Wu" }).First).ToBeVisibleAsync();
        await Look(page, "board");
    }

    private async Task WriteWhomTodayNames(IPage page)
    {
        await Place(page, "Today");
        await Sees(page, "Write to Mária Žižka, whom you met at Health founders Lisbon.");
        await Look(page, "today-to-write");
        await WriteTo(page, "Mária Žižka");
    }

    private async Task RenewTheAssociation(IPage page)
    {
        await Place(page, "Today");
        await Sees(page, "Guild of Founders is up for renewal on Friday, May 8, 2026.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "It is renewed" }).ClickAsync();
        await Sees(page, "Noted: it is renewed.");
        await Look(page, "renewed");
    }

    /// <summary>The job that reminds runs, then the one that carries letters out; the server's own clock may be quicker.</summary>
    private static async Task<string> TheMorningsMail(WebApplication site, SmtpDesk desk)
    {
        var clockwork = site.Services.GetServices<IHostedService>().OfType<Clockwork>().Single();
        for (var times = 0; ; times++)
        {
            await clockwork.Round(Stop);
            lock (desk.Mails) if (desk.Mails.Find(m => MailText.Subject(m).Contains("Wednesday", StringComparison.Ordinal)) is { } mail) return mail;
            Assert.True(times < 50, "No mail came.");
            await Task.Delay(100, Stop);
        }
    }

    private async Task ActOnTheMail(WebApplication site, string mail)
    {
        var page = await browsing.OpenAsStranger(site, Phone, scripts: true);
        await page.SetContentAsync(MailText.Html(mail));
        await Sees(page, "You promised Eli Ng: Send the study of waiting rooms");
        await page.ScreenshotAsync(new() { Path = PagesTests.Picture($"story-{++pictures:00}-mail"), FullPage = true });
        await page.GetByRole(AriaRole.Link, new() { Name = "Mark as done" }).ClickAsync();
        await Sees(page, "Nothing happens before you press the button.");
        await Look(page, "mail-link");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, note it" }).ClickAsync();
        await Sees(page, "Done. It is noted.");
        await Look(page, "mail-done");
    }

    /// <summary>One of the places in the bar below.</summary>
    private static Task Place(IPage page, string name) => page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    private static Task Sees(IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    private Task Look(IPage page, string name) => PagesTests.Look(page, $"story-{++pictures:00}-{name}", barriers);

    [GeneratedRegex(@"https?://\S+/answer/[a-z2-9]+")]
    private static partial Regex AnyLink();
}
