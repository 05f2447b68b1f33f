using System.Net;
using Mainstay.Accounts;
using Mainstay.Jobs;
using Mainstay.Mail;
using Mainstay.Reminders;
using Mainstay.Tests.Api;
using Mainstay.Tests.Mail;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Reminders;

/// <summary>The settings of reminders, the log, and the address for calendars, on the web.</summary>
public class RemindersPageTests
{
    private const string Page = "/settings/reminders";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Are_off_until_somebody_turns_them_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        await using var site = await Open(house, desk);
        Assert.DoesNotContain("The next one comes", await site.Page(Page), StringComparison.Ordinal);

        using var kept = await site.Browser.PostAsync(Page, Form(await site.Page(Page), ("byMail", "on"), ("hour", "6"), ("weekdays", "Monday"), ("weekdays", "Saturday")), Stop);

        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        var plan = (await house.Again().Plan(Stop))!;
        Assert.Equal((true, 6, Weekdays.Monday | Weekdays.Saturday), (plan.ByMail, plan.Hour, plan.Weekdays));
        Assert.Contains("The next one comes tomorrow at 6:00", (await site.Page(Page)).Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.Contains("To ada@example.org", await site.Page(Page), StringComparison.Ordinal);
        Assert.NotEmpty(await house.Again().Alarms.Where(a => a.Job == "digest").ToListAsync(Stop));
    }

    [Fact]
    public async Task Without_a_mail_server_no_mail_is_offered_and_it_is_said_how_to_get_one()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var page = await site.Page(Page);

        Assert.DoesNotContain("name=\"byMail\"", page, StringComparison.Ordinal);
        Assert.Contains("MAINSTAY_SMTP", page, StringComparison.Ordinal);
    }

    [Theory, InlineData(null), InlineData("https://mainstay.example")]
    public async Task Pages_and_programs_say_that_links_open_on_this_machine_alone(string? address)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house, settings => settings with { Address = address });
        Assert.DoesNotContain("MAINSTAY_ADDRESS", await site.Page(Page), StringComparison.Ordinal);

        var refused = await site.Patch("/api/reminders", """{"webhook":"http://127.0.0.1:9/x"}""");
        var set = (await site.Patch("/api/reminders", """{"webhook":"https://ntfy.example/ada"}""")).Fine().Json.GetProperty("onlyHereAt");
        var page = WebUtility.HtmlDecode(await site.Page(Page));

        refused.Wrong("webhook");
        Assert.Equal(address is null, set.GetString()?.StartsWith("http://", StringComparison.Ordinal) == true);
        Assert.Equal(address is null, page.Contains("which only the machine of the server can open", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hour", "24", "The hour is 0 to 23.")]
    [InlineData("webhook", "file:///etc/passwd", "begins with https://")]
    [InlineData("webhook", "https://ada:secret@ntfy.example/", "Leave name and password out")]
    [InlineData("webhook", "http://10.0.0.1/x", "This address lies within the server’s own network.")]
    [InlineData("webhookToken", "abc", "Give the address that the token is for.")]
    public async Task What_is_wrong_stands_beside_the_field(string field, string typed, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        List<(string, string)> fields = [("hour", "7"), ("weekdays", "Monday")];
        fields.RemoveAll(f => f.Item1 == field);

        using var answer = await site.Browser.PostAsync(Page, Form(await site.Page(Page), [.. fields, (field, typed)]), Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Null(await house.Again().Plan(Stop));
    }

    [Fact]
    public async Task A_token_is_kept_without_being_shown_and_goes_with_its_address()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        (string, string)[] first = [("hour", "7"), ("weekdays", "Monday"), ("webhook", "https://ntfy.example/ada"), ("webhookToken", "tk_secret")];
        using var one = await site.Browser.PostAsync(Page, Form(await site.Page(Page), first), Stop);
        var page = await site.Page(Page);
        Assert.DoesNotContain("tk_secret", page, StringComparison.Ordinal);

        using var two = await site.Browser.PostAsync(Page, Form(page, ("hour", "8"), ("weekdays", "Monday"), ("webhook", "https://ntfy.example/ada"), ("webhookToken", "")), Stop);
        Assert.Equal(("tk_secret", 8), ((await house.Again().Plan(Stop))!.WebhookToken, (await house.Store.Plan(Stop))!.Hour));

        using var three = await site.Browser.PostAsync(Page, Form(page, ("hour", "8"), ("weekdays", "Monday"), ("webhook", "https://other.example/"), ("webhookToken", "")), Stop);
        Assert.Null((await house.Again().Plan(Stop))!.WebhookToken);
    }

    [Theory, OnBoth]
    public async Task The_log_says_what_became_of_each_and_sends_again_by_hand(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var letter = await house.Store.Post(new() { Cause = "Mail.CauseTest", To = "ada@example.org", Subject = "Hello", Text = "Good morning" }, house.Clock, Stop);
        await house.Store.Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.Failed).SetProperty(l => l.Failure, "Mail.WhyRefused").SetProperty(l => l.Answer, "550 <b>No</b> such user"), Stop);
        Assert.All(["Hello", "ada@example.org", "failed", "The mail server refused it: 550 <b>No</b> such user"], part => Assert.Contains(part, WebUtility.HtmlDecode(site.Page("/reminders").GetAwaiter().GetResult()), StringComparison.Ordinal));

        using var again = await site.Post("/reminders", $"/reminders/{letter.Id}/again");
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.NotEqual(LetterState.Failed, (await house.Again().LetterOf(letter.Id, Stop)).State);

        await using var bob = await site.As(await house.BobsAccount());
        Assert.DoesNotContain("Hello", await bob.Page("/reminders"), StringComparison.Ordinal);
        using var wrong = await bob.Send($"/reminders/{letter.Id}/again", TestSite.Form(await bob.Page(Page), Page));
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Of_a_mail_that_came_back_and_is_no_message_nothing_is_said_about_following_up(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var letter = await house.Store.Post(new() { Cause = "Mail.CauseTest", To = "ada@example.org", Subject = "Hello", Text = "Good morning" }, house.Clock, Stop);
        await house.Store.Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.Sent), Stop);

        using var said = await site.Post("/reminders", $"/reminders/{letter.Id}/bounced");

        Assert.Contains("said=Reminders.SaidCameBack", said.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Noted: this mail came back.", await site.Page(said.Headers.Location.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_can_be_sent_now()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await using var site = await Open(house, desk);
        await house.AdasAccount();
        await house.Store.SetReminders(new() { ByMail = true }, house.Ada, house.Settings, house.Clock, Stop);
        using var nothing = await site.Post(Page, Page + "/now");
        Assert.Contains("SaidNothingToSay", nothing.Headers.Location!.ToString(), StringComparison.Ordinal);

        await Mainstay.Rhythm.TaskActions.Promise(house.Store, new() { Text = "Send the deck", DueOn = house.Today }, house.Clock, Stop);
        using var sent = await site.Post(Page, Page + "/now");
        Assert.Contains("SaidPosted", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Friday: 1 thing for today", (await house.Again().Letters.SingleAsync(Stop)).Subject);
    }

    [Fact]
    public async Task German_is_spoken_to_whom_it_is_spoken_to()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        await using var site = await TestSite.Open(house);
        await house.Again().Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Locale, "de"), Stop);

        Assert.Contains("Was Heute sagt, einmal am Tag", await site.Page(Page), StringComparison.Ordinal);
        Assert.Contains("Für dich gesendet", await site.Page("/reminders"), StringComparison.Ordinal);
    }

    private static Task<TestSite> Open(TestHouse house, SmtpDesk desk) => TestSite.Open(house, s => s with { Smtp = desk.Address, MailFrom = "post@mainstay.example" });

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) =>
        new([new("__RequestVerificationToken", TestSite.Form(page, Page)["__RequestVerificationToken"]), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
}
