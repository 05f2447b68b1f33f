using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Collaborations;
using Mainstay.Jobs;
using Mainstay.Mail;
using Mainstay.Memberships;
using Mainstay.Organizations;
using Mainstay.Outside;
using Mainstay.People;
using Mainstay.Reminders;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Mail;
using Mainstay.Tests.Memberships;
using Mainstay.Tests.Outside;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Tests.Reminders;

/// <summary>The day's reminder, through a real mail server on this machine. Ada's clock is London's.</summary>
public partial class DigestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Comes_once_at_the_owners_hour_with_what_Today_says(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        await TurnOn(house);

        await Hours(house, desk, 17); // from one to six in the morning
        Assert.Empty(desk.Mails);
        await Hours(house, desk, 20);

        var mail = Assert.Single(desk.Mails);
        var text = MailText.Plain(mail);
        Assert.All(["Good morning, Ada Lovelace", "Send the deck", "No more of these mails", "That is all for today"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("Saturday: 1 thing for today", mail, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
        Assert.Contains("text/html", mail, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 5, 2), (await house.Again().Plan(Stop))!.LastOn);
    }

    [Theory, OnBoth]
    public async Task After_three_days_of_sleep_comes_one_and_not_three(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        await Hours(house, desk, 20);
        Assert.Single(desk.Mails);

        house.Clock.Pass(TimeSpan.FromDays(3));
        await Hours(house, desk, 3);

        Assert.Equal(2, desk.Mails.Count);
        Assert.Contains("Tuesday", desk.Mails[1], StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_clock_set_back_brings_no_second_one_and_no_silence(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        await Hours(house, desk, 20);
        house.Clock.Pass(TimeSpan.FromHours(-5));
        await Hours(house, desk, 10);
        Assert.Single(desk.Mails);

        await Hours(house, desk, 24);
        Assert.Equal(2, desk.Mails.Count);
    }

    [Theory, OnBoth]
    public async Task Two_servers_on_one_database_send_one(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        house.Clock.Pass(TimeSpan.FromHours(20));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Round(house, desk)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Round(house, desk)));

        Assert.Single(desk.Mails);
        Assert.Single(await house.Again().Letters.ToListAsync(Stop));
    }

    [Fact]
    public async Task When_the_mail_server_was_down_for_two_days_yesterdays_is_held_and_todays_sent()
    {
        await using var house = await Ada(Engine.Sqlite);
        var gone = new SmtpDesk();
        gone.Dispose();
        await TurnOn(house);
        await Hours(house, gone, 48);
        using var desk = new SmtpDesk();
        await Hours(house, desk, 12);

        var mail = Assert.Single(desk.Mails);
        Assert.Contains("Sunday", mail, StringComparison.Ordinal);
        Assert.Equal([LetterState.Sent, LetterState.Held], (await house.Again().LetterLog(10, Stop)).Select(l => l.State));
        Assert.Equal("Mail.WhyTooLate", (await house.Store.LetterLog(10, Stop))[1].Failure);
    }

    [Fact]
    public async Task Where_nothing_is_set_up_to_send_with_any_more_it_is_held_and_seen()
    {
        await using var house = await Ada(Engine.Sqlite);
        await TurnOn(house);
        await Hours(house, null, 20);

        var letter = Assert.Single(await house.Again().LetterLog(10, Stop));
        Assert.Equal((LetterState.Held, "Mail.WhyNotSetUp"), (letter.State, letter.Failure));
    }

    [Fact]
    public async Task A_day_without_cards_brings_nothing()
    {
        await using var house = await Ada(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        var task = await house.Store.Tasks.SingleAsync(Stop);
        await house.Store.Finish(task.Id, house.Today, Stop);

        await Hours(house, desk, 24);

        Assert.Empty(desk.Mails);
        Assert.Equal(new DateOnly(2026, 5, 2), (await house.Again().Plan(Stop))!.LastOn);
    }

    [Fact]
    public async Task Nothing_comes_unless_it_was_asked_for()
    {
        await using var house = await Ada(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await Hours(house, desk, 48);

        Assert.Empty(desk.Mails);
        await Assert.ThrowsAsync<CannotBeDone>(() => house.Store.PostDigestNow(DeskOf(house), Stop));
    }

    [Fact]
    public async Task An_hour_that_is_over_when_it_is_turned_on_comes_tomorrow_first()
    {
        await using var house = await Ada(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        await Hours(house, desk, 5);
        Assert.Empty(desk.Mails);
    }

    [Fact]
    public async Task It_speaks_German_and_names_of_any_script_do_no_harm()
    {
        await using var house = await Ada(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        await house.Store.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, "Ada\r\nBcc: everybody@example.org <b>王</b>"), Stop);
        await TurnOn(house);
        await Hours(house, desk, 20);

        var mail = Assert.Single(desk.Mails);
        Assert.DoesNotContain(mail.Split("\r\n"), l => l.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Guten Morgen", MailText.Plain(mail), StringComparison.Ordinal);
        Assert.Contains("Samstag: 1 Sache f", MailText.Subject(mail), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", MailText.Html(mail), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_link_in_it_asks_first_and_does_its_one_thing_once(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.SetCadence((await house.Store.People.SingleAsync(Stop)).Id, 1, Stop);
        house.Clock.Pass(TimeSpan.FromDays(2));
        await TurnOn(house);
        await Hours(house, desk, 20);
        await using var site = await TestSite.OpenToAll(house);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var links = Links(MailText.Plain(Assert.Single(desk.Mails)));
        Assert.Equal(3, links.Count); // the task, Grace, and no more mails

        foreach (var link in links.Take(2))
        {
            Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(link, Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await stranger.SendAsync(new(HttpMethod.Head, link), Stop)).StatusCode);
        }
        Assert.Null((await house.Again().Tasks.SingleAsync(Stop)).DoneOn);
        Assert.Empty(await house.Store.Touches.ToListAsync(Stop));

        foreach (var link in links.Take(2)) Assert.Equal(HttpStatusCode.SeeOther, (await Press(stranger, link, "do=yes")).StatusCode);
        Assert.Equal(house.Today, (await house.Again().Tasks.SingleAsync(Stop)).DoneOn);
        Assert.Equal(house.Today, (await house.Store.Touches.SingleAsync(Stop)).On);

        foreach (var link in links.Take(2)) Assert.Equal(HttpStatusCode.Gone, (await Press(stranger, link, "do=yes")).StatusCode);
        Assert.Single(await house.Again().Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_renewal_and_a_step_are_done_by_their_links_too(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        var guild = await house.Join("Guild", new(2025, 1, 1), d => d with { RenewsOn = new(2026, 4, 9), Dues = "20", Currency = "EUR", Period = DuesPeriod.Yearly });
        var acme = (await house.Store.AddOrganization(new("Acme"), house.Clock, Stop)).Id;
        var pilot = await house.Store.AddCollaboration(new() { OrganizationId = acme, Name = "Pilot", Next = new("Send the contract", new(2026, 5, 1)) }, house.Today, house.Clock, Stop);
        await TurnOn(house);
        await Hours(house, desk, 20);
        await using var site = await TestSite.OpenToAll(house);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

        var asked = new List<string>();
        foreach (var link in Links(MailText.Plain(Assert.Single(desk.Mails))).SkipLast(1))
        {
            asked.Add(System.Net.WebUtility.HtmlDecode(await (await stranger.GetAsync(link, Stop)).Content.ReadAsStringAsync(Stop)));
            Assert.Equal(HttpStatusCode.SeeOther, (await Press(stranger, link, "do=yes")).StatusCode);
            Assert.Equal(HttpStatusCode.Gone, (await Press(stranger, link, "do=yes")).StatusCode);
        }

        Assert.Contains(asked, page => page.Contains("Guild", StringComparison.Ordinal));
        Assert.Contains(asked, page => page.Contains("Pilot: Send the contract", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2027, 4, 9), (await house.Line(guild)).It.NextOn(house.Today));
        Assert.Null((await house.Again().CollaborationOf(pilot.Id, Stop)).It.NextStep);
    }

    [Theory, OnBoth]
    public async Task What_was_done_elsewhere_since_the_mail_went_out_is_not_done_once_more_by_its_link(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        var guild = await house.Join("Guild", new(2025, 1, 1), d => d with { RenewsOn = new(2026, 4, 9), Dues = "20", Currency = "EUR", Period = DuesPeriod.Yearly });
        var acme = (await house.Store.AddOrganization(new("Acme"), house.Clock, Stop)).Id;
        var pilot = await house.Store.AddCollaboration(new() { OrganizationId = acme, Name = "Pilot", Next = new("Send the contract", new(2026, 5, 1)) }, house.Today, house.Clock, Stop);
        await TurnOn(house);
        await Hours(house, desk, 20);
        await house.Again().RenewMembership(guild, null, house.Today, house.Clock, Stop);
        await house.Again().StepDone(pilot.Id, new("Call them", new(2026, 6, 1)), house.Today, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

        var gone = 0;
        foreach (var link in Links(MailText.Plain(Assert.Single(desk.Mails))).SkipLast(1))
        {
            var seen = (await stranger.GetAsync(link, Stop)).StatusCode;
            Assert.Equal(seen == HttpStatusCode.Gone ? HttpStatusCode.Gone : HttpStatusCode.SeeOther, (await Press(stranger, link, "do=yes")).StatusCode);
            if (seen == HttpStatusCode.Gone) gone++;
        }

        Assert.Equal(2, gone);
        Assert.Equal(new DateOnly(2027, 4, 9), (await house.Line(guild)).It.NextOn(house.Today));
        Assert.Equal("Call them", (await house.Again().CollaborationOf(pilot.Id, Stop)).It.NextStep);
    }

    [Fact]
    public async Task A_link_ends_after_three_days()
    {
        await using var house = await Ada(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        await Hours(house, desk, 20);
        await using var site = await TestSite.OpenToAll(house);
        house.Clock.Pass(TimeSpan.FromDays(4));

        Assert.Equal(HttpStatusCode.Gone, (await Press(site.Browser, Links(MailText.Plain(desk.Mails[0]))[0], "do=yes")).StatusCode);
        Assert.Null((await house.Again().Tasks.SingleAsync(Stop)).DoneOn);
    }

    [Theory, OnBoth]
    public async Task One_click_of_a_mail_program_ends_the_mails_and_does_nothing_else_also_twice(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        await Hours(house, desk, 20);
        await using var site = await TestSite.OpenToAll(house);
        using var program = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var link = new Uri(UnsubscribeLink().Match(desk.Mails[0]).Groups[1].Value).AbsolutePath;

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(link, Stop)).StatusCode);
        Assert.True((await house.Again().Plan(Stop))!.ByMail);

        for (var twice = 0; twice < 2; twice++) Assert.Equal(HttpStatusCode.OK, (await Press(program, link, "List-Unsubscribe=One-Click")).StatusCode);
        Assert.False((await house.Again().Plan(Stop))!.ByMail);
        Assert.Equal(7, (await house.Store.Plan(Stop))!.Hour);
        Assert.Null((await house.Store.Tasks.SingleAsync(Stop)).DoneOn);

        await Hours(house, desk, 48);
        Assert.Single(desk.Mails);
    }

    [Theory, OnBoth]
    public async Task An_address_of_the_web_is_told_as_ntfy_takes_it(Engine engine)
    {
        await using var house = await Ada(engine);
        using var web = new HttpDesk();
        await house.Store.Promise(new() { Text = "Grüße an 王小明\r\nX-Evil: 1", DueOn = new(2026, 5, 2) }, house.Clock, Stop);
        await house.Store.SetReminders(new() { Webhook = web.At("/ada").AbsoluteUri, WebhookToken = "tk_secret" }, house.Ada, house.Settings with { PrivateNetworks = "127.0.0.1" }, house.Clock, Stop);
        using var calls = new OutsideCalls(house.Settings with { PrivateNetworks = "127.0.0.1" });

        await Hours(house, null, 24, calls);

        var asked = Assert.Single(web.Asked).Split("\r\n\r\n");
        Assert.StartsWith("POST /ada HTTP/1.1", asked[0], StringComparison.Ordinal);
        Assert.All(["Title: Saturday: 2 things for today", "Authorization: Bearer tk_secret", "Click: http://", "Tags: anchor"], h => Assert.Contains(h, asked[0], StringComparison.Ordinal));
        Assert.DoesNotContain("X-Evil", asked[0], StringComparison.Ordinal);
        Assert.Contains("Grüße an 王小明", asked[1], StringComparison.Ordinal);
        Assert.Equal(LetterState.Sent, (await house.Again().Letters.SingleAsync(Stop)).State);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", LetterState.Waiting, "Mail.WhyWebLater")]
    [InlineData("HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n", LetterState.Waiting, "Mail.WhyWebLater")]
    [InlineData("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", LetterState.Failed, "Mail.WhyWebRefused")]
    [InlineData("HTTP/1.1 302 No\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n", LetterState.Failed, "Mail.WhyWebRefused")]
    [InlineData(null, LetterState.PerhapsSent, "Outside.NotReached")]
    public async Task What_it_answers_decides(string? answer, LetterState state, string why)
    {
        await using var house = await Ada(Engine.Sqlite);
        using var web = new HttpDesk { Answer = _ => answer };
        await house.Store.SetReminders(new() { Webhook = web.At("/ada").AbsoluteUri }, house.Ada, house.Settings with { PrivateNetworks = "127.0.0.1" }, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromHours(20));
        using var calls = new OutsideCalls(house.Settings with { PrivateNetworks = "127.0.0.1" });

        await Round(house, null, calls);
        await Round(house, null, calls);

        var letter = await house.Again().Letters.SingleAsync(Stop);
        Assert.Equal((state, why), (letter.State, letter.Failure));
        Assert.Single(web.Asked);
    }

    [Fact]
    public async Task One_within_the_servers_own_network_is_not_told_unless_that_is_allowed()
    {
        await using var house = await Ada(Engine.Sqlite);
        using var web = new HttpDesk();
        await house.Store.SetReminders(new() { Webhook = web.At("/ada").AbsoluteUri }, house.Ada, house.Settings with { PrivateNetworks = "127.0.0.1" }, house.Clock, Stop);
        using var calls = new OutsideCalls(house.Settings);

        await Hours(house, null, 24, calls);

        Assert.Empty(web.Asked);
        Assert.Equal((LetterState.Failed, "Outside.Inside"), ((await house.Again().Letters.SingleAsync(Stop)).State, (await house.Store.Letters.SingleAsync(Stop)).Failure));
    }

    [Theory, OnBoth]
    public async Task Bob_is_neither_reminded_of_Adas_day_nor_sees_how_she_is(Engine engine)
    {
        await using var house = await Ada(engine);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        var bob = await house.Bob();
        Assert.Null(await bob.Plan(Stop));
        await bob.StopMails(Stop);
        await Hours(house, desk, 20);

        Assert.Equal(["ada@example.org"], (await house.Again().LetterLog(10, Stop)).Select(l => l.To));
        Assert.Empty(await bob.LetterLog(10, Stop));
    }

    [Fact]
    public async Task What_was_sent_is_not_kept_and_what_opens_something_least_of_all()
    {
        await using var house = await Ada(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await TurnOn(house);
        await Hours(house, desk, 20);

        var letter = await house.Again().Letters.SingleAsync(Stop);
        Assert.Equal(("", null, null), (letter.Text, letter.Html, letter.Headers));
    }

    private static async Task<TestHouse> Ada(Engine engine)
    {
        var house = await TestHouse.Build(engine);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.TimeZone, "Europe/London"), Stop);
        await house.AdasAccount();
        await house.Store.Promise(new() { Text = "Send the deck", DueOn = new(2026, 5, 1) }, house.Clock, Stop);
        return house;
    }

    private static async Task TurnOn(TestHouse house) =>
        await house.Store.SetReminders(new() { ByMail = true, Hour = 7 }, house.Ada with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London") }, house.Settings, house.Clock, Stop);

    private static DigestActions.Desk DeskOf(TestHouse house) => DigestActions.Desk.At(house.Services, house.Ada, house.Clock);

    /// <summary>The server runs for so many hours, and looks at its alarms at every one of them: for what is due, and for what that has put into the box.</summary>
    private static async Task Hours(TestHouse house, SmtpDesk? desk, int hours, OutsideCalls? calls = null)
    {
        await using var server = Server(house, desk);
        for (var hour = 0; hour < hours; hour++)
        {
            house.Clock.Pass(TimeSpan.FromHours(1));
            await Round(server, calls);
            await Round(server, calls);
        }
    }

    private static async Task Round(TestHouse house, SmtpDesk? desk, OutsideCalls? calls = null)
    {
        await using var server = Server(house, desk);
        await Round(server, calls);
    }

    private static ServiceProvider Server(TestHouse house, SmtpDesk? desk) =>
        House.Furnish(desk is null ? house.Settings : house.Settings with { Smtp = desk.Address, MailFrom = "post@mainstay.example" }, house.Clock).BuildServiceProvider();

    private static async Task Round(ServiceProvider server, OutsideCalls? calls)
    {
        var settings = server.GetRequiredService<Settings>();
        List<ICarrier> carriers = [new SmtpCarrier(settings)];
        if (calls is not null) carriers.Add(new WebCarrier(calls));
        await new Clockwork([new Postman(carriers, settings), new DigestJob()], server, NullLogger<Clockwork>.Instance).Round(Stop);
        Languages.Speak(System.Globalization.CultureInfo.GetCultureInfo("en"));
    }

    private static Task<HttpResponseMessage> Press(HttpClient browser, string link, string form) => browser.PostAsync(link, new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded"), Stop);

    /// <summary>The paths of the links in a text that are opened by a secret.</summary>
    private static List<string> Links(string text) => [.. SecretLink().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("/answer/[a-z2-9]{28}")]
    private static partial Regex SecretLink();

    [GeneratedRegex("List-Unsubscribe: <([^>]*)>")]
    private static partial Regex UnsubscribeLink();
}
