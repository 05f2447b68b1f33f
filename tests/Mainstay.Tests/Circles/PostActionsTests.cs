using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Circles;

/// <summary>What is asked, offered and answered, and who sees it.</summary>
public class PostActionsTests
{
    private static readonly DateOnly May1 = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Asks_and_offers_find_each_other_and_who_can_help(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org", profile: new() { Name = "Grace Hopper", Helps = "Pricing, Compilers" });
        var alan = await ring.Join("Alan Turing", "alan@example.org");
        var offer = await ring.Store.PostInCircle(alan.Id, new() { Kind = PostKind.Offer, Title = "An hour on prices", Topics = "pricing" }, May1, house.Clock, Stop);
        var ask = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "How to price it", Topics = "PRICING; law" }, May1, house.Clock, Stop);
        var (ada, graces) = (await ring.Seat(ring.Ada), await ring.Seat(grace));

        Assert.Equal(offer.Id, Assert.Single(await ring.Store.MatchesOf(ada, ask, PostKind.Offer, May1, 5, Stop)).Post.Id);
        Assert.Equal(ask.Id, Assert.Single(await ring.Store.MatchesOf(await ring.Seat(alan), offer, PostKind.Ask, May1, 5, Stop)).Post.Id);
        var fits = Assert.Single(await ring.Store.WhoFits(ada, ask, 5, Stop));
        Assert.Equal(("Grace Hopper", "PRICING"), (fits.Member.Name, string.Join(",", fits.Topics)));
        Assert.Equal(ask.Id, Assert.Single(await ring.Store.AsksForMe(graces, May1, 5, Stop)).Post.Id);
        Assert.Empty(await ring.Store.AsksForMe(graces, May1.AddDays(15), 5, Stop)); // it ran out after two weeks
    }

    [Theory, OnBoth]
    public async Task Who_keeps_apart_sees_nothing_of_the_other_and_neither_can_answer(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org", profile: new() { Name = "Grace Hopper", Helps = "pricing" }), await ring.Join("Alan Turing", "alan@example.org"));
        var alans = await ring.Store.PostInCircle(alan.Id, new() { Title = "Prices", Topics = "pricing" }, May1, house.Clock, Stop);
        var adas = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "Law" }, May1, house.Clock, Stop);
        await ring.Store.ReplyToPost(alan.Id, adas.Id, new() { Kind = ReplyKind.ICan, Text = "I can." }, May1, house.Clock, Stop);

        await ring.Store.Block(grace.Id, alan.Id, Stop);
        await ring.Store.Block(grace.Id, alan.Id, Stop); // twice is once
        var (graces, alansSeat) = (await ring.Seat(grace), await ring.Seat(alan));

        Assert.Equal(["Law"], (await ring.Store.PostsHere(graces, new(), May1, 9, Stop)).Select(l => l.Post.Title));
        Assert.Empty(await ring.Store.RepliesTo(graces, adas.Id, Stop));
        Assert.Empty(await ring.Store.AsksForMe(graces, May1, 9, Stop));
        Assert.Empty(await ring.Store.WhoFits(alansSeat, alans, 9, Stop));
        Assert.DoesNotContain((await ring.Store.MembersHere(alansSeat, null, null, 9, Stop)).Select(m => m.Member.Id), id => id == grace.Id);
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.MemberShown(alansSeat, grace.Id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.ReplyToPost(grace.Id, alans.Id, new() { Text = "Hello." }, May1, house.Clock, Stop));
        await ring.Store.Unblock(grace.Id, alan.Id, Stop);
        Assert.Equal(2, (await ring.Store.PostsHere(graces, new(), May1, 9, Stop)).Count);
    }

    [Theory, OnBoth]
    public async Task What_is_asked_in_a_hard_time_is_not_for_employers_nor_for_any_search(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var boss = await ring.Join("Alan Turing", "alan@example.org", SpaceRole.Host);
        await ring.Store.SayForEmployer(ring.Ada.Id, boss.Id, true, house.Clock, Stop);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        var ask = await ring.Store.PostInCircle(grace.Id, new() { Title = "I cannot go on like this", Topics = "burnout", IsForHardTimes = true }, May1, house.Clock, Stop);
        var (bosses, adas) = (await ring.Seat(boss), await ring.Seat(ring.Ada));

        Assert.Empty(await ring.Store.PostsHere(bosses, new() { IsAll = true }, May1, 9, Stop));
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.PostShown(bosses, ask.Id, Stop));
        Assert.Single(await ring.Store.PostsHere(adas, new(), May1, 9, Stop));
        Assert.Empty(await ring.Store.PostsHere(adas, new() { About = "burnout" }, May1, 9, Stop));
        var unsaid = await Assert.ThrowsAsync<Mistaken>(() => ring.Store.ChangeProfile(boss.Id, new() { Name = "Alan Turing", IsForEmployer = false }, house.Clock, Stop));
        Assert.NotNull(unsaid.Problems.Of("isForEmployer"));
    }

    [Theory, OnBoth]
    public async Task What_was_asked_in_a_hard_time_is_deleted_when_it_is_closed_has_run_out_or_its_author_leaves(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        async Task<Post> Ask(Mainstay.Accounts.Account who) => await ring.Store.PostInCircle(who.Id, new() { Title = "I cannot go on like this", Until = May1.AddDays(3), IsForHardTimes = true }, May1, house.Clock, Stop);
        var (closed, left, over) = (await Ask(ring.Ada), await Ask(grace), await Ask(alan));
        await ring.Store.ReplyToPost(grace.Id, closed.Id, new() { Kind = ReplyKind.ICan, Text = "I am here." }, May1, house.Clock, Stop);

        var endless = await Assert.ThrowsAsync<Mistaken>(() => ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "For ever", IsStanding = true, IsForHardTimes = true }, May1, house.Clock, Stop));
        await ring.Store.ClosePost(ring.Ada.Id, closed.Id, true, May1, Stop);
        await ring.Store.LeaveCircle(grace.Id, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Equal([over.Id], await ring.Store.Posts.Select(p => p.Id).ToListAsync(Stop));
        var store = ring.Store;
        var owner = Mainstay.Accounts.Owner.Of(await store.SpaceHere(Stop));
        var next = await new HardTimesJob().Run(new(house.Services, store, owner, house.Clock), Stop);

        Assert.NotNull(endless.Problems.Of("isStanding"));
        Assert.False(await ring.Store.Posts.AnyAsync(Stop));
        Assert.False(await ring.Store.Replies.AnyAsync(Stop));
        Assert.Null(next);
        Assert.NotEqual(left.Id, closed.Id);
    }

    [Theory, OnBoth]
    public async Task A_host_for_an_employer_sees_no_report_of_hard_times_and_does_not_take_that_back_themselves(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var (boss, grace) = (await ring.Join("Alan Turing", "alan@example.org", SpaceRole.Host), await ring.Join("Grace Hopper", "grace@example.org"));
        var ask = await ring.Store.PostInCircle(grace.Id, new() { Title = "I cannot go on like this", IsForHardTimes = true }, May1, house.Clock, Stop);
        var report = await ring.Store.Report(ring.Ada.Id, new(PostId: ask.Id), "Worrying.", house.Clock, Stop);
        await ring.Store.SayForEmployer(ring.Ada.Id, boss.Id, true, house.Clock, Stop);

        Assert.Empty(await ring.Store.ReportsHere(await ring.Seat(boss), Stop));
        Assert.Single(await ring.Store.ReportsHere(await ring.Seat(ring.Ada), Stop));
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.HandleReport(boss.Id, report.Id, ReportState.LeftAsItIs, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.HidePost(boss.Id, ask.Id, true, house.Clock, Stop));
        Assert.Equal(403, (await Assert.ThrowsAnyAsync<Refusal>(() => ring.Store.SayForEmployer(boss.Id, boss.Id, false, house.Clock, Stop))).Status);
    }

    [Theory, OnBoth]
    public async Task Who_keeps_apart_from_a_host_is_still_held_to_the_charter_and_Today_names_nobody_one_keeps_apart_from(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var alan = await ring.Join("Alan Turing", "alan@example.org");
        var course = await ring.Store.PostInCircle(alan.Id, new() { Kind = PostKind.Offer, Title = "Buy my course" }, May1, house.Clock, Stop);
        var adas = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "Prices" }, May1, house.Clock, Stop);
        await ring.Store.ReplyToPost(alan.Id, adas.Id, new() { Text = "Buy my course." }, May1, house.Clock, Stop);
        await ring.Store.Block(alan.Id, ring.Ada.Id, Stop);
        var ada = await ring.Seat(ring.Ada);

        Assert.Equal(course.Id, (await ring.Store.PostShown(ada, course.Id, Stop)).Post.Id);
        Assert.Equal(alan.Id, (await ring.Store.MemberShown(ada, alan.Id, Stop)).Member.Id);
        Assert.Empty(await new CircleCard().Worth(house.Scope(house.Ada.SpaceId), May1, Stop));
        await ring.Store.TakeOutOfCircle(ring.Ada.Id, alan.Id, house.Clock, Stop);
    }

    [Theory, OnBoth]
    public async Task An_id_of_anothers_post_or_of_a_time_to_come_is_not_taken(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        var adas = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "Prices" }, May1, house.Clock, Stop);
        var top = Guid.Parse("ffffffff-ffff-7fff-bfff-ffffffffffff");

        var stolen = await ring.Store.PostInCircle(grace.Id, new() { Id = adas.Id, Title = "Mine" }, May1, house.Clock, Stop);
        var pinned = await ring.Store.PostInCircle(grace.Id, new() { Id = top, Title = "On top" }, May1, house.Clock, Stop);

        Assert.NotEqual(adas.Id, stolen.Id);
        Assert.NotEqual(top, pinned.Id);
        Assert.Equal(3, await ring.Store.Posts.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Nobody_floods_the_circle_and_nobody_carries_too_much(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org", profile: new() { Name = "Grace Hopper", ClaimsADay = 1 });
        for (var n = 0; n < Circle.UsualAsksADay; n++) await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = $"Ask {n}" }, May1, house.Clock, Stop);
        var asks = await ring.Store.Posts.Select(p => p.Id).ToListAsync(Stop);

        var flood = await Assert.ThrowsAsync<CannotBeDone>(() => ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "One more" }, May1, house.Clock, Stop));
        await ring.Store.ReplyToPost(grace.Id, asks[0], new() { Kind = ReplyKind.ICan, Text = "I can." }, May1, house.Clock, Stop);
        var enough = await Assert.ThrowsAsync<CannotBeDone>(() => ring.Store.ReplyToPost(grace.Id, asks[1], new() { Kind = ReplyKind.IKnowSomeone, Text = "Alan." }, May1, house.Clock, Stop));
        await ring.Store.ReplyToPost(grace.Id, asks[1], new() { Kind = ReplyKind.TellMeMore, Text = "How many?" }, May1, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromHours(25));
        await ring.Store.ReplyToPost(grace.Id, asks[1], new() { Kind = ReplyKind.IKnowSomeone, Text = "Alan." }, May1.AddDays(1), house.Clock, Stop);

        Assert.Equal(("Circles.AsksEnough", "Circles.ClaimsEnough"), (flood.Reason.Key, enough.Reason.Key));
    }

    [Theory, OnBoth]
    public async Task It_is_known_how_fast_somebody_answers_once_they_were_waited_for_three_times(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        var ask = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "Prices", IsStanding = true }, May1, house.Clock, Stop);
        for (var hours = 1; hours <= 3; hours++)
        {
            house.Clock.Pass(TimeSpan.FromMinutes(1));
            Assert.Null(await ring.Store.ReplyTimeOf(ring.Ada.Id, Stop));
            await ring.Store.ReplyToPost(grace.Id, ask.Id, new() { Kind = ReplyKind.TellMeMore, Text = "?" }, May1, house.Clock, Stop);
            house.Clock.Pass(TimeSpan.FromHours(hours));
            await ring.Store.ReplyToPost(ring.Ada.Id, ask.Id, new() { Text = "!" }, May1, house.Clock, Stop);
            await ring.Store.ReplyToPost(ring.Ada.Id, ask.Id, new() { Text = "Nobody waited for this." }, May1, house.Clock, Stop);
        }

        Assert.Equal(new ReplyTime(120, 3), await ring.Store.ReplyTimeOf(ring.Ada.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task Today_says_who_answered_what_ends_and_what_one_could_help_with(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await ring.Store.ChangeProfile(ring.Ada.Id, new() { Name = "Ada", Helps = "law" }, house.Clock, Stop);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        var mine = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "Prices", Until = May1.AddDays(7) }, May1, house.Clock, Stop);
        var hard = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "I am so tired", IsForHardTimes = true }, May1, house.Clock, Stop);
        await ring.Store.PostInCircle(grace.Id, new() { Title = "A contract", Topics = "Law" }, May1, house.Clock, Stop);
        await ring.Store.ReplyToPost(grace.Id, hard.Id, new() { Text = "I am here." }, May1, house.Clock, Stop);

        var cards = await new CircleCard().Worth(house.Scope(house.Ada.SpaceId), May1, Stop);
        var bobs = await new CircleCard().Worth(await house.Bob(), May1, Stop);

        Assert.Equal(["Something waits for you in First founders", "What you posted in First founders ends soon: Prices", "Grace Hopper asks in First founders: A contract"], cards.Select(c => c.Sentence.InWords()));
        Assert.Equal(mine.Id, cards[1].Subject);
        Assert.Empty(bobs);
    }
}
