using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Jobs;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

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
        var spaces = await scope.ServiceProvider.GetRequiredService<Store>().Spaces.AsNoTracking().OrderBy(s => s.Id).ToListAsync(stop);
        foreach (var space in spaces) await Attempt(() => Tend(space, stop), stop);
    }

    /// <summary>Rooms keep their days in networks; of a circle only old answers are forgotten, for what is due there has alarms of its own.</summary>
    private async Task Tend(Space space, CancellationToken stop)
    {
        var owner = Owner.Of(space);
        var today = owner.Today(clock);
        if (done.GetValueOrDefault(owner.SpaceId) == today) return;
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.SpaceId = owner.SpaceId;
        await store.ForgetAnswers(clock, stop);
        if (space.Kind == SpaceKind.Network)
        {
            foreach (var room in rooms) await room.EachDay(scope.ServiceProvider, today, stop);
            // Whatever became of the clock meanwhile: each job looks for itself, and sets its alarm by the time it is now.
            foreach (var job in services.GetServices<IJob>()) await store.Wake(job.Name, clock.GetUtcNow().UtcDateTime, stop);
        }
        done[owner.SpaceId] = today;
    }

    /// <summary>What fails in one network is tried again in an hour, and holds up no other.</summary>
    private Task Attempt(Func<Task> work, CancellationToken stop) => log.Attempt("What is done once a day", work, stop);
}
