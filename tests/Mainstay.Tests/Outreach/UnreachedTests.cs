using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Mail;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Outreach;

/// <summary>A letter that was refused for good is no contact; sent again and taken, it is one, once.</summary>
public class UnreachedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_was_refused_leaves_no_touch_until_it_goes_out_after_all(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        using var desk = Refusing();
        var settings = Sending(house, desk);
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        await house.Touch(new(2026, 4, 1), TouchKind.Call, grace);
        var draft = await Send(house, new() { PersonId = grace }, settings);
        var before = await Kinds(house, grace);
        await Round(house, settings);
        var (refused, last, state) = (await Kinds(house, grace), await LastTouch(house, grace), (await house.Again().LetterOf(draft, Stop)).State);

        house.Clock.MoveTo(new(2026, 5, 3));
        await house.Again().SendAgain(draft, house.Clock, Stop);
        await Round(house, settings);
        var again = await Kinds(house, grace); // refused a second time
        desk.Answers.Clear();
        house.Clock.MoveTo(new(2026, 5, 4));
        await house.Again().SendAgain(draft, house.Clock, Stop);
        for (var round = 0; round < 2; round++) await Round(house, settings);

        Assert.Equal([TouchKind.Mail, TouchKind.Call], before);
        Assert.Equal([TouchKind.Call], refused);
        Assert.Equal(((DateOnly?)new DateOnly(2026, 4, 1), LetterState.Failed), (last, state));
        Assert.Equal([TouchKind.Call], again);
        Assert.Single(desk.Mails);
        var touch = Assert.Single(await house.Again().Touches.Where(t => t.Kind == TouchKind.Mail).ToListAsync(Stop));
        Assert.Equal((draft, new DateOnly(2026, 5, 4), "Hello"), (touch.Id, touch.On, touch.Note));
        Assert.Equal(new DateOnly(2026, 5, 4), await LastTouch(house, grace));
        Assert.Equal("Sent on Monday, 04 May 2026.", (await house.Again().DraftOf(draft, Stop)).State.InWords());
    }

    [Theory, OnBoth]
    public async Task A_candidate_stands_where_they_stood_and_is_contacted_on_the_day_it_goes_out(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        using var desk = Refusing();
        var settings = Sending(house, desk);
        var mary = (await house.Store.AddCandidate(new() { Name = "Mary Jackson", Mail = "mary@nasa.example" }, house.Today, house.Clock, Stop)).Id;
        var draft = await Send(house, new() { CandidateId = mary }, settings);
        await Round(house, settings);
        var refused = (await house.Again().CandidateOf(mary, Stop)).It;
        var bob = await house.Bob();
        var his = (await bob.AddCandidate(new() { Name = "Mary Jackson" }, house.Today, house.Clock, Stop)).Id;

        desk.Answers.Clear();
        house.Clock.MoveTo(new(2026, 5, 4));
        await house.Again().SendAgain(draft, house.Clock, Stop);
        await Round(house, settings);
        var reached = (await house.Again().CandidateOf(mary, Stop)).It;
        await house.Again().SayCameBack(draft, house.Clock, Stop);
        var back = (await house.Again().CandidateOf(mary, Stop)).It;

        Assert.Equal((Stage.Noticed, (DateOnly?)null), (refused.Stage, refused.ContactedOn));
        Assert.Equal((Stage.Contacted, (DateOnly?)new DateOnly(2026, 5, 4)), (reached.Stage, reached.ContactedOn));
        Assert.Equal(Stage.Noticed, back.Stage);
        Assert.Equal(Stage.Noticed, (await bob.CandidateOf(his, Stop)).It.Stage);
    }

    [Theory, OnBoth]
    public async Task So_it_is_with_a_letter_about_an_introduction_that_the_command_line_sends_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        using var desk = Refusing();
        var settings = Sending(house, desk);
        var (grace, alan) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Alan Turing"));
        var it = (await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "To talk about machines." }, house.Today, house.Clock, Stop)).Id;
        await house.Again().PostIntroduction(it, new(null, settings), house.Today, house.Clock, Stop);
        var asked = await Kinds(house, grace);
        await Round(house, settings);
        var refused = await Kinds(house, grace);
        var letter = (await house.Again().Letters.SingleAsync(Stop)).Id;
        desk.Answers.Clear();
        (house.Variables["MAINSTAY_SMTP"], house.Variables["MAINSTAY_MAIL_FROM"]) = (desk.Address, "post@mainstay.example");
        var sent = (await house.Type("mail", "again", letter.ToString())).Fine().Out;

        Assert.Equal([TouchKind.Message], asked);
        Assert.Empty(refused);
        Assert.StartsWith("sent: grace@navy.example", sent, StringComparison.Ordinal);
        Assert.Equal([TouchKind.Message], await Kinds(house, grace));
        Assert.Single(desk.Mails);
    }

    [Theory, OnBoth]
    public async Task A_contact_noted_by_hand_stays_when_a_message_of_that_day_is_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        using var desk = Refusing();
        var settings = Sending(house, desk);
        var mary = (await house.Store.AddCandidate(new() { Name = "Mary Jackson", Mail = "mary@nasa.example" }, house.Today, house.Clock, Stop)).Id;
        var cem = (await house.Again().AddCandidate(new() { PersonId = await house.Know("Cem Demir", p => p with { Emails = [new("cem@ovens.example")] }) }, house.Today, house.Clock, Stop)).Id;
        foreach (var who in new[] { mary, cem })
        {
            await house.Again().MoveCandidate(who, new(Stage.Contacted), house.Today, house.Clock, Stop);
            await Send(house, new() { CandidateId = who }, settings);
        }
        await Round(house, settings);
        var contacted = await Stood(house, mary, cem);

        house.Clock.MoveTo(new(2026, 5, 9));
        foreach (var who in new[] { mary, cem })
        {
            await house.Again().FollowUp(who, house.Today, house.Clock, Stop);
            await Send(house, new() { CandidateId = who }, settings);
        }
        await Round(house, settings);

        Assert.All(contacted, c => Assert.Equal((Stage.Contacted, (DateOnly?)new DateOnly(2026, 5, 1), (DateOnly?)null), c));
        Assert.All(await Stood(house, mary, cem), c => Assert.Equal((Stage.Contacted, (DateOnly?)new DateOnly(2026, 5, 1), (DateOnly?)new DateOnly(2026, 5, 9)), c));
        Assert.Equal(2, await house.Again().Touches.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_goes_out_when_nobody_remembers_what_it_was_is_a_contact_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        using var desk = Refusing();
        var settings = Sending(house, desk);
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        var mary = (await house.Again().AddCandidate(new() { Name = "Mary Jackson", Mail = "mary@nasa.example" }, house.Today, house.Clock, Stop)).Id;
        Guid[] drafts = [await Send(house, new() { PersonId = grace }, settings), await Send(house, new() { CandidateId = mary }, settings)];
        await Round(house, settings);
        await house.Again().Formers.ExecuteDeleteAsync(Stop);

        desk.Answers.Clear();
        house.Clock.MoveTo(new(2026, 6, 10));
        foreach (var draft in drafts) await house.Again().SendAgain(draft, house.Clock, Stop);
        await Round(house, settings);

        var on = new DateOnly(2026, 6, 10);
        Assert.Equal(2, desk.Mails.Count);
        var touch = Assert.Single(await house.Again().Touches.ToListAsync(Stop));
        Assert.Equal((drafts[0], on, TouchKind.Mail, "Hello"), (touch.Id, touch.On, touch.Kind, touch.Note));
        Assert.Equal([(Stage.Contacted, (DateOnly?)on, (DateOnly?)null)], await Stood(house, mary));
        Assert.All(await house.Again().Drafts.ToListAsync(Stop), d => Assert.Equal(on, d.SentOn));
    }

    private static async Task<IReadOnlyList<(Stage Stage, DateOnly? ContactedOn, DateOnly? FollowedUpOn)>> Stood(TestHouse house, params Guid[] candidates) =>
        [.. (await house.Again().Candidates.Where(c => candidates.Contains(c.Id)).ToListAsync(Stop)).Select(c => (c.Stage, c.ContactedOn, c.FollowedUpOn))];

    private static SmtpDesk Refusing() => new() { Answers = { ["RCPT"] = "550 5.1.1 nobody of this name" } };

    private static Settings Sending(TestHouse house, SmtpDesk desk) => house.Settings with { Smtp = desk.Address, MailFrom = "post@mainstay.example", Address = "https://mainstay.example", Hosts = "127.0.0.1" };

    private static async Task<Guid> Send(TestHouse house, NewDraft to, Settings settings)
    {
        var draft = (await house.Again().BeginDraft(to with { Words = new("Hello", "How are you?") }, house.Today, house.Clock, Stop)).Id;
        await house.Again().SendDraft(draft, settings, house.Today, house.Clock, Stop);
        return draft;
    }

    private static async Task Round(TestHouse house, Settings settings)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await new Postman([new SmtpCarrier(settings)], settings).Run(new(scope.ServiceProvider, house.Again(), house.Ada, house.Clock), Stop);
    }

    private static Task<DateOnly?> LastTouch(TestHouse house, Guid person) => house.Again().Set<Tie>().Where(t => t.Id == person).Select(t => t.LastTouchOn).SingleAsync(Stop);

    private static async Task<TouchKind[]> Kinds(TestHouse house, Guid person) => [.. (await house.Again().TouchesOf(person, Stop)).Select(t => t.Touch.Kind)];
}
