using System.Text;
using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.CircleSessions;

/// <summary>How peer support is passed on, taken back and left, and what is gone then.</summary>
public class PeerSupportLeavingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_passes_on_leaves_nothing_of_what_was_written_to_the_next(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);
        await pair.Begin();
        await pair.Tomorrow("Sleep at my sister's.");

        await pair.Leave(pair.Alan);
        var waits = await pair.Seen(pair.Grace);
        var left = await pair.Store.SessionEntries.CountAsync(Stop);
        await pair.Ask(pair.Ring.Ada);

        Assert.Equal((SessionState.Planned, 0, 0), (waits.Stand.State, waits.It.Phase, left));
        Assert.Empty((await pair.Seen(pair.Ring.Ada)).Entries);
        await Assert.ThrowsAsync<NotFound>(() => pair.Seen(pair.Alan));
    }

    [Theory, OnBoth]
    public async Task Who_passes_a_second_time_does_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);
        await pair.Begin();
        await pair.End(pair.Alan);

        Assert.Equal((0, 0), (await pair.Leave(pair.Alan), await pair.Leave(pair.Grace)));
        Assert.Equal(SessionState.Over, (await pair.Seen(pair.Grace)).Stand.State);
        Assert.Equal(2, await pair.Store.SessionSeats.CountAsync(Stop)); // it counts for who helped
    }

    [Theory, OnBoth]
    public async Task Before_it_begins_only_who_asked_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);

        await pair.End(pair.Alan);
        var waits = await pair.Seen(pair.Grace);
        await pair.End(pair.Grace);

        Assert.Equal([pair.Grace.Id], waits.Stand.Seats.Select(s => s.MemberId));
        Assert.Empty(await pair.Store.CircleSessions.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Kept_apart_after_the_invitation_who_was_asked_sees_nothing_and_who_asked_asks_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);
        await pair.Begin();
        await pair.Tomorrow("Sleep at my sister's.");
        var day = pair.Now.Date;
        var before = await pair.Store.MySessionsBetween(pair.Alan.Id, day, day.AddDays(1), Stop);

        await pair.Store.Block(pair.Grace.Id, pair.Alan.Id, Stop);
        var waits = await pair.Seen(pair.Grace);

        await Assert.ThrowsAsync<NotFound>(() => pair.Seen(pair.Alan));
        Assert.Null(await pair.Store.SessionVersion(pair.Alan.Id, pair.Id, pair.Now, Stop));
        Assert.Empty(await pair.Store.SessionsHere(await pair.Ring.Seat(pair.Alan), pair.Now, Stop));
        Assert.Single(before);
        Assert.Empty(await pair.Store.MySessionsBetween(pair.Alan.Id, day, day.AddDays(1), Stop));
        Assert.Equal((SessionState.Planned, 1), (waits.Stand.State, waits.Stand.Seats.Count));
        await pair.Ask(pair.Ring.Ada);
        Assert.Empty((await pair.Seen(pair.Ring.Ada)).Entries);
        Assert.Empty(await pair.Store.SessionEntries.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Whoever_is_kept_apart_gets_out_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);
        await pair.Begin();
        await pair.Store.Block(pair.Alan.Id, pair.Grace.Id, Stop);

        Assert.Equal(1, await pair.Leave(pair.Alan));
        await pair.End(pair.Grace);

        Assert.Empty(await pair.Store.CircleSessions.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Who_asked_and_is_here_for_an_employer_now_gets_out_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);
        await pair.Begin();
        await pair.Tomorrow("Sleep at my sister's.");
        await pair.Store.SayForEmployer(pair.Ring.Ada.Id, pair.Grace.Id, true, house.Clock, Stop);

        await Assert.ThrowsAsync<NotFound>(() => pair.Seen(pair.Grace));
        await pair.Leave(pair.Grace);

        Assert.Equal(SessionState.Over, (await pair.Seen(pair.Alan)).Stand.State);
        Assert.Empty(await pair.Store.SessionEntries.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Another_is_asked_only_while_it_waits_and_it_stops_only_while_it_runs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);

        var notYet = await Assert.ThrowsAsync<Conflict>(() => pair.Store.StopForDanger(pair.Grace.Id, pair.Id, house.Clock, Stop));
        await pair.Begin();
        var notNow = await Assert.ThrowsAsync<Conflict>(() => pair.Ask(pair.Ring.Ada));
        await pair.End(pair.Grace);
        var over = await Assert.ThrowsAsync<Conflict>(() => pair.Store.StopForDanger(pair.Grace.Id, pair.Id, house.Clock, Stop));

        Assert.All(new[] { notYet, notNow, over }, refused => Assert.Equal("CircleSessions.NotNow", refused.Reason.Key));
    }

    [Theory, OnBoth]
    public async Task What_began_late_waits_for_another_until_its_own_day_is_over(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);
        house.Clock.Pass(TimeSpan.FromHours(20));
        await pair.Begin();
        house.Clock.Pass(TimeSpan.FromHours(5));

        await pair.Leave(pair.Alan);
        await pair.Ask(pair.Ring.Ada);

        Assert.Equal(SessionState.Planned, (await pair.Seen(pair.Ring.Ada)).Stand.State);
    }

    [Theory, OnBoth]
    public async Task What_stood_still_when_it_was_stopped_stands_still_since_then(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);
        await pair.Begin();
        await pair.Store.PauseSession(pair.Grace.Id, pair.Id, true, house.Clock, Stop);
        var paused = pair.Now;
        house.Clock.Pass(TimeSpan.FromMinutes(3));

        await pair.Store.StopForDanger(pair.Grace.Id, pair.Id, house.Clock, Stop);

        Assert.Equal(paused, (await pair.Seen(pair.Grace)).It.PausedAt);
    }

    [Fact]
    public async Task What_was_written_is_overwritten_in_the_file_when_it_ends()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var pair = await Pair.Of(house);
        await pair.Begin();
        await pair.Tomorrow("Sleep at the lighthouse.");
        var before = await Written();

        await pair.End(pair.Grace);

        Assert.Contains("lighthouse", before, StringComparison.Ordinal);
        Assert.DoesNotContain("lighthouse", await Written(), StringComparison.Ordinal);

        async Task<string> Written()
        {
            await pair.Store.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Stop);
            return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(house.Settings.SqliteFile, Stop));
        }
    }
}
