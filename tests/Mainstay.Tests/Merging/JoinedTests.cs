using System.Net;
using Mainstay.Introductions;
using Mainstay.Merging;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Merging;

/// <summary>What makes no sense twice, or between one and the same, when two people are brought together.</summary>
public class JoinedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_was_a_candidate_twice_is_one_with_the_further_stage_and_all_that_was_noted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"));
        var kept = await house.Again().AddCandidate(new() { PersonId = grace, Note = "Knows compilers.", Topic = "compilers" }, house.Today, house.Clock, Stop);
        var other = await house.Again().AddCandidate(new() { PersonId = twice, Note = "Met at the fair.", Role = "mentor" }, house.Today, house.Clock, Stop);
        var draft = await house.Again().BeginDraft(new() { CandidateId = other.Id, Template = "firstWord" }, house.Today, house.Clock, Stop);
        await house.Again().MoveCandidate(other.Id, new(Stage.Replied, new(2026, 4, 20)), house.Today, house.Clock, Stop);
        var before = await Candidates(house);

        var change = await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);
        var one = Assert.Single(await house.Again().AllCandidates(house.Today, Stop)).It;
        var drafted = (await house.Again().Drafts.SingleAsync(d => d.Id == draft.Id, Stop)).CandidateId;
        await house.TakeBack(change);

        Assert.Equal((kept.Id, Stage.Replied, new DateOnly(2026, 4, 20)), (one.Id, one.Stage, one.RepliedOn!.Value));
        Assert.Equal(("Knows compilers.\n\nMet at the fair.", "compilers", "mentor"), (one.Note, one.Topic, one.Role));
        Assert.Equal(kept.Id, drafted);
        Assert.Equal(before, await Candidates(house));
        Assert.Equal(other.Id, (await house.Again().Drafts.SingleAsync(d => d.Id == draft.Id, Stop)).CandidateId);
        Assert.Empty(await (await house.Bob()).AllCandidates(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task A_candidate_changed_since_stays_so_when_they_are_two_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"));
        var kept = await house.Again().AddCandidate(new() { PersonId = grace }, house.Today, house.Clock, Stop);
        var other = await house.Again().AddCandidate(new() { PersonId = twice, Note = "Met at the fair." }, house.Today, house.Clock, Stop);
        var change = await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);
        await house.Again().MoveCandidate(kept.Id, new(Stage.Met), house.Today, house.Clock, Stop);

        await house.TakeBack(change);

        var all = (await house.Again().AllCandidates(house.Today, Stop)).ToDictionary(c => c.It.Id, c => c.It);
        Assert.Equal((Stage.Met, "Met at the fair."), (all[kept.Id].Stage, all[kept.Id].Note));
        Assert.Equal((Stage.Noticed, "Met at the fair."), (all[other.Id].Stage, all[other.Id].Note));
    }

    [Theory, OnBoth]
    public async Task An_introduction_between_both_ends_and_says_why(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice, alan) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"), await house.Know("Alan Turing"));
        var between = await Write(house, new() { ConnectorId = grace, SecondId = twice, Purpose = "How she counts." }, sent: true);
        var onward = await Write(house, new() { ConnectorId = grace, SecondId = alan, TowardsId = twice, Purpose = "How he hires." });
        var before = await Still(house);

        var change = await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);
        var ended = await house.Again().IntroductionOf(between, Stop);
        var further = await house.Again().IntroductionOf(onward, Stop);
        await using var site = await TestSite.Open(house);
        var page = await site.Page($"/introductions/{between}");
        var typed = (await house.Type("introduce", "show", between.ToString())).Fine();
        await house.TakeBack(change);

        Assert.Equal((IntroductionStep.Nothing, true), (ended.It.StepOn(house.Today), ended.AreOne));
        Assert.All((string[])[IntroductionWords.State(ended, house.Today).InWords(), page, typed.Out], text => Assert.Contains("Both turned out to be one person.", text, StringComparison.Ordinal));
        Assert.Equal((grace, null, false), (further.It.ConnectorId!.Value, further.Towards, further.AreOne));
        Assert.Equal(before, await Still(house));
    }

    [Theory, OnBoth]
    public async Task Of_two_introductions_to_one_and_the_same_only_one_is_sent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice, alan, mary) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"), await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        var one = await Write(house, new() { ConnectorId = alan, SecondId = grace, Purpose = "How she counts." }, sent: true);
        var other = await Write(house, new() { ConnectorId = mary, SecondId = twice, Purpose = "How she counts." });
        var change = await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);

        var refused = await Assert.ThrowsAsync<UnderWayAlready>(() => house.Again().SendIntroduction(other, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<UnderWayAlready>(() => house.Again().PassOn(other, new(), house.Today, house.Clock, Stop));

        Assert.Null((await house.Again().IntroductionOf(other, Stop)).It.SentOn);
        Assert.Equal((one, 2), (refused.IntroductionId, (await house.Again().AllIntroductions(house.Today, Stop)).Count));
        await house.TakeBack(change);
        Assert.NotNull((await house.Again().SendIntroduction(other, house.Today, house.Clock, Stop)).SentOn);
    }

    [Theory, OnBoth]
    public async Task Nor_does_a_link_send_the_other_and_it_names_nobody(Engine engine)
    {
        const string told = "It cannot be answered at the moment, and you need do nothing.";
        await using var house = await TestHouse.Build(engine);
        var (grace, twice, alan, mary) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"), await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        await Write(house, new() { ConnectorId = alan, SecondId = grace, Purpose = "How she counts." }, sent: true);
        await Write(house, new() { FirstId = alan, SecondId = grace, Purpose = "Both count." }, sent: true);
        var other = await Write(house, new() { ConnectorId = mary, SecondId = twice, Purpose = "How she counts." });
        var mine = await Write(house, new() { FirstId = alan, SecondId = twice, Purpose = "Both count." });
        var (passing, meeting) = ("/answer/" + await house.Again().MakeIntroductionLink(other, LinkTo.Connector, house.Today, house.Clock, Stop), "/answer/" + await house.Again().MakeIntroductionLink(mine, LinkTo.First, house.Today, house.Clock, Stop));
        await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();

        foreach (var (path, answer) in new[] { (passing, "yes"), (meeting, "Yes") })
        {
            using var refused = await stranger.Send(path, new Dictionary<string, string> { ["answer"] = answer });
            var text = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains(told, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Hopper", text, StringComparison.Ordinal);
        }
        await Assert.ThrowsAsync<UnderWayAlready>(() => house.Again().SayConsent(mine, Mainstay.Introductions.Side.Second, new(Consent.Yes), house.Today, house.Clock, Stop));
        using var no = await stranger.Send(meeting, new Dictionary<string, string> { ["answer"] = "No" });

        var it = (await house.Again().IntroductionOf(other, Stop)).It;
        Assert.Equal((null, null), (it.SentOn, it.AcceptedOn));
        Assert.Equal(Consent.No, (await house.Again().IntroductionOf(mine, Stop)).It.FirstAnswer); // that is heard: nothing goes out by it
    }

    [Theory, OnBoth]
    public async Task When_one_of_two_introductions_opens_the_other_is_let_be_until_they_are_two_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice, alan, mary) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"), await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        var one = await Write(house, new() { ConnectorId = alan, SecondId = grace, Purpose = "How she counts." }, sent: true);
        var other = await Write(house, new() { ConnectorId = mary, SecondId = twice, Purpose = "How she counts." }, sent: true);
        var change = await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);
        Assert.Equal([IntroductionStep.WaitForConnector, IntroductionStep.WaitForConnector], (await house.Again().AllIntroductions(house.Today, Stop)).Select(l => l.It.StepOn(house.Today)));

        await house.Again().PassOn(one, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(one, Mainstay.Introductions.Side.Second, new(Consent.Yes), house.Today, house.Clock, Stop);

        Assert.Equal(house.Today, (await house.Again().IntroductionOf(other, Stop)).It.ClosedOn);
        await Assert.ThrowsAsync<Conflict>(() => house.Again().PassOn(other, new(), house.Today, house.Clock, Stop));
        await house.TakeBack(change);
        var open = (await house.Again().IntroductionOf(other, Stop)).It;
        Assert.Equal((null, twice, IntroductionStep.WaitForConnector), (open.ClosedOn, open.SecondId, open.StepOn(house.Today)));
        Assert.NotNull((await house.Again().PassOn(other, new(), house.Today, house.Clock, Stop)).AcceptedOn);
    }

    [Theory, OnBoth]
    public async Task What_had_ended_before_or_was_between_the_same_two_anyway_stays_so_when_they_are_two_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice, alan, mary) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"), await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        var past = await Write(house, new() { ConnectorId = mary, SecondId = twice, Purpose = "How she counts." }, sent: true);
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.ConnectorsDays + 1));
        await house.Again().CloseIntroduction(past, house.Today, house.Clock, Stop);
        var silent = await Write(house, new() { ConnectorId = mary, SecondId = grace, Purpose = "How she counts." }, sent: true);
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.ConnectorsDays + 1));
        var ended = (await house.Again().IntroductionOf(past, Stop)).It.ClosedOn;
        var change = await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);
        var one = await Write(house, new() { ConnectorId = alan, SecondId = grace, Purpose = "How she counts." });

        await house.Again().PassOn(one, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(one, Mainstay.Introductions.Side.Second, new(Consent.Yes), house.Today, house.Clock, Stop);
        await house.TakeBack(change);

        Assert.Equal(ended, (await house.Again().IntroductionOf(past, Stop)).It.ClosedOn);
        Assert.Equal(house.Today, (await house.Again().IntroductionOf(silent, Stop)).It.ClosedOn);
    }

    [Theory, OnBoth]
    public async Task A_relation_written_anew_since_goes_back_to_whose_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"));
        var alan = await house.Know("Alan Turing", p => p with { Relations = [new("friend", "Grace Hopper", grace), new("manager", "G. Hopper", twice)] });
        var change = await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);
        var details = await house.Again().DetailsOf(alan, Stop);
        await house.Again().ChangePerson(alan, details with { Relations = [.. details.Relations.Reverse()], Notes = "Counts on her." }, house.Clock, Stop);

        await house.TakeBack(change);

        Assert.All(details.Relations, r => Assert.Equal(grace, r.OtherId));
        Assert.Equal([("friend", grace), ("manager", twice)], (await house.Again().DetailsOf(alan, Stop)).Relations.Select(r => (r.Kind, r.OtherId!.Value)).Order());
    }

    [Theory, OnBoth]
    public async Task A_relation_that_was_theirs_before_stays_when_the_other_is_gone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = (await house.Know("Grace Hopper"), await house.Know("G. Hopper"));
        var alan = await house.Know("Alan Turing", p => p with { Relations = [new("friend", "Grace Hopper", grace), new("friend", "G. Hopper", twice)] });
        var change = await house.Again().MergePeople(new(grace, twice, []), house.Today, house.Clock, Stop);
        var details = await house.Again().DetailsOf(alan, Stop);
        await house.Again().ChangePerson(alan, details with { Relations = [new("manager", "Mary Jackson", null), .. details.Relations.Where(r => r.Name == "Grace Hopper")] }, house.Clock, Stop);

        await house.TakeBack(change);

        Assert.Equal(grace, (await house.Again().DetailsOf(alan, Stop)).Relations.Single(r => r.Kind == "friend").OtherId);
    }

    private static async Task<Guid> Write(TestHouse house, NewIntroduction it, bool sent = false)
    {
        var made = await house.Again().AddIntroduction(it, house.Today, house.Clock, Stop);
        if (sent) await house.Again().SendIntroduction(made.Id, house.Today, house.Clock, Stop);
        return made.Id;
    }

    private static async Task<string[]> Candidates(TestHouse house) =>
        [.. (await house.Again().Candidates.AsNoTracking().OrderBy(c => c.Id).ToListAsync(Stop)).Select(c => System.Text.Json.JsonSerializer.Serialize(c, Json.OneLine))];

    private static async Task<string[]> Still(TestHouse house) =>
        [.. (await house.Again().Introductions.AsNoTracking().OrderBy(i => i.Id).ToListAsync(Stop)).Select(i => System.Text.Json.JsonSerializer.Serialize(i, Json.OneLine))];
}
