using Mainstay.Mail;

namespace Mainstay.Tests.Mail;

/// <summary><c>mail …</c></summary>
public class MailCliTests
{
    [Fact]
    public async Task Without_a_mail_server_it_says_how_to_name_one()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        Assert.StartsWith("No mail server is set up.", (await house.Type("mail", "list")).Fine().Out, StringComparison.Ordinal);
        var test = await house.Type("mail", "test", "ada@example.org");
        Assert.Equal((1, true), (test.Code, test.Error.Contains("MAINSTAY_SMTP", StringComparison.Ordinal)));
    }

    [Theory, OnBoth]
    public async Task A_test_is_sent_at_once_and_stands_in_the_list(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        using var desk = Desk(house);

        var sent = (await house.Type("mail", "test")).Fine();
        var listed = (await house.Type("mail", "list", "--json")).Fine().Json;

        Assert.Equal("sent: ada@example.org\n", sent.Out);
        Assert.Contains("A test from Mainstay", Assert.Single(desk.Mails), StringComparison.Ordinal);
        Assert.Equal(("sent", "a test", "mail"), (listed[0].GetProperty("state").GetString(), listed[0].GetProperty("cause").GetString(), listed[0].GetProperty("way").GetString()));
        Assert.Contains("A test from Mainstay", (await house.Type("mail", "list")).Fine().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_is_said_with_the_reason_and_sent_again_by_hand()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = Desk(house);
        desk.Answers["RCPT"] = "550 5.1.1 No such user";
        var refused = await house.Type("mail", "test", "nobody@example.org");
        Assert.Equal((1, "failed: nobody@example.org\nThe mail server refused it: 550 5.1.1 No such user\n"), (refused.Code, refused.Out));

        desk.Answers.Clear();
        var id = (await house.Type("mail", "list", "--json")).Json[0].GetProperty("id").GetString()!;
        Assert.Equal("sent: nobody@example.org\n", (await house.Type("mail", "again", id[^6..])).Fine().Out);
        Assert.Equal("It was sent already, or is on its way.\n", (await house.Type("mail", "again", id)).Error);
        Assert.Equal("There is no such letter.\n", (await house.Type("mail", "again", "nothing")).Error);
    }

    [Theory]
    [InlineData("mail.example:465", null, null, null, "a@example.org", "Mail.BeginsEncrypted")]
    [InlineData("mail.example", "tls", null, null, "a@example.org", "Mail.BeginsEncrypted")]
    [InlineData("mail.example", "ssl", null, null, "a@example.org", "Mail.OddSecurity")]
    [InlineData("mail.example", "none", "ada", "secret", "a@example.org", "Mail.PasswordInTheClear")]
    [InlineData("mail.example", null, "ada", null, "a@example.org", "Mail.UserAndPassword")]
    [InlineData("mail.example", null, null, null, null, "Mail.FromMissing")]
    [InlineData("mail.example", null, null, null, "Ada <a@example.org>", "Mail.FromOdd")]
    [InlineData("https://mail.example", null, null, null, "a@example.org", "Mail.NotAServer")]
    [InlineData("mail.example:many", null, null, null, "a@example.org", "Mail.NotAServer")]
    [InlineData("mail.example:587", "starttls", "ada", "secret", "a@example.org", null)]
    [InlineData("localhost:25", "none", "ada", "secret", "a@example.org", null)]
    public void Settings_that_cannot_work_are_said_when_the_server_starts(string server, string? security, string? user, string? password, string? from, string? problem) =>
        Assert.Equal(problem, MailSettings.Check(new() { Data = "data", Smtp = server, SmtpSecurity = security, SmtpUser = user, SmtpPassword = password, MailFrom = from }).FirstOrDefault()?.Sentence.Key);

    [Theory, InlineData("mail.example", 587), InlineData("mail.example:25", 25), InlineData("mail.example:2525", 2525), InlineData("[::1]:2525", 2525)]
    public void The_door_is_587_unless_another_is_named(string server, int port) => Assert.Equal(port, MailSettings.Server(server)!.Value.Port);

    private static SmtpDesk Desk(TestHouse house)
    {
        var desk = new SmtpDesk();
        (house.Variables["MAINSTAY_SMTP"], house.Variables["MAINSTAY_MAIL_FROM"]) = (desk.Address, "post@mainstay.example");
        return desk;
    }
}
