using Mainstay.Jobs;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Tests.Jobs;

/// <summary>What is due is done once, by whoever is first, and what one drops another takes up.</summary>
public class ClockworkTests
{
    private const string Name = "test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Does_what_is_due_in_each_space_and_nothing_before(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var job = new Job();
        await house.Store.Wake(Name, Now(house).AddMinutes(5), Stop);
        await bob.Wake(Name, Now(house), Stop);

        await Round(house, job);
        Assert.Equal([bob.SpaceId], job.Done);
        house.Clock.Pass(TimeSpan.FromMinutes(5));
        await Round(house, job);
        await Round(house, job);

        Assert.Equal([bob.SpaceId, house.Ada.SpaceId], job.Done);
        Assert.Empty(await house.Again().Alarms.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Of_many_processes_one_does_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var job = new Job();
        await house.Store.Wake(Name, Now(house), Stop);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Round(house, job)));

        Assert.Single(job.Done);
    }

    [Theory, OnBoth]
    public async Task The_sooner_of_two_alarms_counts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var minutes in (int[])[30, 10, 20]) await house.Store.Wake(Name, Now(house).AddMinutes(minutes), Stop);

        Assert.Equal(Now(house).AddMinutes(10), (await house.Again().Alarms.SingleAsync(Stop)).DueAt);
    }

    [Theory, OnBoth]
    public async Task What_wakes_it_while_it_is_at_work_is_not_lost(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var job = new Job();
        job.Work = async due =>
        {
            if (job.Done.Count == 1) await due.Store.Wake(Name, due.Now, Stop);
            return null;
        };
        await house.Store.Wake(Name, Now(house), Stop);

        for (var i = 0; i < 3; i++) await Round(house, job);

        Assert.Equal(2, job.Done.Count);
    }

    [Theory, OnBoth]
    public async Task What_took_too_long_and_was_cancelled_brings_nothing_down(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var job = new Job();
        job.Work = due => due.Store.SpaceId == bob.SpaceId ? throw new TaskCanceledException("Out of time", new TimeoutException()) : Task.FromResult<DateTime?>(null);
        await bob.Wake(Name, Now(house).AddMinutes(-1), Stop);
        await house.Store.Wake(Name, Now(house), Stop);

        await Round(house, job);

        Assert.Equal([bob.SpaceId, house.Ada.SpaceId], job.Done);
    }

    [Theory, OnBoth]
    public async Task Two_who_set_the_same_alarm_do_not_wait_for_each_other(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, another) = (house.Store, house.Again());
        var other = Task.CompletedTask;

        await store.AllOrNothing(async () =>
        {
            other = Task.Run(() => another.Wake("Test.Job", DateTime.UnixEpoch, Stop), Stop); // with no transaction of its own, as once a day
            await Task.Delay(300, Stop);
            await store.Wake("Test.Job", DateTime.UnixEpoch.AddDays(1), Stop);
            return true;
        }, Stop);
        await other;

        Assert.Equal(DateTime.UnixEpoch, (await house.Again().Alarms.SingleAsync(Stop)).DueAt);
    }

    [Theory, OnBoth]
    public async Task What_fails_in_one_space_holds_up_no_other_and_is_tried_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var job = new Job();
        job.Work = due => due.Store.SpaceId == bob.SpaceId && job.Done.Count == 1 ? throw new InvalidOperationException("A bug") : Task.FromResult<DateTime?>(null);
        await bob.Wake(Name, Now(house).AddMinutes(-1), Stop);
        await house.Store.Wake(Name, Now(house), Stop);

        await Round(house, job);
        Assert.Equal([bob.SpaceId, house.Ada.SpaceId], job.Done);
        await Round(house, job);
        Assert.Equal(2, job.Done.Count);

        house.Clock.Pass(TimeSpan.FromMinutes(11)); // as long as whoever dropped it could still be at it
        await Round(house, job);
        Assert.Equal(bob.SpaceId, job.Done[^1]);
        Assert.Empty(await house.Again().Alarms.ToListAsync(Stop));
    }

    [Fact]
    public async Task An_alarm_of_a_job_that_this_program_does_not_know_stays()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.Wake("of a newer program", Now(house), Stop);

        await Round(house, new Job());

        Assert.Single(await house.Again().Alarms.ToListAsync(Stop));
    }

    [Fact]
    public async Task Says_itself_when_it_is_due_next()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var job = new Job { Work = due => Task.FromResult<DateTime?>(due.Now.AddHours(1)) };
        await house.Store.Wake(Name, Now(house), Stop);
        for (var minutes = 0; minutes < 180; minutes += 10)
        {
            await Round(house, job);
            house.Clock.Pass(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(3, job.Done.Count);
    }

    [Fact]
    public async Task One_that_waits_for_somebody_out_there_holds_up_no_other()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (waits, done) = (new TaskCompletionSource<DateTime?>(), new TaskCompletionSource());
        var slow = new Job("slow") { Work = _ => waits.Task };
        var other = new Job { Work = _ => { done.TrySetResult(); return Task.FromResult<DateTime?>(null); } };
        await house.Store.Wake("slow", Now(house).AddMinutes(-1), Stop);
        await house.Store.Wake(Name, Now(house), Stop);
        using var works = new Clockwork([slow, other], house.Services, NullLogger<Clockwork>.Instance);

        await works.StartAsync(Stop);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        Assert.False(waits.Task.IsCompleted);
        waits.SetResult(null);
        await works.StopAsync(Stop);
    }

    private static DateTime Now(TestHouse house) => house.Clock.GetUtcNow().UtcDateTime;

    private static Task Round(TestHouse house, Job job) => new Clockwork([job], house.Services, NullLogger<Clockwork>.Instance).Round(Stop);

    private sealed class Job(string name = ClockworkTests.Name) : IJob
    {
        public List<Guid> Done { get; } = [];

        public Func<Due, Task<DateTime?>> Work { get; set; } = _ => Task.FromResult<DateTime?>(null);

        public string Name => name;

        public Task<DateTime?> Run(Due due, CancellationToken stop)
        {
            lock (Done) Done.Add(due.Store.SpaceId);
            return Work(due);
        }
    }
}
