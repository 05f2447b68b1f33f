using Mainstay.Coverage;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
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

        Assert.Equal(other.PersonId, chosen.PersonId);
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

        Assert.Equal((mary, "Mary Jackson", new DateOnly(2026, 4, 27)), (monday!.It.PersonId, monday.Name, monday.Week));
        Assert.Equal(monday.It.PersonId, sunday!.It.PersonId);
        Assert.Contains(monday.It.Reasons.Select(r => r.InWords()), r => r.Contains("Of your", StringComparison.Ordinal) || r.Contains("None of the 3 nearest", StringComparison.Ordinal));
        await house.Store.AddCandidate(new() { PersonId = mary, Origin = Origin.SomeoneNew }, house.Today, house.Clock, Stop);
        Assert.Null(await Week(house, new(2026, 5, 1)));
    }

    [Theory, OnBoth]
    public async Task Today_names_them_on_a_Wednesday_and_Bob_sees_nobody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        for (var i = 0; i < 3; i++) await house.Store.SetLayer(await Place(house, $"Near {i}", "design", "Berlin"), Layer.Close, Stop);
        await Place(house, "Mary Jackson", "orbits", "Hampton");
        var card = new SerendipityCard(house.Services.GetRequiredService<SerendipityQueries>());

        Assert.Empty(await card.Worth(house.Again(), new(2026, 5, 5), Stop));
        Assert.Equal("For once somebody unlike those nearest to you: Mary Jackson.", Assert.Single(await card.Worth(house.Again(), new(2026, 5, 6), Stop)).Sentence.InWords());
        Assert.Empty(await card.Worth(await house.Bob(), new(2026, 5, 6), Stop));
    }

    private static Task<SomeoneOfTheWeek?> Week(TestHouse house, DateOnly today) => house.Services.GetRequiredService<SerendipityQueries>().OfTheWeek(house.Again(), today, Stop);

    private static Task<Guid> Place(TestHouse house, string name, string topic, string city) =>
        house.Know(name, p => p with { Topics = [topic], Addresses = [new(null, null, city, null, null)] });

    private static Profile Of(string field, string place) => new(Guid.CreateVersion7(), new Dictionary<Facet, string> { [Facet.Field] = field, [Facet.Place] = place });
}
