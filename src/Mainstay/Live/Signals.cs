using Mainstay.Storage;
using Npgsql;

namespace Mainstay.Live;

/// <summary>
/// Hears what is signalled by this process and by every other on the same database. PostgreSQL tells it, on one connection for all who hear;
/// SQLite is looked at while anybody does. Whoever hears may be woken for nothing, and is never left asleep.
/// </summary>
public sealed class Signals(Settings settings, DataVersion version, ILogger<Signals>? log = null) : IAsyncDisposable
{
    /// <summary>How often SQLite is looked at.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly Lock turn = new();
    private readonly HashSet<Hearing> hearers = [];
    private readonly CancellationTokenSource ending = new();
    private Task listening = Task.CompletedTask;

    /// <summary>From here on nothing that is signalled is missed, until the hearing is disposed of.</summary>
    public Hearing Hear(Guid space, string topic)
    {
        var hearing = new Hearing(Signalling.Said(space, topic), Leave);
        lock (turn)
        {
            hearers.Add(hearing);
            if (listening.IsCompleted && !ending.IsCancellationRequested) listening = settings.IsPostgres ? Task.Run(Listen) : Watch(Version());
        }
        return hearing;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await listening;
        ending.Dispose();
    }

    /// <summary>Begun with who hears first, and kept from then on. What was said while there was no line, nobody knows: so everybody looks once when there is one again.</summary>
    private async Task Listen()
    {
        for (var failures = 0; !ending.IsCancellationRequested; failures++)
        {
            try
            {
                await using var line = new NpgsqlConnection(Line());
                line.Notification += (_, heard) => Wake(heard.Payload);
                await line.OpenAsync(ending.Token);
                await using (var listen = new NpgsqlCommand($"LISTEN {Signalling.Channel}", line)) await listen.ExecuteNonQueryAsync(ending.Token);
                failures = 0;
                Wake(null);
                while (true) await line.WaitAsync(ending.Token);
            }
            catch (Exception lost)
            {
                if (ending.IsCancellationRequested) return;
                if (failures == 0) log?.LogWarning("The line to the database for live events was lost ({Kind}), and is taken up again.", lost.GetType().Name);
                await Pause(TimeSpan.FromMilliseconds(250) * (1 << Math.Min(failures, 6)));
            }
        }
    }

    /// <summary>A connection of its own, on which a server that is gone is noticed.</summary>
    private string Line() => new NpgsqlConnectionStringBuilder(settings.Database) { Pooling = false, Multiplexing = false, KeepAlive = 10, ApplicationName = "mainstay live" }.ToString();

    /// <summary>As long as anybody hears, and no longer.</summary>
    private async Task Watch(string? seen)
    {
        while (await Pause(Look) && IsHeard())
        {
            var now = Version();
            if (now == seen && now is not null) continue;
            seen = now;
            Wake(null);
        }
    }

    /// <summary>Null when it cannot be said: then everybody looks for themselves.</summary>
    private string? Version()
    {
        try
        {
            return version.AtHand();
        }
        catch (Exception world) when (world.IsFromTheWorld())
        {
            return null;
        }
    }

    /// <summary>Whoever comes after this said no begins anew.</summary>
    private bool IsHeard()
    {
        lock (turn)
        {
            if (hearers.Count > 0) return true;
            listening = Task.CompletedTask;
            return false;
        }
    }

    /// <summary>Wakes who listens to this; everybody when it is not known what was said.</summary>
    private void Wake(string? said)
    {
        lock (turn)
        {
            foreach (var hearing in hearers)
                if (said is null || hearing.Said == said) hearing.Wake();
        }
    }

    private void Leave(Hearing hearing)
    {
        lock (turn) hearers.Remove(hearing);
    }

    /// <summary>False when the process ends meanwhile.</summary>
    private async Task<bool> Pause(TimeSpan time)
    {
        try
        {
            await Task.Delay(time < LongestPause ? time : LongestPause, ending.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
