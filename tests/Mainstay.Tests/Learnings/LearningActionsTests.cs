using Mainstay.Board;
using Mainstay.Gatherings;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Learnings;

public class LearningActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task It_is_tied_to_whom_and_where_and_names_what_is_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace, alan) = (house.Store, await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var alone = await store.Record(new() { People = [grace], On = house.Today, Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        var both = await store.Record(new() { People = [grace, alan], On = house.Today, Kind = TouchKind.Meeting }, house.Today, house.Clock, Stop);
        var advice = await store.NoteAdvice(new() { PersonId = alan, Text = "Test it first" }, house.Today, house.Clock, Stop);
        var fair = await store.AddGathering(new() { Name = "Fair", On = house.Today }, house.Clock, Stop);

        var byCall = await Note(house, "One", new(TouchId: alone.Id));
        var byBoth = await Note(house, "Two", new(TouchId: both.Id));
        var advised = await Note(house, "Three", new(AdviceId: advice.Id));
        var there = await Note(house, "Four", new(alan, GatheringId: fair.Id));

        Assert.Equal([("One", "Grace Hopper"), ("Two", null), ("Three", "Alan Turing"), ("Four", "Alan Turing")], await Named(store, byCall, byBoth, advised, there));
        Assert.Equal(["from Alan Turing", "at Fair"], LearningWords.Origin(await store.LearningOf(there, Stop)).Select(o => o.InWords()));
        Assert.Equal(["from Grace Hopper", "by a call"], LearningWords.Origin(await store.LearningOf(byCall, Stop)).Select(o => o.InWords()));
        Assert.Equal(3, (await store.SourcesWith(alan, Stop)).Count + (await store.SourcesWith(grace, Stop)).Count - 1); // the meeting is a source with both
        await Assert.ThrowsAsync<NotFound>(() => Note(house, "Five", new(Guid.CreateVersion7())));
        await Assert.ThrowsAsync<NotFound>(() => Note(house, "Five", new(TouchId: Guid.CreateVersion7())));
        await Assert.ThrowsAsync<NotFound>(() => Note(house, "Five", new(GatheringId: Guid.CreateVersion7())));
        Assert.Equal("source", (await Assert.ThrowsAsync<Mistaken>(() => Note(house, "Five", new(alan, TouchId: alone.Id)))).Problems.Single().Field);
        Assert.Equal("source", (await Assert.ThrowsAsync<Mistaken>(() => Note(house, "Five", new(grace, AdviceId: advice.Id)))).Problems.Single().Field);
    }

    [Theory, OnBoth]
    public async Task It_stays_mine_when_who_said_it_is_removed_for_good(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace) = (house.Store, await house.Know("Grace Hopper"));
        var id = await Note(house, "Nanoseconds are short", new(grace));
        await store.TrashPerson(grace, house.Clock, Stop);
        var change = await house.Again().RemoveLearning(id, house.Clock, Stop);

        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);

        Assert.Empty(await house.Again().AllLearnings(Stop));
        var other = await Note(house, "Bugs are moths", new());
        await Assert.ThrowsAsync<NotFound>(() => house.TakeBack(change)); // what is kept of who is gone goes with them
        Assert.Equal([other], (await house.Again().AllLearnings(Stop)).Select(l => l.It.Id));
    }

    [Theory, OnBoth]
    public async Task Who_is_removed_for_good_leaves_what_they_taught(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace) = (house.Store, await house.Know("Grace Hopper"));
        var id = await Note(house, "Nanoseconds are short", new(grace));
        await store.TrashPerson(grace, house.Clock, Stop);

        Assert.Null((await house.Again().LearningOf(id, Stop)).Person);
        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);

        Assert.Null((await house.Again().LearningOf(id, Stop)).It.PersonId);
    }

    [Theory, OnBoth]
    public async Task Every_change_is_taken_back_unless_it_was_changed_since(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace) = (house.Store, await house.Know("Grace Hopper"));
        var id = await Note(house, "Ask first", new(grace));

        var changed = await house.Again().ChangeLearning(id, new() { Text = " Ask before ", Topic = "pricing", Where = new(grace) }, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));
        var confirmed = await house.Again().ConfirmLearning(id, house.Today, house.Clock, Stop);
        Assert.Equal((1, house.Today.AddDays(30)), ((await house.Again().LearningOf(id, Stop)).It.Recalls, (await house.Again().LearningOf(id, Stop)).It.NextOn));
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(changed));
        await house.TakeBack(confirmed);
        await house.TakeBack(confirmed);
        await house.TakeBack(changed);
        Assert.Equal(("Ask first", null, 0), ((await house.Again().LearningOf(id, Stop)).It.Text, (await house.Again().LearningOf(id, Stop)).It.Topic, (await house.Again().LearningOf(id, Stop)).It.Recalls));
        var gone = await house.Again().RemoveLearning(id, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().LearningOf(id, Stop));
        await house.TakeBack(gone);

        Assert.Equal("Ask first", (await house.Again().LearningOf(id, Stop)).It.Text);
    }

    [Theory, OnBoth]
    public async Task Noted_twice_with_the_same_key_it_is_there_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var learning = new NewLearning { Id = Guid.CreateVersion7(), Text = "Ask first" };

        foreach (var _ in Enumerable.Range(0, 2)) await house.Again().NoteLearning(learning, house.Today, house.Clock, Stop);

        Assert.Single(await house.Again().AllLearnings(Stop));
        Assert.Equal(["text"], (await Assert.ThrowsAsync<Mistaken>(() => Note(house, " ", new()))).Problems.Select(p => p.Field));
        Assert.Equal(["text"], (await Assert.ThrowsAsync<Mistaken>(() => Note(house, new('x', 10_001), new()))).Problems.Select(p => p.Field));
        Assert.Equal(["on"], (await Assert.ThrowsAsync<Mistaken>(() => house.Store.NoteLearning(new() { Text = "x", On = house.Today.AddDays(2) }, house.Today, house.Clock, Stop))).Problems.Select(p => p.Field));
    }

    [Theory, OnBoth]
    public async Task What_is_about_a_topic_is_found_by_it_first_what_says_so(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var said = await Note(house, "Ask before you show", new(), "Pricing");
        var written = await Note(house, "Prices and pricing strategies are a matter of nerve", new());
        await Note(house, "Sleep", new(), "health");

        Assert.Equal([said, written], (await house.Again().LearningsAbout("prícing", 10, Stop)).Select(l => l.It.Id));
        Assert.Equal([said], (await house.Again().LearningsAbout("pricing for clinics", 10, Stop)).Select(l => l.It.Id));
        Assert.Empty(await house.Again().LearningsAbout("the", 10, Stop));
    }

    [Theory, OnBoth]
    public async Task Today_brings_one_back_at_a_time_the_longest_overdue(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        var (first, second) = (await Note(house, "Ask first", new()), await Note(house, "Sleep first", new()));
        Assert.Empty(await Cards(house));
        await house.Again().QuietLearning(second, house.Today.AddDays(9), house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(10));

        var card = Assert.Single(await Cards(house));
        Assert.Equal((first, "Still true? “Ask first”"), (card.Subject, card.Sentence.InWords()));
        Assert.Contains(card.Reasons, r => r.InWords().StartsWith("What comes back at widening intervals stays", StringComparison.Ordinal));
        await house.Again().RestLearning(first, house.Clock, Stop);
        Assert.Equal(second, Assert.Single(await Cards(house)).Subject);
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await Note(house, "Ask first", new(), "pricing");
        var change = await house.Again().RestLearning(id, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty(await bob.AllLearnings(Stop));
        Assert.Empty(await bob.LearningsAbout("pricing", 10, Stop));
        Assert.Empty(await bob.LearningTopics(Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.LearningOf(id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.WakeLearning(id, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveLearning(id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(async () => await bob.NoteLearning(new() { Text = "Mine", Where = new(GatheringId: (await house.Store.AddGathering(new() { Name = "Fair", On = house.Today }, house.Clock, Stop)).Id) }, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
        Assert.Null((await house.Again().LearningOf(id, Stop)).It.NextOn);
    }

    private static Task<IReadOnlyList<Mainstay.Web.TodayItem>> Cards(TestHouse house) => new LearningCard().Worth(house.Again(), house.Today, Stop);

    private static async Task<Guid> Note(TestHouse house, string text, LearnedWhere where, string? topic = null) =>
        (await house.Again().NoteLearning(new() { Text = text, Topic = topic, Where = where }, house.Today, house.Clock, Stop)).Id;

    private static async Task<List<(string, string?)>> Named(Store store, params Guid[] ids)
    {
        var named = new List<(string, string?)>();
        foreach (var id in ids) named.Add(await store.LearningOf(id, Stop) is var line ? (line.It.Text, line.Name) : default);
        return named;
    }
}
