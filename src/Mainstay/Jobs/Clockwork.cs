using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Jobs;

/// <summary>Does what is due in every space, as the alarms say. Several processes on one database share the work; what one of them drops, another takes up.</summary>
public sealed class Clockwork(IEnumerable<IJob> jobs, IServiceProvider services, ILogger<Clockwork> log) : BackgroundService
{
    private const int MostAtOnce = 200;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    /// <summary>So long one turn may take before it counts as abandoned.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IJob> jobs = jobs.ToDictionary(j => j.Name);
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    /// <summary>One look at the alarms: everything that is due now is done.</summary>
    public Task Round(CancellationToken stop) => Round(jobs.Keys, stop);

    private async Task Round(IReadOnlyCollection<string> some, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        foreach (var alarm in await store.Ringing(some, clock.GetUtcNow().UtcDateTime, MostAtOnce, stop)) await Attempt(() => Answer(store, alarm, stop), stop);
    }

    /// <summary>Each job has a hand of its own: one that waits for somebody out there holds up no other.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Keys.Select(job => Hand(job, stoppingToken)));

    private async Task Hand(string job, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            do await Attempt(() => Round([job], stop), stop);
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server stops; the alarms stay.
        }
    }

    private async Task Answer(Store store, Alarm alarm, CancellationToken stop)
    {
        var taken = JobsActions.Kept(clock.GetUtcNow().UtcDateTime + Turn);
        if (!await store.TakeOn(alarm, taken, stop)) return;
        var next = await Do(jobs[alarm.Job], alarm.SpaceId, stop);
        await store.SetAnew(alarm, taken, next, stop);
    }

    private async Task<DateTime?> Do(IJob job, Guid space, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        if (await store.Spaces.AsNoTracking().SingleOrDefaultAsync(s => s.Id == space, stop) is not { } found) return null;
        store.SpaceId = space;
        var owner = Owner.Of(found);
        Languages.Speak(owner.Culture);
        return await job.Run(new(scope.ServiceProvider, store, owner, clock), stop);
    }

    /// <summary>What fails in one space holds up no other, and is tried again when its turn has run out.</summary>
    private Task Attempt(Func<Task> work, CancellationToken stop) => log.Attempt("What was due", work, stop);
}
