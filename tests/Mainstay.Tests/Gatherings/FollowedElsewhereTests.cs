using System.Net;
using Mainstay.Capture;
using Mainstay.Gatherings;
using Mainstay.Introductions;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Gatherings;

/// <summary>Whom the owner met and wrote to, called or met again, wherever they noted it; and candidates who are met.</summary>
public class FollowedElsewhereTests
{
    private static readonly DateOnly Thursday = new(2026, 5, 7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_was_written_elsewhere_is_not_asked_for_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, Thursday);
        var (grace, met) = await Met(house, "Grace Hopper");
        await house.Again().SetTriage(met.Id, Triage.FollowUp, Stop);
        house.Clock.MoveTo(new(2026, 5, 11));
        var before = await Cards(house);
        await Touch(house, grace, TouchKind.Mail, Direction.Out);
        var (after, line) = (await Cards(house), await house.Again().EncounterOf(met.Id, Stop));
        house.Clock.MoveTo(new(2026, 5, 14)); // their answer, and another word of the same week
        await Touch(house, grace, TouchKind.Mail, Direction.In);
        await Touch(house, grace, TouchKind.Mail, Direction.Out);
        house.Clock.MoveTo(new(2026, 6, 10));
        var month = await Cards(house);
        await Touch(house, grace, TouchKind.Call, Direction.Both);
        var second = await house.Again().EncounterOf(met.Id, Stop);

        Assert.Equal(["Write to Grace Hopper, whom you met at Open day."], before);
        Assert.Empty(after);
        Assert.Equal(new DateOnly(2026, 5, 11), line.Encounter.WroteOn);
        Assert.Equal(["A second word to Grace Hopper, a month after Open day."], month);
        Assert.Empty(await Cards(house));
        Assert.Equal(house.Today, second.Encounter.SecondOn);
    }

    [Theory, OnBoth]
    public async Task The_meeting_itself_what_came_from_them_and_what_was_before_do_not_count(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, Thursday);
        var grace = await house.Know("Grace Hopper");
        await Touch(house, grace, TouchKind.Mail, Direction.Out); // "see you there"
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        var (_, met) = await Met(house, "Grace Hopper", grace);
        await Touch(house, grace, TouchKind.Meeting, Direction.Both); // the same meeting, noted once more
        await house.Again().SetTriage(met.Id, Triage.FollowUp, Stop);
        house.Clock.MoveTo(new(2026, 5, 11));
        await Touch(house, grace, TouchKind.Message, Direction.In);

        Assert.Equal(["Write to Grace Hopper, whom you met at Open day."], await Cards(house));
    }

    [Theory, OnBoth]
    public async Task Saying_it_here_after_writing_elsewhere_is_the_second_word(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, Thursday);
        var (grace, met) = await Met(house, "Grace Hopper");
        house.Clock.MoveTo(new(2026, 5, 8));
        await Touch(house, grace, TouchKind.Call, Direction.Out);
        house.Clock.MoveTo(new(2026, 6, 8));
        await FollowUpActions.SayWrote(house.Again(), met.Id, house.Today, house.Clock, Stop);

        var kept = await house.Again().Encounters.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((new DateOnly(2026, 5, 8), new DateOnly(2026, 6, 8)), (kept.WroteOn, kept.SecondOn));
    }

    [Theory, OnBoth]
    public async Task Whoever_was_to_be_introduced_and_is_leaves_today(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, Thursday);
        var (bo, met) = await Met(house, "Bo Li");
        var ana = await house.Know("Ana Silva");
        await house.Again().SetTriage(met.Id, Triage.Introduce, Stop);
        house.Clock.MoveTo(new(2026, 5, 11));
        var before = await Cards(house);
        await house.Again().AddIntroduction(new() { FirstId = ana, SecondId = bo, Purpose = "Both build clinics" }, house.Today, house.Clock, Stop);

        Assert.Equal(["Introduce Bo Li, whom you met at Open day."], before);
        Assert.Empty(await Cards(house));
    }

    [Theory, OnBoth]
    public async Task A_candidate_who_is_met_is_nobody_new(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, Thursday);
        foreach (var name in (string[])["Dana Wu", "Cy Young", "Eve Adams"]) await house.Again().AddCandidate(new() { Name = name, Mail = $"{name.Split(' ')[0]}@example.org".ToLowerInvariant() }, house.Today, house.Clock, Stop);
        var known = await house.Know("Eve A. Adams", p => p with { Emails = [new("EVE@example.org")] });

        var (dana, met) = await Met(house, "Dana Wu");
        await house.Type("capture", "coffee with Cy Young yesterday");
        var eve = await house.Again().FindCandidate("Eve Adams", house.Today, Stop);
        await house.Again().MoveCandidate(eve.It.Id, new(Stage.Met), house.Today, house.Clock, Stop);
        var all = (await house.Again().AllCandidates(house.Today, Stop)).ToDictionary(c => c.It.Name, c => c.It);

        Assert.Equal((dana, Stage.Met, Thursday), (all["Dana Wu"].PersonId, all["Dana Wu"].Stage, all["Dana Wu"].MetOn));
        Assert.False(met.IsNew);
        Assert.Equal(["Cy Young", "Dana Wu", "Eve A. Adams"], await house.Again().People.Select(p => p.Name).OrderBy(n => n).ToListAsync(Stop));
        Assert.NotNull(all["Cy Young"].PersonId);
        Assert.Equal(known, all["Eve A. Adams"].PersonId);
        Assert.Contains("dana@example.org", (await house.Type("person", "Dana Wu", "--json")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Two_days_to_write_count_from_when_it_was_jotted_down(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 5, 6));
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 5, 5) }, house.Clock, Stop);
        await house.Again().Jot(new() { Id = Guid.CreateVersion7(), At = new DateTimeOffset(2026, 5, 5, 10, 0, 0, TimeSpan.Zero), GatheringId = at.Id, Who = "Dana Wu" }, house.Today, house.Clock, Stop);

        Assert.Equal(new DateOnly(2026, 5, 7), (await house.Again().EncountersOf(Stop)).Single().Encounter.WriteBy);
    }

    [Theory, OnBoth]
    public async Task The_message_after_a_gathering_is_kept_as_it_was_changed_and_counts_when_it_is_sent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, Thursday);
        var (_, met) = await Met(house, "Grace Hopper");
        await using var site = await TestSite.Open(house);
        var at = $"/encounters/{met.Id}";

        using var none = await site.Post(at, at + "/message", ("text", " "));
        using var kept = await site.Post(at, at + "/message", ("text", "Dear Grace, in my own words."));
        var draft = kept.Headers.Location!.ToString();
        var form = TestSite.Form(await site.Page(draft), draft + "/text");
        (form["subject"], form["text"]) = ("From Open day", "Dear Grace, changed once more.");
        using var sent = await site.Send(draft + "/sent", form);
        await using var bob = await site.As(await house.BobsAccount());
        using var his = await bob.Browser.GetAsync(at, Stop);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (none.StatusCode, kept.StatusCode, sent.StatusCode, his.StatusCode));
        Assert.Contains("Dear Grace, changed once more.", await site.Page(draft), StringComparison.Ordinal);
        Assert.Equal(Thursday, (await house.Again().EncounterOf(met.Id, Stop)).Encounter.WroteOn);
    }

    [Theory, OnBoth]
    public async Task A_like_of_a_candidate_does_not_ask_how_far_it_has_come(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, Thursday);
        var grace = await house.Know("Grace Hopper");
        var candidate = (await house.Store.AddCandidate(new() { PersonId = grace }, house.Today, house.Clock, Stop)).Id;
        house.Clock.MoveTo(new(2026, 5, 11));
        await Touch(house, grace, TouchKind.Reaction, Direction.In);
        var liked = await house.Again().CandidateOf(candidate, Stop);
        await Touch(house, grace, TouchKind.Call, Direction.Both);
        house.Clock.MoveTo(new(2026, 5, 14));
        await Touch(house, grace, TouchKind.Reaction, Direction.In);
        var called = await house.Again().CandidateOf(candidate, Stop);

        Assert.Null(liked.TouchedSince);
        Assert.Equal(new DateOnly(2026, 5, 11), called.TouchedSince);
    }

    private static async Task<(Guid Person, Encounter Met)> Met(TestHouse house, string name, Guid? person = null)
    {
        var at = await house.Again().AddGathering(new() { Name = "Open day", On = house.Today }, house.Clock, Stop);
        var met = await house.Again().Meet(new() { GatheringId = at.Id, Name = name, PersonId = person }, house.Today, house.Clock, Stop);
        return (met.PersonId, met);
    }

    private static Task<Touch> Touch(TestHouse house, Guid person, TouchKind kind, Direction direction) => house.Again().Record(new() { People = [person], On = house.Today, Kind = kind, Direction = direction }, house.Today, house.Clock, Stop);

    private static async Task<IReadOnlyList<string>> Cards(TestHouse house) => [.. (await new EncounterCard().Worth(house.Again(), house.Today, Stop)).Select(c => c.Sentence.InWords())];
}
