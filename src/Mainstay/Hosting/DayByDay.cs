using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Jobs;
using Mainstay.Storage;

namespace Mainstay.Hosting;

/// <summary>What rooms do once a day in each network while the server runs: the first time soon after it started.</summary>
internal sealed class DayByDay(IReadOnlyList<Room> rooms, IServiceProvider services, ILogger<DayByDay> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();
    private readonly Dictionary<Guid, DateOnly> done = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            do await Attempt(() => TendAll(stoppingToken), stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was not done today is done when it starts again.
        }
    }

    private async Task TendAll(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var space in await scope.ServiceProvider.GetRequiredService<Store>().Networks(stop)) await Attempt(() => Tend(Owner.Of(space), stop), stop);
    }

    private async Task Tend(Owner owner, CancellationToken stop)
    {
        var today = owner.Today(clock);
        if (done.GetValueOrDefault(owner.SpaceId) == today) return;
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.SpaceId = owner.SpaceId;
        await store.ForgetAnswers(clock, stop);
        foreach (var room in rooms) await room.EachDay(scope.ServiceProvider, today, stop);
        // Whatever became of the clock meanwhile: each job looks for itself, and sets its alarm by the time it is now.
        foreach (var job in services.GetServices<IJob>()) await store.Wake(job.Name, clock.GetUtcNow().UtcDateTime, stop);
        done[owner.SpaceId] = today;
    }

    /// <summary>What fails in one network is tried again in an hour, and holds up no other.</summary>
    private Task Attempt(Func<Task> work, CancellationToken stop) => log.Attempt("What is done once a day", work, stop);
}
