using Mainstay.Archive;
using Mainstay.Storage;

namespace Mainstay.Intake;

/// <summary>Brings in a whole network, as another Mainstay wrote it.</summary>
public static class WholeActions
{
    /// <summary>What a load of it would do. Looks through all of it, and writes nothing.</summary>
    public static async Task<ImportReport> PreviewWhole(this Store store, Reading reading, IEnumerable<IArchiveSection> sections, CancellationToken stop)
    {
        await using var document = reading.Whole!.Open();
        return new(null, [Report(reading, await store.PreviewLoad(sections, document, stop))]);
    }

    /// <summary>Loads it into an empty network, all of it or nothing, and remembers that it came in.</summary>
    public static async Task<ImportReport> ImportWhole(this Store store, Reading reading, IEnumerable<IArchiveSection> sections, ImportWishes wishes, CancellationToken stop)
    {
        await using var document = reading.Whole!.Open();
        await using var writing = await store.WaitForOthers(stop);
        wishes.Progress?.Invoke(reading.File, 0);
        var report = Report(reading, await store.Load(sections, document, stop));
        var id = Guid.CreateVersion7();
        store.Add(IntakeActions.Row(id, [report], [reading], wishes));
        await store.SaveChangesAsync(stop);
        await writing.CommitAsync(stop);
        return new(id, [report]);
    }

    private static FileReport Report(Reading reading, ArchiveContents contents) => new(reading.File, reading.Format)
    {
        Rows = (int)contents["people"],
        Added = (int)contents["people"],
        HasTouches = contents["touches"] > 0,
        TouchesAdded = (int)contents["touches"],
    };
}
