using Mainstay.Archive;
using Mainstay.Storage;

namespace Mainstay.Intake;

/// <summary>Brings in a whole network, as another Mainstay wrote it.</summary>
public static class WholeActions
{
    /// <summary>What it would do to bring these in, people from files or a whole network. Writes nothing.</summary>
    public static Task<ImportReport> LookInto(this Store store, IReadOnlyList<Reading> readings, IEnumerable<IArchiveSection> sections, ImportWishes wishes, CancellationToken stop) =>
        readings is [{ Whole: not null } whole] ? store.PreviewWhole(whole, sections, stop) : store.Preview(readings, wishes, stop);

    /// <summary>Brings these in, people from files or a whole network, all of it or nothing.</summary>
    public static Task<ImportReport> BringIn(this Store store, IReadOnlyList<Reading> readings, IEnumerable<IArchiveSection> sections, ImportWishes wishes, CancellationToken stop) =>
        readings is [{ Whole: not null } whole] ? store.ImportWhole(whole, sections, wishes, stop) : store.Import(readings, wishes, stop);

    /// <summary>What a load of it would do. Looks through all of it, and writes nothing.</summary>
    public static async Task<ImportReport> PreviewWhole(this Store store, Reading reading, IEnumerable<IArchiveSection> sections, CancellationToken stop)
    {
        await using var document = reading.Whole!.Open();
        return new(null, [Report(reading, await store.PreviewLoad(sections, document, stop))]);
    }

    /// <summary>Loads it into an empty network, all of it or nothing, and remembers that it came in.</summary>
    public static Task<ImportReport> ImportWhole(this Store store, Reading reading, IEnumerable<IArchiveSection> sections, ImportWishes wishes, CancellationToken stop) => store.Patiently(async () =>
    {
        await using var document = reading.Whole!.Open();
        wishes.Progress?.Invoke(reading.File, 0);
        var report = Report(reading, await store.Load(sections, document, stop));
        store.Add(IntakeActions.Row(wishes.Id, [report], [reading], wishes));
        await store.SaveChangesAsync(stop);
        return new ImportReport(wishes.Id, [report]);
    }, stop);

    private static FileReport Report(Reading reading, ArchiveContents contents) => new(reading.File, reading.Format)
    {
        Rows = (int)contents["people"],
        Added = (int)contents["people"],
        HasTouches = contents["touches"] > 0,
        TouchesAdded = (int)contents["touches"],
    };
}
