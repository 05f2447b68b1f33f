using Mainstay.Accountability;
using Mainstay.Challenges;
using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Challenges;

/// <summary>Whom one could turn to in a hard time, and why; whoever was asked a lot is left in peace.</summary>
public class ProposalsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Who_listens_is_near_or_gives_heart_and_who_carries_has_room_and_does_not_listen()
    {
        Candidate[] all =
        [
            Of("Ada", .9) with { IsClose = true },
            Of("Grace", .5) with { GivesHeart = new("Challenges.WhyHeart", "Mut") },
            Of("Alan", .8) with { IsClose = true, IsAskedTooMuch = true, HasRoom = false },
            Of("Katherine", .3) with { ToAndFro = new("Exchange.BothWays", "Katherine") },
            Of("Dorothy", .3) with { ToAndFro = new("Exchange.ReceivedMuch", "Dorothy"), OwesNothing = false },
            Of("Mary", .9) with { ToAndFro = new("Exchange.BothWays", "Mary"), HasRoom = false },
            Of("Edsger", .9),
        ];

        var listening = Candidate.Listening(all);
        var carrying = Candidate.Carrying(all, listening.Select(p => p.Id).ToHashSet());

        Assert.Equal(["Ada", "Grace"], listening.Select(p => p.Name));
        Assert.Equal(["Katherine", "Dorothy"], carrying.Select(p => p.Name));
        Assert.Equal("You said that they are good for “Mut”.", listening[1].Reasons[0].InWords());
    }

    [Theory, OnBoth]
    public async Task Each_is_proposed_for_what_is_known_of_them_and_says_why(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        await house.Again().AddPerson(new() { Name = "Dorothy Vaughan", Topics = ["losing a client", "pricing"] }, house.Clock, Stop);
        await house.Again().SetLayer(grace, Layer.Core, Stop);
        await house.Again().Record(new() { People = [alan], On = house.Today.AddDays(-40), Kind = TouchKind.Call, Note = "Told me how losing a client two years ago went, and how they came through" }, house.Today, house.Clock, Stop);
        await house.Again().NoteFavour(new() { PersonId = katherine, Way = Way.Given, What = "Looked at her contract" }, house.Today, house.Clock, Stop);
        var taught = await house.Know("Mary Jackson");
        await house.Again().NoteLearning(new() { Text = "Ask for a notice period", Topic = "losing a client", Where = new(taught) }, house.Today, house.Clock, Stop);

        var found = await Found(house, new("They are gone", "losing a client") { Narrative = new("Zugzwang") });

        Assert.Equal("losing a client", found.About);
        Assert.Equal(["Grace Hopper"], Names(found, HelpAs.Listen));
        Assert.Equal(["Dorothy Vaughan"], Names(found, HelpAs.Know));
        Assert.Equal(["Mary Jackson", "Alan Turing"], Names(found, HelpAs.BeenThrough));
        Assert.Equal(["Katherine Johnson"], Names(found, HelpAs.Carry));
        var through = found.Groups.Single(g => g.As == HelpAs.BeenThrough).People;
        Assert.Equal("You learned from them: “Ask for a notice period”", through[0].Reasons[0].InWords());
        Assert.Contains("losing a client two years ago", Assert.Single(through[1].Evidence).Text, StringComparison.Ordinal);
        Assert.Equal(0, found.Spared);
        Assert.All(found.Groups.SelectMany(g => g.People), p => Assert.All(p.Reasons, r => Assert.NotEmpty(r.InWords())));
    }

    [Theory, OnBoth]
    public async Task Who_was_asked_a_lot_of_late_is_spared_and_that_is_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Again().AddPerson(new() { Name = "Grace Hopper", Topics = ["losing a client"] }, house.Clock, Stop)).Id;
        await house.Again().SetLayer(grace, Layer.Close, Stop);
        Assert.Contains("Grace Hopper", Names(await Found(house, new("Gone", "losing a client")), HelpAs.Listen));
        foreach (var what in (string[])["One", "Two", "Three"]) await house.Again().SendAsk((await house.Again().AddAsk(new() { PersonId = grace, What = what, Weight = Weight.Heavy }, house.Today, house.Clock, Stop)).Id, house.Today, house.Clock, Stop);

        var found = await Found(house, new("Gone again", "losing a client"));

        Assert.All(found.Groups, g => Assert.Empty(g.People));
        Assert.Equal(1, found.Spared);
    }

    [Theory, OnBoth]
    public async Task What_could_wait_is_named_with_what_to_do_about_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Again().Promise(new() { Text = "Send the deck", DueOn = house.Today.AddDays(3), PersonId = grace }, house.Clock, Stop);
        await house.Again().Promise(new() { Text = "Theirs", DueOn = house.Today.AddDays(3), PersonId = grace, PromisedToMe = true }, house.Clock, Stop);
        await house.Again().Commit(new() { Promise = new("Five offers", house.Today.AddDays(60)) }, house.Today, house.Clock, Stop);
        var rest = await house.Again().Commit(new() { Promise = new("A paused one", house.Today.AddDays(60)) }, house.Today, house.Clock, Stop);
        await house.Again().PauseCommitment(rest.Id, new(house.Today, house.Today.AddDays(50)), house.Today, house.Clock, Stop);
        await house.Again().AddGathering(new() { Name = "The meetup", On = house.Today.AddDays(8) }, house.Clock, Stop);
        await house.Again().AddGathering(new() { Name = "Far away", On = house.Today.AddDays(80) }, house.Clock, Stop);

        var waits = (await Found(house, new("Gone"))).Waits;

        Assert.Equal(["Send the deck", "The meetup", "Five offers"], waits.Select(w => w.What.InWords()));
        Assert.Equal(["Promised to Grace Hopper: tell them, and name another day.", "Say that you do not come.", "Pause it: every reminder stops."], waits.Select(w => w.How.InWords()));
    }

    private static Candidate Of(string name, double strength) => new(Guid.CreateVersion7(), name, strength, 1, new("Exchange.WhoNoContact"));

    private static IEnumerable<string> Names(Proposals found, HelpAs what) => found.Groups.Single(g => g.As == what).People.Select(p => p.Name);

    private static async Task<Proposals> Found(TestHouse house, NewChallenge challenge)
    {
        var row = await house.Again().BeginChallenge(challenge, house.Today, house.Clock, Stop);
        return await house.Services.GetRequiredService<ProposalQueries>().For(house.Again(), row, house.Today, Stop);
    }
}
