using System.Globalization;
using Mainstay.Capture;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Capture;

public class JottingActionsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory, OnBoth]
    public async Task Whom_nobody_comes_near_and_who_is_called_exactly_so_is_met_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, at) = (await house.Know("Grace Hopper"), await Fair(house));

        var known = await Jot(house, new() { Id = Guid.CreateVersion7(), GatheringId = at.Id, Who = "grace hopper", About = "Has a new compiler" });
        var stranger = await Jot(house, new() { Id = Guid.CreateVersion7(), GatheringId = at.Id, Who = "Dana Wu", Promised = "Send the deck", PromisedToMe = "Two names" });

        Assert.Equal((JottingState.Kept, JottingState.Kept), (known.State, stranger.State));
        Assert.Equal((null, null, null), (stranger.Who, stranger.Promised, stranger.GatheringId)); // only its key is left
        var met = (await house.Again().EncountersOf(Stop)).ToDictionary(l => l.Name);
        Assert.Equal((grace, "Has a new compiler", known.Id), (met["Grace Hopper"].Encounter.PersonId, met["Grace Hopper"].Encounter.About, met["Grace Hopper"].Encounter.Id));
        Assert.True(met["Dana Wu"].Encounter.IsNew);
        Assert.Equal(["Send the deck", "Two names"], (await house.Store.Tasks.Select(t => t.Text).ToListAsync(Stop)).Order());
        Assert.Empty(await house.Store.WaitingJottings(Stop));
    }

    [Theory, OnBoth]
    public async Task Who_may_be_somebody_who_is_known_waits(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        var (at, doubtful) = (await Fair(house), (string[])["Grace", "Grase Hopper", "Hopper, Grace"]); // a first name may be somebody else's

        foreach (var who in doubtful) Assert.Equal(JottingState.Waiting, (await Jot(house, new() { Id = Guid.CreateVersion7(), GatheringId = at.Id, Who = who })).State);

        Assert.Empty(await house.Again().Encounters.ToListAsync(Stop));
        Assert.Equal(doubtful.Order(), (await house.Store.WaitingJottings(Stop)).Select(l => l.Jotting.Who!).Order());
    }

    [Theory, OnBoth]
    public async Task Whoever_was_chosen_or_has_this_address_is_met_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (hopper, kelly, at) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@example.org")] }), await house.Know("Grace Kelly"), await Fair(house));

        await Jot(house, new() { Id = Guid.CreateVersion7(), GatheringId = at.Id, Who = "Grace", PersonId = kelly });
        await Jot(house, new() { Id = Guid.CreateVersion7(), GatheringId = at.Id, Who = "grace@example.org" });

        Assert.Equal(new[] { hopper, kelly }.Order(), (await house.Again().Encounters.Select(e => e.PersonId).ToListAsync(Stop)).Order());
    }

    [Theory, OnBoth]
    public async Task The_same_key_counts_once_even_after_it_was_taken_back_and_long_after(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (at, id) = (await Fair(house), Guid.CreateVersion7());
        NewJotting dana = new() { Id = id, GatheringId = at.Id, Who = "Dana Wu" };

        await Jot(house, dana);
        Assert.Equal(JottingState.Kept, (await Jot(house, dana)).State);
        Assert.Single(await house.Again().Encounters.ToListAsync(Stop));
        await house.Store.Unmeet(id, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(60));
        await house.Again().ForgetFormers(house.Clock, Stop);

        Assert.Equal(JottingState.Kept, (await Jot(house, dana)).State);
        Assert.Empty(await house.Again().Encounters.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Two_tabs_that_send_the_same_at_once_note_it_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (at, id) = (await Fair(house), Guid.CreateVersion7());
        NewJotting dana = new() { Id = id, GatheringId = at.Id, Who = "Dana Wu", Promised = "Send the deck" };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.Again().Jot(dana, house.Today, house.Clock, Stop), Stop)));

        Assert.Single(await house.Again().Encounters.ToListAsync(Stop));
        Assert.Single(await house.Store.Tasks.ToListAsync(Stop));
        Assert.Single(await house.Store.Jottings.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_its_page_had_sent_before_the_answer_was_lost_is_not_noted_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, at, met, kept) = (await house.Know("Grace Hopper"), await Fair(house), Guid.CreateVersion7(), Guid.CreateVersion7());
        await house.Store.Meet(new() { Id = met, GatheringId = at.Id, PersonId = grace }, house.Today, house.Clock, Stop);
        await house.Store.Keep(await house.Store.ReadLine("called Grace Hopper", house.Today, English, Stop), house.Today, house.Clock, Stop, once: kept);

        Assert.Equal(JottingState.Kept, (await Jot(house, new() { Id = met, GatheringId = at.Id, Who = "Grace" })).State);
        Assert.Equal(JottingState.Kept, (await Jot(house, new() { Id = kept, Line = "called Grace Hopper" })).State);

        Assert.Equal((1, 2), (await house.Again().Encounters.CountAsync(Stop), await house.Store.Touches.CountAsync(Stop)));
    }

    [Theory, OnBoth]
    public async Task A_line_waits_with_the_day_on_which_it_was_jotted_down_where_the_owner_lives(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        var jotted = await Jot(house, new() { Id = Guid.CreateVersion7(), At = new(2026, 4, 28, 23, 30, 0, TimeSpan.FromHours(-2)), Line = "coffee with Grace Hopper" });
        var ahead = await Jot(house, new() { Id = Guid.CreateVersion7(), At = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero), Line = "called Grace Hopper" }); // the clock of the device is wrong

        var line = await house.Store.JottingOf(jotted.Id, Stop);
        Assert.Equal(new DateOnly(2026, 4, 29), await house.Store.DayOf(line.Jotting, house.Today, Stop));
        Assert.Equal(house.Today, await house.Store.DayOf((await house.Store.JottingOf(ahead.Id, Stop)).Jotting, house.Today, Stop));
        var kept = await house.Store.KeepJotted(jotted.Id, await house.Store.Read(line, null, house.Today, English, Stop), house.Today, house.Clock, Stop);
        Assert.Equal(new DateOnly(2026, 4, 29), (await house.Again().Touches.SingleAsync(Stop)).On);
        Assert.Equal(ahead.Id, Assert.Single(await house.Store.WaitingJottings(Stop)).Jotting.Id);
        await house.Store.TakeBack(kept.Change, house.Services.GetServices<IPutBack>(), house.Clock, Stop);
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Keeping_twice_counts_once_and_dropping_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        var kept = await Jot(house, new() { Id = Guid.CreateVersion7(), Line = "called Grace Hopper" });
        var dropped = await Jot(house, new() { Id = Guid.CreateVersion7(), Line = "call with nobody" });
        var reading = await house.Store.ReadLine("called Grace Hopper", house.Today, English, Stop);

        var (first, again) = (await house.Again().KeepJotted(kept.Id, reading, house.Today, house.Clock, Stop), await house.Again().KeepJotted(kept.Id, reading, house.Today, house.Clock, Stop));
        var change = await house.Again().DropJotting(dropped.Id, house.Clock, Stop);

        Assert.Equal(first.Touches, again.Touches);
        Assert.Single(await house.Again().Touches.ToListAsync(Stop));
        Assert.Empty(await house.Store.WaitingJottings(Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().DropJotting(dropped.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().KeepJotted(dropped.Id, reading, house.Today, house.Clock, Stop));
        await house.Again().TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop);
        Assert.Equal("call with nobody", Assert.Single(await house.Again().WaitingJottings(Stop)).Jotting.Line);
    }

    [Theory, OnBoth]
    public async Task Of_a_gathering_that_is_gone_or_has_not_begun_nothing_is_lost(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (at, later) = (await Fair(house), await house.Store.AddGathering(new() { Name = "Next year", On = new(2027, 1, 1) }, house.Clock, Stop));
        await house.Store.RemoveGathering(at.Id, house.Clock, Stop);

        var gone = await Jot(house, new() { Id = Guid.CreateVersion7(), GatheringId = at.Id, Who = "Dana Wu", About = "Runs the clinic" });
        var early = await Jot(house, new() { Id = Guid.CreateVersion7(), GatheringId = later.Id, Who = "Eli Ng" });

        Assert.Equal((JottingState.Waiting, JottingState.Waiting), (gone.State, early.State));
        var line = await house.Store.JottingOf(gone.Id, Stop);
        Assert.False(line.IsMet);
        Assert.Equal("Met Dana Wu. Runs the clinic", line.LineOf());
        var reading = await house.Store.Read(line, null, house.Today, English, Stop);
        await house.Store.KeepJotted(gone.Id, reading, house.Today, house.Clock, Stop);
        Assert.Equal("Dana Wu", (await house.Again().People.SingleAsync(Stop)).Name);
    }

    [Fact]
    public async Task What_was_noted_of_the_second_day_stands_on_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var at = await house.Store.AddGathering(new() { Name = "Fair", On = new(2026, 4, 27), Until = new(2026, 4, 29) }, house.Clock, Stop);

        DateOnly On(int month, int day) => at.On(new(2026, month, day), house.Today);

        Assert.Equal([new(2026, 4, 28), new(2026, 4, 27), new(2026, 4, 29)], (DateOnly[])[On(4, 28), On(3, 1), On(4, 30)]);
        Assert.Equal(new(2026, 4, 27), at.On(new(2026, 4, 29), new(2026, 4, 27))); // not after the owner's day
    }

    [Theory]
    [InlineData("line", null, null)]
    [InlineData("line", "  ", " ")]
    [InlineData("line", "called Grace", "Grace")]
    public async Task It_is_a_line_or_somebody_who_was_met(string field, string? line, string? who)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var mistaken = await Assert.ThrowsAsync<Mistaken>(() => Jot(house, new() { Id = Guid.CreateVersion7(), Line = line, Who = who }));

        Assert.Equal(field, Assert.Single(mistaken.Problems).Field);
        Assert.Empty(await house.Again().Jottings.ToListAsync(Stop));
    }

    [Fact]
    public async Task A_line_longer_than_can_be_read_waits_and_one_beyond_all_measure_is_refused()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        Assert.Equal(JottingState.Waiting, (await Jot(house, new() { Id = Guid.CreateVersion7(), Line = new string('a', NewJotting.MostLetters) })).State);
        var mistaken = await Assert.ThrowsAsync<Mistaken>(() => Jot(house, new() { Id = Guid.CreateVersion7(), Line = new string('a', NewJotting.MostLetters + 1) }));

        Assert.Equal("Capture.JottingLong", Assert.Single(mistaken.Problems).Sentence.Key);
    }

    private static Task<Gathering> Fair(TestHouse house) => house.Store.AddGathering(new() { Name = "Health fair", On = house.Today }, house.Clock, Stop);

    private static Task<Jotting> Jot(TestHouse house, NewJotting jotted) => house.Again().Jot(jotted, house.Today, house.Clock, Stop);
}
