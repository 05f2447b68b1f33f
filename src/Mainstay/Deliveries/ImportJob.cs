using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Mainstay.Archive;
using Mainstay.Intake;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Deliveries;

/// <summary>How far it is.</summary>
/// <param name="Rows">How many rows are read.</param>
/// <param name="Of">How many there are, as far as is known.</param>
public sealed record Step(int Rows, int Of)
{
    /// <summary>All is read; what is left is to make everybody findable.</summary>
    public bool IsFinishing => Of > 0 && Rows >= Of;
}

/// <summary>Looks at deliveries and brings them in while the server runs, one after the other. What stops it in the middle leaves nothing half.</summary>
public sealed class ImportJob(IServiceProvider services, DeliverySource source, Settings settings, TimeProvider clock, ILogger<ImportJob> log) : BackgroundService
{
    /// <summary>More rows of a file are not taken on the web.</summary>
    internal const int MostRows = 200_000;

    private static readonly TimeSpan Look = TimeSpan.FromHours(1), Glance = TimeSpan.FromSeconds(2);

    private readonly Channel<Work> line = Channel.CreateUnbounded<Work>();
    private readonly ConcurrentDictionary<Guid, Work> inLine = [], inHand = [];
    private readonly HashSet<Guid> waiting = [];

    /// <summary>There is something to do with it. The answer comes when it is done.</summary>
    public Task Wake(Guid space, Guid id)
    {
        var work = inLine.GetOrAdd(id, _ => new(space, id));
        if (work.TryQueue()) line.Writer.TryWrite(work);
        return work.Done;
    }

    /// <summary>How far it is; null when it waits in line, or when another server does it.</summary>
    public Step? StepOf(Guid id) => inHand.GetValueOrDefault(id)?.Step;

    /// <summary>Stops bringing it in. The answer comes when what was written is taken back.</summary>
    public async Task Stop(Guid id)
    {
        if (inLine.TryRemove(id, out var waiting)) await waiting.Halting.CancelAsync();
        if (!inHand.TryGetValue(id, out var work)) return;
        await work.Halting.CancelAsync();
        await work.Done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(WorkOff(stoppingToken), KeepTidy(stoppingToken), settings.IsPostgres ? HelpOthers(stoppingToken) : Task.CompletedTask);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what it was at is said when it starts again.
        }
    }

    private async Task WorkOff(CancellationToken stop)
    {
        await foreach (var work in line.Reader.ReadAllAsync(stop))
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, work.Halting.Token);
            try
            {
                inHand[work.Id] = work;
                inLine.TryRemove(KeyValuePair.Create(work.Id, work)); // from here on a new call is a new work
                await Guarded(() => Do(work, either.Token), work);
            }
            finally
            {
                inHand.TryRemove(work.Id, out _);
                work.Finish();
            }
        }
    }

    private async Task KeepTidy(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
            foreach (var (space, id) in source.All())
                if (!inLine.ContainsKey(id) && !inHand.ContainsKey(id)) await Guarded(() => Tidy(new(space, id), stop), new(space, id));
        while (await timer.WaitForNextTickAsync(stop));
    }

    /// <summary>Another server may be told to go on with what was handed in here: then it is seen in the database.</summary>
    private async Task HelpOthers(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Glance, clock);
        while (await timer.WaitForNextTickAsync(stop))
            foreach (var (space, id) in source.All())
                if (!inLine.ContainsKey(id) && !inHand.ContainsKey(id)) await Guarded(() => GoOn(new(space, id), stop), new(space, id));
    }

    /// <summary>What was begun before this server ran was interrupted, and waits for its owner.</summary>
    private async Task GoOn(Work work, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var store = Enter(scope, work);
        var stage = await store.Deliveries.AsNoTracking().Where(d => d.Id == work.Id).Select(d => (DeliveryStage?)d.Stage).FirstOrDefaultAsync(stop);
        if (stage is DeliveryStage.Asking or DeliveryStage.Ready) waiting.Add(work.Id);
        else if (waiting.Remove(work.Id) && stage is DeliveryStage.Looking or DeliveryStage.Started) _ = Wake(work.Space, work.Id);
    }

    private async Task Do(Work work, CancellationToken stop)
    {
        if (!source.IsHere(work.Space, work.Id)) return; // another server has the files
        await using var scope = services.CreateAsyncScope();
        var store = Enter(scope, work);
        using var held = await source.HoldPatiently(work.Space, work.Id, stop);
        if (held is null) return; // another server is at it
        if (await store.Deliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == work.Id, stop) is not { Stage: not DeliveryStage.Broken } delivery)
        {
            held.Remove();
            return;
        }
        Languages.Speak(CultureInfo.GetCultureInfo(delivery.Locale));
        var (files, sections) = (held.Files(delivery.Names()), scope.ServiceProvider.GetServices<IArchiveSection>());
        if (delivery.Stage == DeliveryStage.Looking) await store.LookAhead(delivery, files, sections, Wishes(delivery, work), stop);
        else if (delivery.Stage == DeliveryStage.Started)
        {
            await store.BringIn(delivery, files, sections, Wishes(delivery, work), stop);
            held.Remove();
        }
    }

    private ImportWishes Wishes(Delivery delivery, Work work)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(delivery.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var (done, all) = (new Dictionary<string, int>(), delivery.Seen()?.Report?.Files.Sum(f => f.Rows) ?? 0);
        return new(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime), zone, clock)
        {
            MostRows = MostRows,
            WithText = delivery.WithText,
            Progress = (file, rows) =>
            {
                done[file] = rows;
                work.Step = new(done.Values.Sum(), all);
            },
        };
    }

    /// <summary>Whatever happens to one, the others are done.</summary>
    private async Task Guarded(Func<Task> act, Work work)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException)
        {
            // Stopped: by the owner, who says what is next, or with the server.
        }
        catch (Refusal no)
        {
            await Fail(work, no.Reason, isFinal: true);
        }
        catch (Exception world) when (world.IsFromTheWorld())
        {
            await Fail(work, world.AsSentence(), isFinal: false);
        }
        catch (Exception failure)
        {
            log.LogError("Import {Id} failed: {Kind}\n{Place}", work.Id, failure.GetType().FullName, failure.StackTrace);
            await Fail(work, new("Deliveries.OurFault"), isFinal: true);
        }
    }

    private async Task Fail(Work work, Reason why, bool isFinal)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var store = Enter(scope, work);
            if (await store.Deliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == work.Id) is not { } delivery) return;
            var sentence = why.InWords(CultureInfo.GetCultureInfo(delivery.Locale));
            if (!isFinal && delivery.Stage == DeliveryStage.Started) await store.Halt(work.Id, sentence, CancellationToken.None);
            else
            {
                await store.Break(work.Id, sentence, CancellationToken.None);
                using var held = await source.HoldPatiently(work.Space, work.Id, CancellationToken.None);
                held?.Remove();
            }
        }
        catch (Exception world) when (world.IsFromTheWorld())
        {
            // The database is not there either; it is said when the server starts again.
        }
    }

    /// <summary>What a killed or stopped server left: files nobody needs are removed, what was interrupted is said, what was not looked at is.</summary>
    private async Task Tidy(Work work, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var store = Enter(scope, work);
        var dropped = await store.DropForgotten(clock, stop);
        var delivery = await store.Deliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == work.Id, stop);
        if (delivery is null && dropped == 0 && source.IsYoung(work.Space, work.Id, clock)) return; // it is being handed in right now
        using var held = source.Hold(work.Space, work.Id);
        if (held is null) return;
        if (delivery is null or { Stage: DeliveryStage.Broken }) held.Remove();
        else if (delivery.Stage == DeliveryStage.Started) await store.Halt(work.Id, new Reason("Deliveries.Interrupted").InWords(CultureInfo.GetCultureInfo(delivery.Locale)), stop);
        else if (delivery.Stage == DeliveryStage.Looking) _ = Wake(work.Space, work.Id);
    }

    private static Store Enter(AsyncServiceScope scope, Work work)
    {
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.SpaceId = work.Space;
        return store;
    }

    /// <summary>One delivery in line.</summary>
    private sealed class Work(Guid space, Guid id)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int queued;

        public Guid Space => space;

        public Guid Id => id;

        public Step? Step { get; set; }

        public CancellationTokenSource Halting { get; } = new();

        public Task Done => done.Task;

        public bool TryQueue() => Interlocked.Exchange(ref queued, 1) == 0;

        public void Finish() => done.TrySetResult();
    }
}
