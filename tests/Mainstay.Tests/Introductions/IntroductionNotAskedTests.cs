using Mainstay.Accounts;
using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Mail;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionMailTests;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>Whoever has answered otherwise gets no letter that still waits.</summary>
public class IntroductionNotAskedTests
{
    [Theory, OnBoth]
    public async Task Whoever_passes_it_on_by_an_earlier_link_is_not_asked_any_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        var link = await Link(house, it);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);

        await house.Again().PassOnByLink(link, new(), house.Today, house.Clock, Stop);

        var letter = Assert.Single(await house.Again().Letters.ToListAsync(Stop));
        Assert.Equal((LetterState.Held, Letter.CalledOff), (letter.State, letter.Failure));
        Assert.Empty(await house.Store.Touches.ToListAsync(Stop));
        var now = (await house.Store.IntroductionOf(it, Stop)).It;
        Assert.Equal((house.Today, house.Today), (now.SentOn!.Value, now.AcceptedOn!.Value));
    }

    [Theory, OnBoth]
    public async Task Whom_the_owner_knows_to_pass_it_on_is_not_asked_any_more_and_bob_calls_nothing_off(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
        var bob = await house.Bob();
        await Assert.ThrowsAsync<NotFound>(() => bob.PassOn(it, new(), house.Today, house.Clock, Stop));
        var before = (await house.Again().Letters.SingleAsync(Stop)).State;

        (await house.Type("introduce", "passed", it.ToString())).Fine();

        Assert.Equal(LetterState.Waiting, before);
        Assert.Equal(Letter.CalledOff, (await house.Again().Letters.SingleAsync(Stop)).Failure);
    }

    [Theory, OnBoth]
    public async Task Whoever_would_rather_not_gets_no_letter_and_nothing_tells_the_owner(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        var settings = Sending(house.Settings) with { Smtp = desk.Address };
        var it = await Asked(house);
        var link = await Link(house, it);
        await house.Again().PostIntroduction(it, new(null, settings), house.Today, house.Clock, Stop);
        async Task<string> Seen() => string.Join('\n', (await house.Type("introduce", "show", it.ToString())).Fine().Out, (await house.Type("mail", "list")).Fine().Out, (await house.Type("export", "--format", "json")).Fine().Out);
        var before = await Seen();

        await house.Again().DeclineByLink(link, house.Clock, Stop);
        var after = await Seen();
        await Deliver(house, settings);
        var still = (await house.Again().Letters.SingleAsync(Stop)).State;
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.ConnectorsDays + 2));
        await Deliver(house, settings);

        Assert.Equal(before, after);
        Assert.Empty(desk.Mails);
        var letter = await house.Again().Letters.SingleAsync(Stop);
        Assert.Equal((LetterState.Waiting, LetterState.Held, "Mail.WhyTooLate"), (still, letter.State, letter.Failure));
        Assert.Equal(IntroductionState.NotPassedOn, (await house.Store.IntroductionOf(it, Stop)).It.StateOn(house.Today));
    }

    [Theory, OnBoth]
    public async Task Of_two_whoever_has_answered_gets_none_and_the_other_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        var settings = Sending(house.Settings) with { Smtp = desk.Address };
        await house.AdasAccount();
        var (grace, katherine) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] }));
        var it = (await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id;
        await house.Again().PostIntroduction(it, new(null, settings), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it, Side.First, new(Consent.Yes), house.Today, house.Clock, Stop);

        await Deliver(house, settings);

        Assert.Single(desk.Mails);
        var states = await house.Again().Letters.OrderBy(l => l.To).Select(l => new { l.To, l.State, l.Failure }).ToListAsync(Stop);
        Assert.Equal([("grace@navy.example", LetterState.Held, Letter.CalledOff), ("katherine@nasa.example", LetterState.Sent, null)], states.Select(s => (s.To, s.State, s.Failure)));
    }

    [Theory, OnBoth]
    public async Task Who_both_said_yes_by_phone_are_asked_no_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var (grace, katherine) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] }));
        var it = (await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id;
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);

        foreach (var side in Enum.GetValues<Side>()) await house.Again().SayConsent(it, side, new(Consent.Yes), house.Today, house.Clock, Stop);

        Assert.All(await house.Again().Letters.ToListAsync(Stop), l => Assert.Equal((LetterState.Held, Letter.CalledOff), (l.State, l.Failure)));
        Assert.Equal(house.Today, (await house.Store.IntroductionOf(it, Stop)).It.OpenedOn);
    }

    private static async Task<TokenLink> Link(TestHouse house, Guid it) =>
        (await house.Again().LinkBy(await house.Again().MakeIntroductionLink(it, LinkTo.Connector, house.Today, house.Clock, Stop), Stop))!;

    private static async Task Deliver(TestHouse house, Settings settings)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await new Postman([new SmtpCarrier(settings)], settings).Run(new(scope.ServiceProvider, house.Again(), house.Ada, house.Clock), Stop);
    }
}
