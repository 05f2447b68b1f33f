using System.Text.Json;
using Mainstay.Archive;
using Mainstay.Intake;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Deliveries;

public static class DeliveriesActions
{
    /// <summary>More that wait at once are not kept: the oldest goes.</summary>
    public const int MostWaiting = 5;

    /// <summary>How long files wait for the owner's word.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Takes files that lie ready. Refused when one of them cannot be read.</summary>
    public static async Task<Delivery> HandIn(this Store store, Delivery delivery, IReadOnlyList<FileAtHand> files, CancellationToken stop)
    {
        FileSource.Open(files, (_, table) => table.Guess);
        store.Add(delivery);
        await store.SaveChangesAsync(stop);
        var old = await store.Deliveries.Where(d => d.Stage != DeliveryStage.Started).OrderByDescending(d => d.Id).Skip(MostWaiting).Select(d => d.Id).ToListAsync(stop);
        await store.Deliveries.Where(d => old.Contains(d.Id)).ExecuteDeleteAsync(stop);
        return delivery;
    }

    /// <summary>Says what the columns of its tables mean; then it is looked at anew.</summary>
    public static async Task Explain(this Store store, Guid id, IReadOnlyDictionary<int, TableColumns> columns, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(columns.Values.Any(c => !c.NameSomebody), "columns", "Intake.ColumnsNameNobody"));
        var text = JsonSerializer.Serialize(columns, Json.OneLine);
        var waiting = store.Deliveries.Where(d => d.Id == id && (d.Stage == DeliveryStage.Asking || d.Stage == DeliveryStage.Ready));
        if (await waiting.ExecuteUpdateAsync(d => d.SetProperty(x => x.Columns, text).SetProperty(x => x.Stage, DeliveryStage.Looking).SetProperty(x => x.Problem, (string?)null), stop) == 0) await store.DeliveryOf(id, stop);
    }

    /// <summary>The owner's word: it is brought in as soon as those before it are. Said twice, it counts once. Who is the same person is said by the key of a doubt and that of a candidate.</summary>
    public static async Task Start(this Store store, Guid id, IReadOnlyDictionary<string, string> same, bool withText, CancellationToken stop)
    {
        var text = JsonSerializer.Serialize(same, Json.OneLine);
        await store.Deliveries.Where(d => d.Id == id && d.Stage == DeliveryStage.Ready).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.Same, text).SetProperty(x => x.WithText, withText).SetProperty(x => x.Stage, DeliveryStage.Started).SetProperty(x => x.Problem, (string?)null), stop);
    }

    /// <summary>Back to where it waits for the owner's word.</summary>
    public static Task<int> Halt(this Store store, Guid id, string? problem, CancellationToken stop) => store.Deliveries.Where(d => d.Id == id && d.Stage == DeliveryStage.Started)
        .ExecuteUpdateAsync(d => d.SetProperty(x => x.Stage, DeliveryStage.Ready).SetProperty(x => x.Problem, problem), stop);

    /// <summary>It is not wanted. What is being brought in is not dropped.</summary>
    public static Task<int> Drop(this Store store, Guid id, CancellationToken stop) => store.Deliveries.Where(d => d.Id == id && d.Stage != DeliveryStage.Started).ExecuteDeleteAsync(stop);

    /// <summary>Those that waited too long are let go.</summary>
    public static Task<int> DropForgotten(this Store store, TimeProvider clock, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime - Patience;
        return store.Deliveries.Where(d => d.Stage != DeliveryStage.Started && d.At < before).ExecuteDeleteAsync(stop);
    }

    internal static Task<int> Break(this Store store, Guid id, string problem, CancellationToken stop) => store.Deliveries.Where(d => d.Id == id)
        .ExecuteUpdateAsync(d => d.SetProperty(x => x.Stage, DeliveryStage.Broken).SetProperty(x => x.Problem, problem), stop);

    /// <summary>Looks through the files, and keeps what was seen. Nothing else is written.</summary>
    internal static async Task LookAhead(this Store store, Delivery delivery, IReadOnlyList<FileAtHand> files, IEnumerable<IArchiveSection> sections, ImportWishes wishes, CancellationToken stop)
    {
        var (explained, tables) = (delivery.Explained(), new Dictionary<int, UnknownTable>());
        var readings = FileSource.Open(files, (file, table) => table.IsRecognised ? null : explained.GetValueOrDefault(Place(files, file, table, tables)) ?? table.Guess);
        var isAsking = tables.Keys.Any(t => !explained.ContainsKey(t));
        var report = isAsking ? null : await store.LookInto(readings, sections, wishes, stop);
        var look = JsonSerializer.Serialize(new Look(report is null ? null : ReportInWords.ForPages(null, report.Files), tables), Json.OneLine);
        await store.Deliveries.Where(d => d.Id == delivery.Id && d.Stage == DeliveryStage.Looking).ExecuteUpdateAsync(d => d.SetProperty(x => x.Look, look).SetProperty(x => x.Stage, isAsking ? DeliveryStage.Asking : DeliveryStage.Ready), stop);
    }

    /// <summary>Brings it in, and lets the import stand in its place: both or neither.</summary>
    internal static Task<ImportReport> BringIn(this Store store, Delivery delivery, IReadOnlyList<FileAtHand> files, IEnumerable<IArchiveSection> sections, ImportWishes wishes, CancellationToken stop) => store.Patiently(async () =>
    {
        var explained = delivery.Explained();
        var readings = FileSource.Open(files, (file, table) => table.IsRecognised ? null : explained.GetValueOrDefault(Place(files, file, table, [])) ?? table.Guess);
        var meant = wishes with { Id = delivery.Id, WithText = delivery.WithText, Same = delivery.SaidTheSame() };
        var report = await store.BringIn(readings, sections, meant, stop);
        await store.Deliveries.Where(d => d.Id == delivery.Id).ExecuteDeleteAsync(stop);
        return report;
    }, stop);

    private static int Place(IReadOnlyList<FileAtHand> files, FileAtHand file, UnknownTable table, Dictionary<int, UnknownTable> tables)
    {
        var place = Enumerable.Range(0, files.Count).First(i => ReferenceEquals(files[i], file));
        tables[place] = table;
        return place;
    }
}
