using Mainstay.Accounts;
using Mainstay.Storage;

namespace Mainstay.Hosting;

/// <summary>What rooms do once a day while the server runs: the first time soon after it started.</summary>
internal sealed class DayByDay(IReadOnlyList<Room> rooms, IServiceProvider services, ILogger<DayByDay> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        using var timer = new PeriodicTimer(Look, clock);
        DateOnly? done = null;
        try
        {
            do done = await Tend(clock, done, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was not done today is done when it starts again.
        }
    }

    private async Task<DateOnly?> Tend(TimeProvider clock, DateOnly? done, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            var owner = await scope.ServiceProvider.GetRequiredService<Store>().EnterAsLocalOwner(clock, stop);
            if (done == owner.Today(clock)) return done;
            foreach (var room in rooms) await room.EachDay(scope.ServiceProvider, owner.Today(clock), stop);
            return owner.Today(clock);
        }
        catch (Exception world) when (world.IsFromTheWorld())
        {
            return done; // busy or unreachable: it is tried again in an hour
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError("What is done once a day failed: {Kind}\n{Place}", failure.GetType().FullName, failure.StackTrace);
            return done;
        }
    }
}
