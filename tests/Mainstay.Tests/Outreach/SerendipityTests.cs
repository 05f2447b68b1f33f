using Mainstay.Coverage;
using Mainstay.Gatherings;
using Mainstay.Memberships;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Memberships;
using Mainstay.Tests.Rhythm;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;
using Facet = Mainstay.Coverage.Facet;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Outreach;

/// <summary>Once a week, somebody unlike those nearest.</summary>
public class SerendipityTests
{
    [Fact]
    public void The_most_unlike_is_chosen_and_it_is_said_in_what()
    {
        Profile[] near = [Of("design", "Berlin"), Of("design", "Berlin"), Of("Design", "Lisbon"), Of("law", "Berlin")];
        var (same, other) = (Of("design", "Berlin"), Of("orbits", "Lisbon"));

        var chosen = Serendipity.Among(near, [same, other])!;

        Assert.Equal(other.PersonId, chosen.Who);
        Assert.Equal((1 + .75) / 2, chosen.Difference, 6);
        Assert.Equal(["Outreach.UnlikeAll", "Outreach.UnlikeMost"], chosen.Reasons.Select(r => r.Key));
    }

    [Fact]
    public void Nobody_is_chosen_of_whom_little_is_known_or_where_hardly_anybody_is_near()
    {
        Profile[] near = [Of("design", "Berlin"), Of("design", "Berlin"), Of("law", "Berlin")];

        Assert.Null(Serendipity.Among(near, [new(Guid.CreateVersion7(), new Dictionary<Facet, string> { [Facet.Field] = "orbits" })]));
        Assert.Null(Serendipity.Among(near[..2], [Of("orbits", "Lisbon")]));
        Assert.Null(Serendipity.Among(near, []));
    }

    [Theory, OnBoth]
    public async Task It_is_somebody_seldom_seen_the_same_all_week_and_neither_over_nor_a_candidate(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        for (var i = 0; i < 3; i++) await house.Store.SetLayer(await Place(house, $"Near {i}", "design", "Berlin"), Layer.Close, Stop);
        var mary = await Place(house, "Mary Jackson", "orbits", "Hampton");
        var lively = await Place(house, "Lively Lee", "opera", "Milan");
        await house.Touch(new(2026, 4, 20), TouchKind.Call, lively);
        var over = await Place(house, "Over Olsen", "boats", "Oslo");
        await house.Store.SayOver(over, house.Today, Stop);

        var monday = await Week(house, new(2026, 4, 27));
        var sunday = await Week(house, new(2026, 5, 3));

        Assert.Equal((mary, "Mary Jackson", new DateOnly(2026, 4, 27)), (monday!.PersonId, monday.Name, monday.Week));
        Assert.Equal(monday.PersonId, sunday!.PersonId);
        Assert.Contains(monday.Reasons.Select(r => r.InWords()), r => r.Contains("Of your", StringComparison.Ordinal) || r.Contains("None of the 3 nearest", StringComparison.Ordinal));
        await house.Store.AddCandidate(new() { PersonId = mary, Origin = Origin.SomeoneNew }, house.Today, house.Clock, Stop);
        Assert.Null(await Week(house, new(2026, 5, 1)));
    }

    [Theory, OnBoth]
    public async Task Today_names_them_from_Wednesday_until_the_week_ends_and_Bob_sees_nobody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Nearest(house);
        await Place(house, "Mary Jackson", "orbits", "Hampton");

        Assert.Empty(await Cards(house, new(2026, 5, 5)));
        foreach (var day in new[] { 6, 7, 10 })
            Assert.Equal("For once somebody unlike those nearest to you: Mary Jackson.", Assert.Single(await Cards(house, new(2026, 5, day))).Sentence.InWords());
        Assert.Empty(await Cards(house, new(2026, 5, 11)));
        Assert.Empty(await Card(house).Worth(await house.Bob(), new(2026, 5, 6), Stop));
    }

    [Theory, OnBoth]
    public async Task Whoever_was_answered_leaves_and_nobody_takes_their_place_until_the_next_week(Engine engine)
    {
        await using var house = await TestHouse.Build(engine); // a Friday
        await Nearest(house);
        var people = new[] { await Place(house, "Mary Jackson", "orbits", "Hampton"), await Place(house, "Annie Easley", "rockets", "Cleveland") };
        var sources = house.Services.GetRequiredService<TodaySources>();

        var named = Assert.Single(await house.Again().DealToday(sources, house.Today, Stop), c => c.Kind == "serendipity").PersonId!.Value;
        var other = people.Single(p => p != named);
        Assert.Equal(named, Assert.Single(await Cards(house, house.Today.AddDays(2))).PersonId);
        await house.Touch(house.Today, TouchKind.Message, named);

        Assert.DoesNotContain(await house.Again().DealToday(sources, house.Today, Stop), c => c.Kind == "serendipity");
        Assert.Empty(await Cards(house, house.Today.AddDays(1)));
        Assert.Equal(other, Assert.Single(await Cards(house, house.Today.AddDays(5))).PersonId);
    }

    [Theory, OnBoth]
    public async Task Whoever_was_written_to_before_Wednesday_is_not_replaced_on_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 4, 27));
        await Nearest(house);
        await Place(house, "Mary Jackson", "orbits", "Hampton");
        await Place(house, "Annie Easley", "rockets", "Cleveland");
        var monday = (await Week(house, house.Today))!.PersonId!.Value;

        await house.Touch(house.Today, TouchKind.Message, monday);

        Assert.Empty(await Cards(house, new(2026, 4, 29)));
    }

    [Theory, OnBoth]
    public async Task Whoever_Today_named_and_the_owner_calls_over_is_not_replaced(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Nearest(house);
        await Place(house, "Mary Jackson", "orbits", "Hampton");
        await Place(house, "Annie Easley", "rockets", "Cleveland");
        var sources = house.Services.GetRequiredService<TodaySources>();
        var named = Assert.Single(await house.Again().DealToday(sources, house.Today, Stop), c => c.Kind == "serendipity").PersonId!.Value;

        await house.Store.SayOver(named, house.Today, Stop);

        Assert.Empty(await Cards(house, house.Today));
    }

    [Theory, OnBoth]
    public async Task A_candidate_who_was_noticed_and_not_met_may_be_it_and_is_asked_for_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Nearest(house, title: "Director");
        var made = await house.Store.AddCandidate(new() { Name = "Katherine Johnson", Topic = "orbits", Organization = "NASA", Headline = "Junior analyst", Origin = Origin.Gathering, OriginText = "Design night" }, new(2026, 4, 20), house.Clock, Stop);

        var card = Assert.Single(await Cards(house, house.Today));

        Assert.Equal((made.Id, null, $"/candidates/{made.Id}", $"/drafts/new?candidate={made.Id}&template=firstWord"), (card.Subject, card.PersonId, card.Href, card.ActionHref));
        Assert.Contains("Field: orbits. None of the 3 nearest to you of whom it is known has that.", card.Reasons.Select(r => r.InWords()));
        Assert.Contains(card.Reasons, r => r.InWords().Contains("Design night", StringComparison.Ordinal));
        Assert.Empty(await Candidates(house).Worth(house.Again(), house.Today, Stop));
        await house.Store.MoveCandidate(made.Id, new(Stage.Contacted), house.Today, house.Clock, Stop);
        Assert.Empty(await Cards(house, house.Today));
    }

    [Theory, OnBoth]
    public async Task Whoever_was_written_to_is_not_asked_to_be_written_to_again_while_the_word_waits_for_an_answer(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Nearest(house, title: "Director");
        var wednesday = new DateOnly(2026, 4, 29);
        var contacted = await house.Store.AddCandidate(Katherine with { Name = "Katherine Johnson" }, new(2026, 4, 10), house.Clock, Stop);
        var again = await house.Store.AddCandidate(Katherine with { Name = "Dorothy Vaughan" }, new(2026, 4, 10), house.Clock, Stop);
        Assert.Single(await Cards(house, wednesday));

        await house.Store.MoveCandidate(contacted.Id, new(Stage.Contacted), new(2026, 4, 25), house.Clock, Stop); // on Saturday
        await house.Store.MoveCandidate(again.Id, new(Stage.Contacted), new(2026, 4, 15), house.Clock, Stop);
        await house.Store.FollowUp(again.Id, new(2026, 4, 24), house.Clock, Stop); // on Friday

        Assert.Empty(await Cards(house, wednesday));
        await house.Store.MoveCandidate(contacted.Id, new(Stage.Replied), new(2026, 4, 28), house.Clock, Stop);
        var mary = await Place(house, "Mary Jackson", "orbits", "Hampton");
        Assert.Equal(mary, Assert.Single(await Cards(house, wednesday)).PersonId); // whoever answered something older stands in nobody's way
    }

    [Theory, OnBoth]
    public async Task A_candidate_who_is_one_of_the_owners_people_is_seldom_seen_as_well(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Nearest(house);
        var lively = await Place(house, "Lively Lee", "orbits", "Hampton");
        foreach (var day in new[] { 13, 14 }) await house.Touch(new(2026, 4, day), TouchKind.Call, lively);
        await house.Store.AddCandidate(new() { PersonId = lively, Origin = Origin.Field }, new(2026, 4, 20), house.Clock, Stop);
        var over = await Place(house, "Over Olsen", "orbits", "Hampton");
        await house.Store.AddCandidate(new() { PersonId = over, Origin = Origin.Field }, new(2026, 4, 20), house.Clock, Stop);
        await house.Store.SayOver(over, house.Today, Stop);
        Assert.Empty(await Cards(house, house.Today));

        var seldom = await Place(house, "Annie Easley", "orbits", "Hampton");
        var candidate = await house.Store.AddCandidate(new() { PersonId = seldom, Origin = Origin.Field }, new(2026, 4, 20), house.Clock, Stop);

        var card = Assert.Single(await Cards(house, house.Today));
        Assert.Equal((candidate.Id, seldom), (card.Subject, card.PersonId));
    }

    [Theory, OnBoth]
    public async Task Whoever_was_met_once_may_be_it_but_not_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Nearest(house);
        var mary = await Place(house, "Mary Jackson", "orbits", "Hampton");
        var gathering = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 10) }, house.Clock, Stop);
        await house.Store.Meet(new() { GatheringId = gathering.Id, PersonId = mary, On = new(2026, 4, 10) }, house.Today, house.Clock, Stop);

        Assert.Contains("You met them once, on Friday, 10 April 2026.", Assert.Single(await Cards(house, house.Today)).Reasons.Select(r => r.InWords()));
        Assert.Empty(await Cards(house, new(2026, 4, 22)));
        await house.Touch(new(2026, 4, 20), TouchKind.Call, mary);
        Assert.Empty(await Cards(house, house.Today));
    }

    [Theory, OnBoth]
    public async Task Where_nobody_unlike_is_known_it_is_a_gathering_or_else_a_community(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var day in new[] { 1, 2 }) await house.Store.AddGathering(new() { Name = $"Design night {day}", On = new(2026, 4, day), Topics = "design, type", State = GatheringState.Been }, house.Clock, Stop);
        await house.Store.AddGathering(new() { Name = "Design day", On = new(2026, 5, 9), Topics = "Design" }, house.Clock, Stop);
        await house.Join("Guild", new(2026, 1, 1), d => d with { Kind = MembershipKind.Association });
        await house.Join("Chamber", new(2026, 1, 1), d => d with { Kind = MembershipKind.Association });
        await house.Consider("Makers", d => d with { Kind = MembershipKind.Club });

        var community = Assert.Single(await Cards(house, house.Today));
        Assert.Equal("For once somewhere unlike where you go: Makers.", community.Sentence.InWords());
        var opera = await house.Store.AddGathering(new() { Name = "Opera night", On = new(2026, 5, 8), Topics = "opera" }, house.Clock, Stop);
        var gathering = Assert.Single(await Cards(house, house.Today));

        Assert.Equal((opera.Id, null, $"/gatherings/{opera.Id}"), (gathering.Subject, gathering.PersonId, gathering.ActionHref));
        Assert.Equal("It is about opera. None of the 2 gatherings you went or go to and of which it is noted what they are about was.", gathering.Reasons[0].InWords());
        await house.Again().DealToday(house.Services.GetRequiredService<TodaySources>(), house.Today, Stop);
        await house.Store.SetState(opera.Id, GatheringState.Going, Stop);
        Assert.Empty(await Cards(house, house.Today)); // and the community does not take its place
    }

    [Theory, OnBoth]
    public async Task Every_door_of_Today_and_the_page_of_candidates_name_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Nearest(house);
        await Place(house, "Mary Jackson", "orbits", "Hampton");
        await using var site = await TestSite.Open(house);

        foreach (var said in new[] { await site.Page("/"), (await house.Type("today")).Fine().Out, (await site.Ask("/api/today")).Fine().Text })
            Assert.Contains("unlike those nearest to you: Mary Jackson", said, StringComparison.Ordinal);
        Assert.Contains("Mary Jackson", await site.Page("/candidates"), StringComparison.Ordinal);
    }

    private static readonly NewCandidate Katherine = new() { Topic = "orbits", Organization = "NASA", Headline = "Junior analyst", Origin = Origin.Field };

    private static SerendipityCard Card(TestHouse house) => new(house.Services.GetRequiredService<SerendipityQueries>());

    private static CandidateCard Candidates(TestHouse house) => new(house.Services.GetRequiredService<SerendipityQueries>());

    private static Task<IReadOnlyList<TodayItem>> Cards(TestHouse house, DateOnly on) => Card(house).Worth(house.Again(), on, Stop);

    /// <summary>Three who are alike.</summary>
    private static async Task Nearest(TestHouse house, string? title = null)
    {
        for (var i = 0; i < 3; i++)
        {
            var id = await Place(house, $"Near {i}", "design", "Berlin");
            await house.Store.SetLayer(id, Layer.Close, Stop);
            if (title is not null) await house.Store.SetAffiliations(id, [new("Acme", title)], house.Clock, Stop);
        }
    }

    private static Task<DifferentThisWeek?> Week(TestHouse house, DateOnly today) => house.Services.GetRequiredService<SerendipityQueries>().OfTheWeek(house.Again(), today, Stop);

    private static Task<Guid> Place(TestHouse house, string name, string topic, string city) =>
        house.Know(name, p => p with { Topics = [topic], Addresses = [new(null, null, city, null, null)] });

    private static Profile Of(string field, string place) => new(Guid.CreateVersion7(), new Dictionary<Facet, string> { [Facet.Field] = field, [Facet.Place] = place });
}
