using System.Globalization;
using Mainstay.Capture;
using Mainstay.Learnings;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Capture;

public class CaptureActionsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory, OnBoth]
    public async Task Keeps_touches_promises_facts_and_who_is_new_and_takes_all_of_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Notes = "Likes clocks" });

        var kept = await house.Keep("coffee with Grace and Dana Wu yesterday at PyCon, promised Grace to send the deck by Thursday. Grace is moving to Lisbon in May. Grace's birthday is on 9 December. Grace works at Navy as admiral. Dana works at Figma");

        var touch = Assert.Single(await house.Again().TouchesOf(grace, Stop));
        Assert.Equal((new DateOnly(2026, 4, 30), TouchKind.Meeting), (touch.Touch.On, touch.Touch.Kind));
        Assert.Equal(["Dana Wu"], touch.With);
        var task = Assert.Single(await house.Store.OpenTasks(Stop));
        Assert.Equal(("send the deck", new DateOnly(2026, 5, 7), grace, touch.Touch.Id), (task.Task.Text, task.Task.DueOn, task.Task.PersonId, task.Task.TouchId));
        var details = await house.Store.DetailsOf(grace, Stop);
        Assert.Equal("Likes clocks\n\nGrace is moving to Lisbon in May (noted Friday, 01 May 2026)\n\nGrace works at Navy as admiral (noted Friday, 01 May 2026)", details.Notes!.ReplaceLineEndings("\n"));
        Assert.Equal(new DateDetails("birthday", null, 12, 9), Assert.Single(details.Dates));
        Assert.Equal(new AffiliationDetails("Navy", "admiral"), Assert.Single((await house.Store.PlacesToEdit(grace, Stop)).Places));
        var dana = Assert.Single(kept.NewPeople);
        Assert.Equal(("Dana Wu", "2026-04-30"), ((await house.Store.DetailsOf(dana, Stop)).Name, (await house.Store.DetailsOf(dana, Stop)).MetOn));
        Assert.Equal("Figma", Assert.Single((await house.Store.PlacesToEdit(dana, Stop)).Places).Organization);

        await house.Again().TakeBack(kept.Change, house.Services.GetServices<IPutBack>(), house.Clock, Stop);

        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
        Assert.Empty(await house.Store.Tasks.ToListAsync(Stop));
        Assert.Null((await house.TieOf(grace)).Tie.LastTouchOn);
        details = await house.Store.DetailsOf(grace, Stop);
        Assert.Equal("Likes clocks", details.Notes);
        Assert.Empty(details.Dates);
        Assert.Empty((await house.Store.PlacesToEdit(grace, Stop)).Places);
        Assert.Equal("Dana Wu", Assert.Single(await house.Store.InTrash(Stop)).Name);
    }

    [Theory, OnBoth]
    public async Task Keeps_what_was_learned_from_whom_and_at_which_touch_and_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");

        var kept = await house.Keep("coffee with Grace yesterday, learned: ask for a notice period #contracts. Learned from Dana Wu: sleep on it");
        await house.Keep("learned ask for a notice period");

        var lines = (await house.Again().AllLearnings(Stop)).ToDictionary(l => $"{l.Name} {l.It.Text}");
        var touch = Assert.Single(await house.Store.TouchesOf(grace, Stop)).Touch;
        var one = lines["Grace Hopper ask for a notice period"].It;
        Assert.Equal(("contracts", new DateOnly(2026, 4, 30), touch.Id, house.Today.AddDays(7)), (one.Topic, one.On, one.TouchId, one.NextOn));
        Assert.Equal((Assert.Single(kept.NewPeople), (Guid?)null), (lines["Dana Wu sleep on it"].It.PersonId, lines["Dana Wu sleep on it"].It.TouchId));
        Assert.Null(lines[" ask for a notice period"].It.PersonId);
        Assert.Empty(await (await house.Bob()).AllLearnings(Stop));

        await house.Again().TakeBack(kept.Change, house.Services.GetServices<IPutBack>(), house.Clock, Stop);

        Assert.Null(Assert.Single(await house.Again().AllLearnings(Stop)).Name);
        Assert.Empty(await house.Store.Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_was_learned_waits_until_it_is_said_from_whom(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (hopper, _) = (await house.Know("Grace Hopper"), await house.Know("Grace Kelly"));
        var reading = await house.Again().ReadLine("learned from Grace: nanoseconds are short", house.Today, English, Stop);

        var refused = await Assert.ThrowsAsync<Mistaken>(() => house.Store.Keep(reading, house.Today, house.Clock, Stop));
        Assert.Equal("Capture.SayWho", Assert.Single(refused.Problems).Sentence.Key);
        Assert.Empty(await house.Store.AllLearnings(Stop));

        await house.Store.Keep(reading.With([new("Grace", hopper)]), house.Today, house.Clock, Stop);

        Assert.Equal(hopper, Assert.Single(await house.Again().AllLearnings(Stop)).It.PersonId);
    }

    [Theory, OnBoth]
    public async Task The_same_twice_counts_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, once) = (await house.Know("Grace Hopper"), Guid.CreateVersion7());

        var first = await house.Keep("called Grace, met Dana Wu", once: once);
        var again = await house.Keep("called Grace, met Dana Wu", once: once);

        Assert.Equal(first.Touches, again.Touches);
        Assert.Equal(2, await house.Store.Touches.CountAsync(Stop));
        Assert.Equal(2, await house.Store.People.CountAsync(Stop));
        Assert.Single(await house.Store.TouchesOf(grace, Stop));
    }

    [Theory, OnBoth]
    public async Task Who_may_be_meant_stands_in_the_order_of_the_last_touch_and_nothing_is_guessed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (hopper, kelly) = (await house.Know("Grace Hopper"), await house.Know("Grace Kelly"));
        await house.Touch(new(2026, 4, 20), TouchKind.Call, kelly);

        var reading = await house.Again().ReadLine("coffee with Grace", house.Today, English, Stop);
        var refused = await Assert.ThrowsAsync<Mistaken>(() => house.Store.Keep(reading, house.Today, house.Clock, Stop));

        Assert.Equal([kelly, hopper], Assert.Single(reading.Unclear()).Candidates.Select(c => c.Id));
        Assert.Equal("“Grace” is a part of the name; last in touch Monday, April 20, 2026", reading.Unclear()[0].Candidates[0].Why.InWords(CultureInfo.GetCultureInfo("en-US")));
        Assert.Equal("Capture.SayWho", Assert.Single(refused.Problems).Sentence.Key);
        Assert.Single(await house.Store.Touches.ToListAsync(Stop));

        await house.Store.Keep(reading.With([new("Grace", hopper)]), house.Today, house.Clock, Stop);

        Assert.Equal(2, await house.Store.Touches.CountAsync(Stop));
        Assert.Equal(house.Today, (await house.TieOf(hopper)).Tie.LastTouchOn);
    }

    [Theory, OnBoth]
    public async Task All_of_it_is_kept_or_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        var reading = await house.Store.ReadLine("called Grace, met Dana Wu", house.Today, English, Stop);

        await Assert.ThrowsAnyAsync<Refusal>(() => house.Store.Keep(reading.With([new("Grace", Guid.CreateVersion7())]) with { Notes = [new("x", [0])] }, house.Today, house.Clock, Stop));

        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
        Assert.Single(await house.Store.People.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_known_already_is_not_overwritten(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Dates = [new("birthday", 1906, 12, 9)], Addresses = [new(null, null, "Arlington", null, null)] });

        await house.Keep("Grace's birthday is on 9 December. Grace's birthday is on 10 December. Grace lives in Boston");

        var details = await house.Again().DetailsOf(grace, Stop);
        Assert.Equal(new DateDetails("birthday", 1906, 12, 9), Assert.Single(details.Dates));
        Assert.Equal("Arlington", Assert.Single(details.Addresses).City);
        Assert.Contains("10 December", details.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("is on 9 December", details.Notes, StringComparison.Ordinal);
        Assert.Contains("Boston", details.Notes, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Names_of_Bobs_people_are_nobodys_here(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await bob.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);

        var reading = await house.Again().ReadLine("coffee with Grace Hoper", house.Today, English, Stop);

        Assert.True(Assert.Single(reading.People).IsNew);
    }
}

internal static class CaptureCast
{
    /// <summary>Ada captures a line in which everybody is clear.</summary>
    public static async Task<KeptLine> Keep(this TestHouse house, string line, Guid? once = null) =>
        await house.Again().Keep(await house.Store.ReadLine(line, house.Today, CultureInfo.GetCultureInfo("en"), Stop), house.Today, house.Clock, Stop, once);
}
