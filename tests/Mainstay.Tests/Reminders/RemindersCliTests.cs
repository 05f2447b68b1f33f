using Mainstay.Reminders;
using Mainstay.Storage;
using Mainstay.Tests.Mail;

namespace Mainstay.Tests.Reminders;

/// <summary><c>reminders …</c></summary>
public class RemindersCliTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Are_set_and_shown(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();

        var set = (await house.Type("reminders", "set", "--mail", "on", "--hour", "6", "--days", "mon,sat")).Fine();
        var shown = (await house.Type("reminders", "--json")).Fine().Json;

        Assert.Contains("By mail to ada@example.org.", set.Out, StringComparison.Ordinal);
        Assert.Contains("Monday and Saturday", set.Out, StringComparison.Ordinal);
        Assert.Contains("MAINSTAY_SMTP", set.Error, StringComparison.Ordinal);
        Assert.Equal((true, 6, "2026-05-02T06:00:00Z"), (shown.GetProperty("byMail").GetBoolean(), shown.GetProperty("hour").GetInt32(), shown.GetProperty("nextAt").GetString()));
        Assert.Equal(["monday", "saturday"], shown.GetProperty("weekdays").EnumerateArray().Select(d => d.GetString()));
    }

    [Fact]
    public async Task An_address_of_the_web_and_its_token_are_set_and_taken_away()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        (await house.Pipe("tk_secret\n", "reminders", "set", "--webhook", "https://ntfy.example/ada", "--webhook-token")).Fine();
        Assert.Equal(("https://ntfy.example/ada", "tk_secret"), ((await house.Again().Plan(Stop))!.Webhook, (await house.Store.Plan(Stop))!.WebhookToken));
        Assert.DoesNotContain("tk_secret", (await house.Type("reminders", "--json")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("tk_secret", (await house.Type("export", "-")).Out, StringComparison.Ordinal);

        (await house.Type("reminders", "set", "--webhook", "none")).Fine();
        Assert.Equal((null, null), ((await house.Again().Plan(Stop))!.Webhook, (await house.Store.Plan(Stop))!.WebhookToken));
    }

    [Theory]
    [InlineData("--hour", "24", "The hour is 0 to 23.")]
    [InlineData("--days", "mon,someday", "“someday” is no day of the week.")]
    [InlineData("--webhook", "ntfy", "Give an address of the web")]
    [InlineData("--webhook", "http://10.0.0.1/x", "This address lies within the server’s own network.")]
    [InlineData("--webhook", "http://localhost:9/x", "This address lies within the server’s own network.")]
    public async Task What_is_wrong_is_said(string option, string typed, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var wrong = await house.Type("reminders", "set", option, typed);

        Assert.Equal(2, wrong.Code);
        Assert.Contains(sentence, wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_sent_now_and_stands_in_the_log()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        using var desk = new SmtpDesk();
        (house.Variables["MAINSTAY_SMTP"], house.Variables["MAINSTAY_MAIL_FROM"], house.Variables["MAINSTAY_ADDRESS"]) = (desk.Address, "post@mainstay.example", "https://mainstay.example");
        Assert.Equal(1, (await house.Type("reminders", "now")).Code);
        (await house.Type("reminders", "set", "--mail", "on")).Fine();
        (await house.Type("tasks", "add", "Send the deck", "--due", "today")).Fine();

        Assert.Equal("sent: ada@example.org\n", (await house.Type("reminders", "now")).Fine().Out);

        Assert.Contains("List-Unsubscribe: <https://mainstay.example/answer/", Assert.Single(desk.Mails), StringComparison.Ordinal);
        Assert.Contains("Friday: 1 thing for today", (await house.Type("reminders", "list")).Fine().Out, StringComparison.Ordinal);
        Assert.Equal(1, (await house.Type("reminders", "again", "nothing")).Code);
    }

    [Fact]
    public async Task An_address_inside_is_set_when_it_is_allowed_and_what_is_set_may_stay()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.Variables["MAINSTAY_PRIVATE_NETWORKS"] = "10.0.0.0/8";

        (await house.Type("reminders", "set", "--webhook", "http://10.0.0.1/x")).Fine();
        house.Variables.Remove("MAINSTAY_PRIVATE_NETWORKS");

        (await house.Type("reminders", "set", "--hour", "6")).Fine();
        Assert.Equal(("http://10.0.0.1/x", 6), ((await house.Again().Plan(Stop))!.Webhook, (await house.Store.Plan(Stop))!.Hour));
    }

    [Fact]
    public async Task Links_lead_to_the_server_that_runs_and_it_is_said_when_only_this_machine_opens_them()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        using var desk = new SmtpDesk();
        (house.Variables["MAINSTAY_SMTP"], house.Variables["MAINSTAY_MAIL_FROM"]) = (desk.Address, "post@mainstay.example");
        using var serving = InUse.Serve(house.Settings);
        await InUse.SayWhere(house.Settings, "http://localhost:7001");
        (await house.Type("tasks", "add", "Send the deck", "--due", "today")).Fine();
        const string sentence = "The links in reminders lead to http://localhost:7001, which only the machine of the server can open. MAINSTAY_ADDRESS";

        Assert.DoesNotContain("MAINSTAY_ADDRESS", (await house.Type("reminders")).Fine().Error, StringComparison.Ordinal);
        var set = (await house.Type("reminders", "set", "--mail", "on")).Fine();
        var now = (await house.Type("reminders", "now")).Fine();
        var told = (await house.Type("reminders", "--json")).Fine().Json;
        house.Variables["MAINSTAY_ADDRESS"] = "https://mainstay.example";
        var elsewhere = (await house.Type("reminders", "now")).Fine();

        Assert.Contains(sentence, set.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, now.Error, StringComparison.Ordinal);
        Assert.Equal("http://localhost:7001", told.GetProperty("onlyHereAt").GetString());
        Assert.Contains("List-Unsubscribe: <http://localhost:7001/answer/", desk.Mails[0], StringComparison.Ordinal);
        Assert.DoesNotContain("localhost:5150", desk.Mails[0], StringComparison.Ordinal);
        Assert.DoesNotContain("MAINSTAY_ADDRESS", elsewhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_for_calendars_is_made_and_ended()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var made = (await house.Type("reminders", "calendar")).Fine();
        Assert.Matches("^http://localhost:5150/calendar/[a-z0-9]{28}.ics\n$", made.Out);
        Assert.True((await house.Type("reminders", "--json")).Json.GetProperty("hasCalendar").GetBoolean());

        (await house.Type("reminders", "calendar", "--end")).Fine();
        Assert.False((await house.Type("reminders", "--json")).Json.GetProperty("hasCalendar").GetBoolean());
    }
}
