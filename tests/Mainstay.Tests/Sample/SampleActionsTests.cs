using Mainstay.Accountability;
using Mainstay.Challenges;
using Mainstay.Feedback;
using Mainstay.Giving;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Pulse;
using Mainstay.Sample;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Sample;

public class SampleActionsTests
{
    [Theory, OnBoth]
    public async Task Fills_a_network_of_sixty_people_that_has_something_to_say_today(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.FillWithSample(house.Today, house.Clock, Stop);

        Assert.Equal(60, await house.Again().People.CountAsync(Stop));
        var kinds = (await house.Type("today", "--json")).Fine().Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("kind").GetString()).ToList();
        Assert.Contains("due", kinds);
        Assert.Contains("birthday", kinds);
        Assert.Contains("task", kinds);
    }

    [Theory, OnBoth]
    public async Task Shows_what_was_learned_promised_asked_about_and_given_without_filling_Today_with_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.FillWithSample(house.Today, house.Clock, Stop);
        var store = house.Again();

        Assert.Equal("A pilot needs a day on which it ends, before it begins.", Assert.Single(await store.LearningsDue(house.Today, Stop)).It.Text);
        Assert.Equal(3, await store.Learnings.CountAsync(Stop));
        var promised = Assert.Single(await store.AllCommitments(house.Today, Stop));
        Assert.Equal((true, "Tomasz Wiśniewski", 2), (promised.Course.IsWitnessed, promised.Name, promised.Course.CheckIns.Count));
        Assert.Equal((3, 2), (await store.FeedbackInvites.CountAsync(Stop), await store.FeedbackReplies.CountAsync(Stop)));
        Assert.Equal(5, await store.DayPulses.CountAsync(Stop));
        Assert.Equal("Indie Makers circle", (await store.Gifts.SingleAsync(Stop)).ForWhom);
        Assert.False(await store.Challenges.AnyAsync(Stop));
        var kinds = new List<string>();
        foreach (var card in house.Services.GetServices<ITodayCard>()) kinds.AddRange((await card.Worth(store, house.Today, Stop)).Select(c => c.Kind));
        Assert.Single(kinds, "learning");
        Assert.DoesNotContain(kinds, k => k is "feedback" or "checkin" or "commitment" or "pulse");
    }

    [Theory, OnBoth]
    public async Task Is_not_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.FillWithSample(house.Today, house.Clock, Stop);

        var bob = await house.Bob();
        Assert.False(await bob.People.AnyAsync(Stop) || await bob.Learnings.AnyAsync(Stop) || await bob.Commitments.AnyAsync(Stop) || await bob.FeedbackRequests.AnyAsync(Stop) || await bob.DayPulses.AnyAsync(Stop) || await bob.Gifts.AnyAsync(Stop));
    }

    [Fact]
    public void Is_the_same_on_the_same_day()
    {
        var day = new DateOnly(2026, 5, 1);

        Assert.Equal(Told(SampleNetwork.On(day)), Told(SampleNetwork.On(day)));
        Assert.NotEqual(Told(SampleNetwork.On(day)), Told(SampleNetwork.On(day.AddDays(1))));
    }

    [Fact]
    public void Everybody_has_an_address_of_their_own_that_reaches_nobody()
    {
        var addresses = SampleNetwork.On(new DateOnly(2026, 5, 1)).SelectMany(p => p.Details.Emails).Select(e => e.Value).ToList();

        Assert.Equal(60, addresses.Distinct().Count());
        Assert.All(addresses, a => Assert.EndsWith("@example.org", a, StringComparison.Ordinal));
    }

    private static string Told(IReadOnlyList<SamplePerson> people) => System.Text.Json.JsonSerializer.Serialize(people);
}
