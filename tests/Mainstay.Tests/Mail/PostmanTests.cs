using Mainstay.Jobs;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Tests.Mail;

/// <summary>Letters on their way through a real mail server on this machine: once, or visibly not.</summary>
public class PostmanTests
{
    private static readonly NewLetter Hello = new() { Cause = "Mail.CauseTest", To = "ada@example.org", Subject = "Hello", Text = "Good morning, Ada." };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_letter_is_handed_over_once_encrypted_and_marked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        var letter = await house.Store.Post(Hello with { ToName = "Ada Lovelace", Html = "<p>Good morning, <b>Ada</b>.</p>", Headers = [("List-Unsubscribe", "<https://mainstay.example/stop/abc>"), ("Auto-Submitted", "auto-generated")] }, house.Clock, Stop);

        for (var round = 0; round < 3; round++) await Round(house, desk);

        var mail = Assert.Single(desk.Mails);
        Assert.Contains("STARTTLS", desk.Heard);
        Assert.Contains($"Message-ID: <{letter.Id:N}@mainstay.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.All(["Subject: Hello", "From: \"Mainstay\" <post@mainstay.example>", "To: \"Ada Lovelace\" <ada@example.org>", "List-Unsubscribe: <https://mainstay.example/stop/abc>", "multipart/alternative", "Good morning, Ada.", "<b>Ada</b>"], part => Assert.Contains(part, mail, StringComparison.Ordinal));
        Assert.Equal((LetterState.Sent, 1, null), await How(house, letter));
        Assert.Empty(await house.Again().Alarms.Where(a => a.Job == "mail").ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Two_postmen_at_once_send_it_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        for (var i = 0; i < 5; i++) await house.Store.Post(Hello with { Subject = $"Number {i}" }, house.Clock, Stop);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Deliver(house, desk)));
        await Deliver(house, desk);

        Assert.Equal(5, desk.Mails.Count);
        Assert.Equal(5, desk.Mails.Select(m => m.Split("\r\n").Single(l => l.StartsWith("Subject", StringComparison.Ordinal))).Distinct().Count());
        Assert.All(await house.Again().Letters.ToListAsync(Stop), l => Assert.Equal((LetterState.Sent, 1), (l.State, l.Attempts)));
    }

    [Theory, OnBoth]
    public async Task What_was_not_kept_is_not_sent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        await using (await house.Store.Database.BeginTransactionAsync(Stop)) await house.Store.Post(Hello, house.Clock, Stop);

        await Round(house, desk);

        Assert.Empty(desk.Mails);
        Assert.Empty(await house.Again().Letters.ToListAsync(Stop));
        Assert.Empty(await house.Store.Alarms.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task When_the_answer_to_the_text_never_came_it_is_perhaps_sent_and_only_a_person_sends_it_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk { Answers = { ["DATA."] = null } };
        var letter = await house.Store.Post(Hello, house.Clock, Stop);
        await Round(house, desk);
        Assert.Equal((LetterState.PerhapsSent, 1, "Mail.WhyBrokeOff"), await How(house, letter));

        desk.Answers.Clear();
        house.Clock.Pass(TimeSpan.FromDays(2));
        await Round(house, desk);
        Assert.Single(desk.Mails);

        await house.Again().SendAgain(letter.Id, house.Clock, Stop);
        await Round(house, desk);
        Assert.Equal(2, desk.Mails.Count);
        Assert.Single(desk.Mails.Select(m => m.Split("\r\n").Single(l => l.StartsWith("Message-ID", StringComparison.OrdinalIgnoreCase))).Distinct());
        Assert.Equal((LetterState.Sent, 1, null), await How(house, letter));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().SendAgain(letter.Id, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task When_the_program_died_between_sending_and_marking_it_is_perhaps_sent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        var letter = await house.Store.Post(Hello, house.Clock, Stop);
        // The database is gone at the moment of marking, as it is for a process that was killed: the claim stays as it is.
        var claimed = await house.Again().ClaimNext("mainstay.example", house.Clock.GetUtcNow().UtcDateTime, Stop);
        Assert.Equal(LetterState.Sent, (await new SmtpCarrier(With(house, desk)).Carry(claimed!, Stop)).State);

        await Round(house, desk);
        Assert.Equal(LetterState.Claimed, (await How(house, letter)).State);
        house.Clock.Pass(TimeSpan.FromMinutes(11));
        await Round(house, desk);
        await Round(house, desk);

        Assert.Equal((LetterState.PerhapsSent, 1, "Mail.WhyInterrupted"), await How(house, letter));
        Assert.Single(desk.Mails);
    }

    [Theory, OnBoth]
    public async Task A_mail_server_that_is_down_for_a_day_loses_nothing_and_gets_it_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var gone = new SmtpDesk();
        gone.Dispose();
        var letter = await house.Store.Post(Hello, house.Clock, Stop);
        for (var minutes = 0; minutes < 24 * 60; minutes += 10)
        {
            await Round(house, gone);
            house.Clock.Pass(TimeSpan.FromMinutes(10));
        }
        var (state, attempts, why) = await How(house, letter);
        Assert.Equal((LetterState.Waiting, "Mail.WhyNotReached"), (state, why));
        Assert.InRange(attempts, 5, 10);

        using var desk = new SmtpDesk();
        for (var hours = 0; hours < 12; hours++)
        {
            await Round(house, desk);
            house.Clock.Pass(TimeSpan.FromHours(1));
        }
        Assert.Single(desk.Mails);
        Assert.Equal(LetterState.Sent, (await How(house, letter)).State);
    }

    [Fact]
    public async Task One_that_is_down_for_a_week_makes_it_fail_and_says_why()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var gone = new SmtpDesk();
        gone.Dispose();
        var letter = await house.Store.Post(Hello, house.Clock, Stop);
        for (var hours = 0; hours < 7 * 24; hours++)
        {
            await Round(house, gone);
            house.Clock.Pass(TimeSpan.FromHours(1));
        }

        Assert.Equal((LetterState.Failed, 11, "Mail.WhyNotReached"), await How(house, letter));
    }

    [Fact]
    public async Task A_bounce_fails_at_once_with_the_servers_words()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk { Answers = { ["RCPT"] = "550 5.1.1 No such user here" } };
        var letter = await house.Store.Post(Hello, house.Clock, Stop);

        await Round(house, desk);
        house.Clock.Pass(TimeSpan.FromDays(1));
        await Round(house, desk);

        Assert.Equal((LetterState.Failed, 1, "Mail.WhyRefused"), await How(house, letter));
        Assert.Equal("The mail server refused it: 550 5.1.1 No such user here", (await house.Again().LetterOf(letter.Id, Stop)).WhyNot()!.InWords());
        Assert.Single(desk.Heard, h => h.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 Try later", LetterState.Waiting, "Mail.WhyLater")]
    [InlineData("DATA.", "451 4.3.0 Try later", LetterState.Waiting, "Mail.WhyLater")]
    [InlineData("DATA.", "554 5.7.1 Looks like spam", LetterState.Failed, "Mail.WhyRefused")]
    [InlineData("MAIL", "530 5.7.0 Sign in first", LetterState.Waiting, "Mail.WhyLater")]
    [InlineData("GREETING", null, LetterState.Waiting, "Mail.WhyNotReached")]
    [InlineData("RCPT", null, LetterState.Waiting, "Mail.WhyNotReached")]
    [InlineData("DATA", null, LetterState.Waiting, "Mail.WhyNotReached")]
    public async Task What_the_server_says_and_when_it_hangs_up_decides(string word, string? answer, LetterState state, string why)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk { Answers = { [word] = answer } };
        var letter = await house.Store.Post(Hello, house.Clock, Stop);

        await Round(house, desk);

        Assert.Equal((state, 1, why), await How(house, letter));
    }

    [Fact]
    public async Task Without_encryption_nothing_is_handed_over_unless_that_is_set()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk { OffersTls = false };
        var letter = await house.Store.Post(Hello, house.Clock, Stop);
        await Round(house, desk);
        Assert.Equal((LetterState.Waiting, 1, "Mail.WhyNoEncryption"), await How(house, letter));
        Assert.Empty(desk.Mails);

        house.Clock.Pass(TimeSpan.FromHours(1));
        await Round(house, desk, s => s with { SmtpSecurity = "none" });
        Assert.Single(desk.Mails);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_not_trusted()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk { IsForeign = true };
        var letter = await house.Store.Post(Hello, house.Clock, Stop);

        await Round(house, desk);

        Assert.Equal((LetterState.Waiting, 1, "Mail.WhyNotTrusted"), await How(house, letter));
        Assert.Empty(desk.Mails);
    }

    [Fact]
    public async Task Without_a_mail_server_it_is_held_until_a_person_sends_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk();
        var letter = await house.Store.Post(Hello, house.Clock, Stop);
        await Round(house, desk, s => s with { Smtp = null });
        Assert.Equal((LetterState.Held, 1, "Mail.WhyNotSetUp"), await How(house, letter));

        await Round(house, desk);
        Assert.Empty(desk.Mails);
        await house.Again().SendAgain(letter.Id, house.Clock, Stop);
        await Round(house, desk);
        Assert.Single(desk.Mails);
    }

    [Fact]
    public async Task What_came_too_late_is_held_and_not_sent_in_a_storm()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk();
        var letter = await house.Store.Post(Hello with { GoodUntil = house.Clock.GetUtcNow().UtcDateTime.AddHours(20) }, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(3));

        await Round(house, desk);

        Assert.Equal((LetterState.Held, 1, "Mail.WhyTooLate"), await How(house, letter));
        await house.Again().SendAgain(letter.Id, house.Clock, Stop);
        await Round(house, desk);
        Assert.Single(desk.Mails);
    }

    [Fact]
    public async Task A_name_with_line_breaks_adds_no_header()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await house.Store.Post(Hello with { ToName = "Eve\r\nBcc: everybody@example.org", FromName = "Ada\nX-Evil: 1", Subject = "Hi\r\nBcc: everybody@example.org\r\n\r\nEvil", Headers = [("X-Card", "a\r\nBcc: everybody@example.org")] }, house.Clock, Stop);

        await Round(house, desk);

        var head = Assert.Single(desk.Mails).Split("\r\n\r\n")[0];
        Assert.DoesNotContain(head.Split("\r\n"), l => l.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || l.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase));
        Assert.Single(desk.Heard, h => h.StartsWith("RCPT", StringComparison.Ordinal));
        Assert.All(["ada@example.org\r\nBcc: b@example.org", "ada@example.org, b@example.org", "Ada <ada@example.org>", "no address", "@", ""], to => Assert.True((Hello with { To = to }).Check().Any, to));
    }

    [Fact]
    public async Task Names_and_words_of_any_script_arrive()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await house.Store.Post(Hello with { ToName = "Müller, Jürgen \"Jü\"", Subject = "Grüße an 王小明 und Ελένη, und noch viel mehr, damit es über eine Zeile geht", Text = "Schöne Grüße\n.\nvon 王小明" }, house.Clock, Stop);

        await Round(house, desk);

        var mail = Assert.Single(desk.Mails);
        Assert.All(mail.Split("\r\n"), l => Assert.True(l.Length <= 998 && l.All(char.IsAscii), l));
        Assert.Contains("=?utf-8?", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Sch=C3=B6ne Gr=C3=BC=C3=9Fe", mail, StringComparison.Ordinal);
        Assert.Contains("=E7=8E=8B", mail, StringComparison.Ordinal); // what stands after a line with a single dot
    }

    [Theory, OnBoth]
    public async Task Bob_sees_and_sends_nothing_of_Adas(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk { Answers = { ["RCPT"] = "550 No" } };
        var letter = await house.Store.Post(Hello, house.Clock, Stop);
        await Round(house, desk);
        var bob = await house.Bob();

        Assert.Empty(await bob.LetterLog(10, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SendAgain(letter.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.FindLetter(letter.Id.ToString(), Stop));
    }

    [Fact]
    public async Task What_was_settled_a_season_ago_is_forgotten()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new SmtpDesk();
        await house.Store.Post(Hello, house.Clock, Stop);
        await Round(house, desk);
        house.Clock.Pass(TimeSpan.FromDays(91));

        await house.Again().Post(Hello, house.Clock, Stop);
        await Round(house, desk);

        Assert.Single(await house.Again().Letters.ToListAsync(Stop));
    }

    private static async Task<(LetterState State, int Attempts, string? Failure)> How(TestHouse house, Letter letter)
    {
        var now = await house.Again().LetterOf(letter.Id, Stop);
        return (now.State, now.Attempts, now.Failure);
    }

    /// <summary>As the server does it: by the alarms, in every space.</summary>
    private static async Task Round(TestHouse house, SmtpDesk desk, Func<Settings, Settings>? with = null) =>
        await new Clockwork([Postman(house, desk, with)], house.Services, NullLogger<Clockwork>.Instance).Round(Stop);

    /// <summary>One postman by himself, whatever the alarms say.</summary>
    private static async Task Deliver(TestHouse house, SmtpDesk desk)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.SpaceId = house.Ada.SpaceId;
        await Postman(house, desk).Run(new(scope.ServiceProvider, store, house.Ada, house.Clock), Stop);
    }

    private static Postman Postman(TestHouse house, SmtpDesk desk, Func<Settings, Settings>? with = null)
    {
        var settings = With(house, desk);
        settings = with?.Invoke(settings) ?? settings;
        return new([new SmtpCarrier(settings)], settings);
    }

    private static Settings With(TestHouse house, SmtpDesk desk) => house.Settings with { Smtp = desk.Address, MailFrom = "post@mainstay.example" };
}
