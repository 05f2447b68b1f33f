using Mainstay.Calendars;
using Mainstay.Gatherings;
using Mainstay.Needs;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Tests.Api;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Calendars;

/// <summary>Which gatherings fit: by needs, places and people, each with the words that say so; the same at every door, and nothing to Bob.</summary>
public class WhichTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Founders", "pricing, health", null, "You need Pricing; it is about “pricing”.", 5)]
    [InlineData("Pricing night", null, null, "You need Pricing; its name says so.", 10 / 3.0)]
    [InlineData("Founders", null, "Three talks. One is about pricing! Then dinner", "You need Pricing; it says: “One is about pricing”", 5 / 3.0)]
    [InlineData("Founders", null, "Three talks, then dinner", null, 0)]
    public void A_need_counts_once_where_it_is_said_most_plainly(string name, string? topics, string? note, string? reason, double score)
    {
        var fit = Fits.Of(Announced(new() { Name = name, On = new(2026, 5, 4), Topics = topics, Note = note }), new([new("Pricing", 5)], [], []));

        Assert.Equal(reason, fit.Reasons.SingleOrDefault()?.InWords());
        Assert.Equal(score, fit.Score, 9);
    }

    [Fact]
    public void A_short_text_is_not_taken_for_a_need_of_several_words()
    {
        var wishes = new FitWishes([new("Hiring in Lisbon", 3)], [], []);

        Assert.Empty(Fits.Of(Announced(new() { Name = "Lisbon", On = new(2026, 5, 4), Note = "In Lisbon." }), wishes).Whys);
        Assert.Single(Fits.Of(Announced(new() { Name = "Hiring people in Lisbon", On = new(2026, 5, 4) }), wishes).Whys);
    }

    [Fact]
    public void People_are_known_by_their_address_or_a_whole_name_that_nobody_else_has()
    {
        Somebody[] people = [Who("Grace Hopper", "grace@example.org"), Who("Anna Müller"), Who("Anna Müller"), Who("Plato"), Who("王小明"), new(Guid.CreateVersion7(), "Dana Wu", [], true)];
        string[] Named(string text) => [.. new FitWishes([], [], people).NamedIn(text).Select(p => p.Name)];

        Assert.Equal(["Grace Hopper"], Named("G. <GRACE@example.org>"));
        Assert.Equal(["Grace Hopper"], Named("a talk by grace hopper, and more"));
        Assert.Equal(["Dana Wu"], Named("Dana Wu"));
        Assert.Empty(Named("Anna Müller and Plato and Grace"));
        Assert.Empty(Named("Gracehopper Hopper Grace"));
    }

    [Fact]
    public void Three_people_count_and_the_others_are_told()
    {
        Somebody[] people = [Who("Ann One"), Who("Bea Two"), Who("Cy Three"), Who("Di Four")];

        var fit = Fits.Of(Announced(new() { Name = "Talks", On = new(2026, 5, 4), Note = "Ann One, Bea Two, Cy Three, Di Four" }), new([], [], people));

        Assert.Equal(6, fit.Score);
        Assert.Equal("Also: Di Four", fit.Reasons[^1].InWords());
    }

    [Theory, OnBoth]
    public async Task The_best_comes_first_with_its_reasons_at_every_door_and_Bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Fill(house);
        await using var site = await TestSite.Open(house);

        var answer = await house.Services.GetRequiredService<WhichQueries>().Which(house.Again(), house.Today, Stop);
        var page = await site.Page("/gatherings/which");
        var told = (await site.Ask("/api/gatherings/which")).Fine().Json;
        var typed = (await house.Type("gatherings", "which", "--json")).Fine().Json;
        var printed = (await house.Type("gatherings", "which")).Fine();
        await using var bob = await site.As(await house.BobsAccount());

        Assert.Equal(["Pricing night", "Open house", "Fair"], answer.Best.Select(f => f.It.It.Name));
        Assert.Equal((4, 2), (answer.Looked, answer.Needs));
        foreach (var text in new[] { "You need Pricing; it is about “pricing”.", "It is in Porto, where you went to a gathering.", "Grace Hopper is named in it", "Dana Wu, a candidate of yours, was noted with its name.", "You go to Conference at that time." })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
            Assert.Contains(text, told.ToString(), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Nothing of yours", page, StringComparison.Ordinal);
        Assert.Equal(["Pricing night", "Open house", "Fair"], typed.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()));
        Assert.Contains("– You need Pricing", printed.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await bob.Ask("/api/gatherings/which")).Fine().Json.GetProperty("looked").GetInt32());
        Assert.Contains("There is nothing to choose from", await bob.Page("/gatherings/which"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_as_much_for_many_as_for_few()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var calendar = await house.Store.AddCalendar(new() { Name = "Meetups", Address = "https://127.0.0.1/a.ics" }, house.Clock, Stop);
        async Task<int> Questions(int from, int count)
        {
            await house.Again().InsertMany(Enumerable.Range(from, count).Select(i => new Announced { CalendarId = calendar.Id, Key = $"{i}", Name = $"Number {i}", FirstDay = new(2026, 6, 1), LastDay = new(2026, 6, 1) }), Stop);
            var counting = new Counting();
            await using var store = counting.Store(house);
            await new WhichQueries(house.Services.GetRequiredService<DataVersion>()).Which(store, house.Today, Stop);
            return counting.Questions;
        }

        Assert.Equal(await Questions(0, 5), await Questions(100, 200));
    }

    private static async Task Fill(TestHouse house)
    {
        var store = house.Store;
        await store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        await store.AddGoal(new("Reach the moon"), house.Clock, Stop);
        await store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await store.AddCandidate(new() { Name = "Dana Wu", Origin = Origin.Gathering, OriginText = "hoped for at the Open house" }, house.Today, house.Clock, Stop);
        await store.AddGathering(new() { Name = "Past", On = new(2026, 4, 1), Place = "Porto", State = GatheringState.Been }, house.Clock, Stop);
        await store.AddGathering(new() { Name = "Conference", On = new(2026, 5, 10), Until = new(2026, 5, 12), State = GatheringState.Going }, house.Clock, Stop);
        await store.AddGathering(new() { Name = "Open house", On = new(2026, 5, 20) }, house.Clock, Stop);
        var calendar = await store.AddCalendar(new() { Name = "Meetups", Address = "https://127.0.0.1/a.ics" }, house.Clock, Stop);
        store.AddRange(
            new Announced { CalendarId = calendar.Id, Key = "1", Name = "Pricing night", Topics = "pricing", FirstDay = new(2026, 5, 11), LastDay = new(2026, 5, 11), Who = "Grace Hopper <g@example.org>" },
            new Announced { CalendarId = calendar.Id, Key = "2", Name = "Fair", Place = "Halls, Porto", FirstDay = new(2026, 6, 1), LastDay = new(2026, 6, 1) },
            new Announced { CalendarId = calendar.Id, Key = "3", Name = "Nothing of yours", FirstDay = new(2026, 6, 2), LastDay = new(2026, 6, 2) });
        await store.SaveChangesAsync(Stop);
    }

    private static Attendable Announced(NewGathering it) => new(Guid.CreateVersion7(), it, "Meetups");

    private static Somebody Who(string name, params string[] mails) => new(Guid.CreateVersion7(), name, mails, false);
}
