using System.Net;
using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Jobs;
using Mainstay.Rounds;
using Mainstay.Tests.Api;
using Mainstay.Tests.Circles;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rounds;

/// <summary>A round from the web: announced, signed up for, drafted, published and answered; and nothing of it seen from outside.</summary>
public class RoundPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_round_is_announced_drafted_published_and_answered(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org", profile: new() { Name = "Grace Hopper", Seeks = "pricing" }), await ring.Join("Alan Turing", "alan@example.org", profile: new() { Name = "Alan Turing", Helps = "pricing", Capacity = 2 }));
        await using var graces = await site.As(grace);
        await using var alans = await site.As(alan);
        await using var bob = await site.As(await house.BobsAccount());

        using var announced = await site.Post(ring.Href + "/rounds/new", ring.Href + "/rounds", ("kind", "Mentoring"), ("title", "Summer"), ("signUpUntil", "2026-05-15"), ("offerDays", "3"));
        var round = At(announced);
        var asked = await graces.Page(round + "/sign-up");
        (await graces.Post(round + "/sign-up", round + "/sign-up", ("side", "Mentee"), ("wants", "pricing"))).Dispose();
        using var half = await alans.Post(round + "/sign-up", round + "/sign-up", ("offers", "pricing"));
        (await alans.Post(round + "/sign-up", round + "/sign-up", ("side", "Mentor"), ("offers", "pricing"), ("places", "2"), ("avoid", ring.Ada.Id.ToString()))).Dispose();
        var (forHosts, hers, his) = (await site.Page(round), await graces.Page(round), await alans.Page(round + "/sign-up"));
        (await site.Post(round + "/draft", round + "/draft", ("mode", "Assign"), ("aim", "Everyone"), ("criterion", "wants"), ("weight", "70"))).Dispose();
        var draft = await site.Page(round + "/draft");
        using var membersDraft = await graces.Browser.GetAsync(round + "/draft", Stop);
        (await site.Post(round + "/draft", round + "/publish")).Dispose();
        var (waits, offer) = (await graces.Page(round), await alans.Page(round));
        var pair = await ring.Store.RoundPairs.Select(p => p.Id).SingleAsync(Stop);
        (await alans.Post(round, $"{round}/pairs/{pair}/answer", ("accept", "yes"))).Dispose();
        var together = await graces.Page(round);
        (await graces.Post(round, $"{round}/pairs/{pair}/fit", ("fit", "Deciding"))).Dispose();
        var (afterHers, afterHis) = (await graces.Page(round), await alans.Page(round));

        Assert.Contains(">pricing</textarea>", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        Assert.Contains("can help with: pricing", forHosts, StringComparison.Ordinal);
        Assert.DoesNotContain("Alan", hers, StringComparison.Ordinal);
        Assert.Contains($"value=\"{ring.Ada.Id}\" checked", his, StringComparison.Ordinal);
        Assert.DoesNotContain(ring.Ada.Id.ToString(), forHosts + draft, StringComparison.Ordinal); // whom he avoids nobody else sees
        Assert.Contains("value=\"70\"", draft, StringComparison.Ordinal);
        Assert.Contains("Publish and send 1 offer", draft, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, membersDraft.StatusCode);
        Assert.Contains("Somebody is being asked for you", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("Alan", waits, StringComparison.Ordinal);
        Assert.Contains("Would you take on Grace Hopper?", offer, StringComparison.Ordinal);
        Assert.Contains("Your mentor: Alan Turing", together, StringComparison.Ordinal);
        Assert.Contains("aria-pressed=\"true\"", afterHers, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-pressed=\"true\"", afterHis, StringComparison.Ordinal);
        foreach (var path in new[] { ring.Href + "/rounds", round, round + "/sign-up", round + "/draft" })
        {
            using var answer = await bob.Browser.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory, OnBoth]
    public async Task What_a_form_of_sign_up_does_not_ask_stays_as_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var (ring, round) = await Table.Of(house);
        var (grace, alan, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        var coffee = (await ring.Store.AnnounceRound(ring.Ada.Id, new() { Kind = RoundKind.Coffee, Title = "Coffee" }, house.Today, house.Clock, Stop)).Id;
        await using var alans = await site.As(alan);
        await ring.Store.SignUp(alan.Id, round, new() { Side = RoundSide.Mentor, Avoid = [grace.Id, ring.Ada.Id], Prefers = [katherine.Id] }, house.Today, house.Clock, Stop);
        await ring.Store.SignUp(alan.Id, coffee, new() { Wants = "pricing", Offers = "law", Times = "mornings", Prefers = [katherine.Id] }, house.Today, house.Clock, Stop);
        await ring.Store.Block(alan.Id, grace.Id, Stop);
        await ring.Store.Block(katherine.Id, alan.Id, Stop);

        var asked = await alans.Page($"{ring.Href}/rounds/{round}/sign-up");
        (await alans.Post($"{ring.Href}/rounds/{round}/sign-up", $"{ring.Href}/rounds/{round}/sign-up", ("side", "Mentor"), ("places", "3"))).Dispose();
        (await alans.Post($"{ring.Href}/rounds/{coffee}/sign-up", $"{ring.Href}/rounds/{coffee}/sign-up", ("note", "Tea is fine"))).Dispose();

        Assert.DoesNotContain("Grace Hopper", asked, StringComparison.Ordinal);
        var mentor = (await ring.Store.SignUpOf(round, alan.Id, Stop))!;
        Assert.Equal((3, grace.Id, katherine.Id), (mentor.Places, Assert.Single(mentor.Avoided), Assert.Single(mentor.Preferred)));
        var drinker = (await ring.Store.SignUpOf(coffee, alan.Id, Stop))!;
        Assert.Equal(("Tea is fine", "pricing", "law", "mornings", katherine.Id), (drinker.Note, drinker.Wants, drinker.Offers, drinker.Times, Assert.Single(drinker.Preferred)));
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_with_a_draft_stands_beside_its_button_and_another_draft_is_not_published(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var (ring, id) = await Table.Of(house);
        var round = $"{ring.Href}/rounds/{id}";
        var (grace, katherine) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Katherine Johnson", "katherine@example.org"));
        await ring.Looks(house, id, grace, "pricing");
        await ring.Looks(house, id, katherine, "pricing");
        await ring.Takes(house, id, ring.Ada, "pricing", 2);
        foreach (var mentee in new[] { grace, katherine }) await ring.Store.PinPair(ring.Ada.Id, id, mentee.Id, ring.Ada.Id, false, Stop);
        (await site.Post(round + "/draft", round + "/draft")).Dispose();
        var seen = TestSite.Form(await site.Page(round + "/draft"), round + "/publish");
        (await site.Post(round + "/draft", round + "/draft", ("mode", "Stable"))).Dispose();
        using var other = await site.Send(round + "/publish", seen);
        await ring.Takes(house, id, ring.Ada, "pricing", 1);
        using var full = await site.Post(round + "/draft", round + "/draft");

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(0, await ring.Store.RoundPairs.CountAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, full.StatusCode);
        Assert.Contains("More are pinned to Ada", await full.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_may_only_read_answers_says_how_it_went_and_pauses(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var (ring, id) = await Table.Of(house);
        var round = $"{ring.Href}/rounds/{id}";
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await ring.Looks(house, id, grace, "pricing");
        await ring.Takes(house, id, alan, "pricing", 1);
        await ring.Publish(house, id);
        await ring.Store.ChangeMemberRole(ring.Ada.Id, alan.Id, SpaceRole.Guest, house.Clock, Stop);
        await using var alans = await site.As(alan);
        var pair = await ring.Store.RoundPairs.Select(p => p.Id).SingleAsync(Stop);

        (await alans.Post(round, $"{round}/pairs/{pair}/answer", ("accept", "yes"))).Dispose();
        (await alans.Post(round, $"{round}/pairs/{pair}/met")).Dispose();
        (await alans.Post(round, $"{round}/pairs/{pair}/fit", ("fit", "Good"))).Dispose();
        (await alans.Post(round, round + "/pause")).Dispose();

        var said = await ring.Store.RoundPairs.SingleAsync(Stop);
        Assert.Equal((PairState.Accepted, PairFit.Good), (said.State, said.MentorFit));
        Assert.True((await ring.Store.SignUpOf(id, alan.Id, Stop))!.IsPaused);
        Assert.DoesNotContain(round + "/sign-up", await alans.Page(round), StringComparison.Ordinal); // to sign up is a member's
    }

    [Theory, OnBoth]
    public async Task Who_only_looks_changes_no_coffee_partners(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house, RoundKind.Coffee);
        await ring.Come(house, round, 4);
        await ring.Publish(house, round);
        house.Clock.Pass(TimeSpan.FromDays(14));
        await ring.Store.Alarms.ExecuteDeleteAsync(Stop); // so that no job runs
        await using var site = await TestSite.Open(house);

        await site.Page($"{ring.Href}/rounds");
        await site.Page($"{ring.Href}/rounds/{round}");
        (await site.Ask($"/api/circles/{ring.Id}/rounds/{round}/part")).Fine();
        (await house.Type("rounds", "show", "Summer")).Fine();

        Assert.Equal(1, await ring.Store.RoundGroups.MaxAsync(g => g.Turn, Stop));
        await ring.Store.ChangeCoffee(house.Today, Stop); // as the job does
        Assert.Equal(2, await ring.Store.RoundGroups.MaxAsync(g => g.Turn, Stop));
    }

    private static string At(HttpResponseMessage answer) => answer.Headers.Location!.ToString().Split('?')[0];
}
