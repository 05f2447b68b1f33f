using System.Text.Json;
using Mainstay.Storage;

namespace Mainstay.Archive;

/// <summary>One list of an archive: what a room keeps of one kind, written and read back. Sections stand in the order of their rooms, and refer only to rows that stand in the same or an earlier one.</summary>
public interface IArchiveSection
{
    /// <summary>Its name in the document, camelCase.</summary>
    string Name { get; }

    /// <summary>There is nothing of it in this space, in the trash neither.</summary>
    Task<bool> IsEmpty(Store store, CancellationToken stop);

    /// <summary>Everything of it in this space, trash included, in an order that is the same on both databases.</summary>
    IAsyncEnumerable<object> Rows(Store store, CancellationToken stop);

    /// <exception cref="JsonException">It is not a row of this section.</exception>
    object Read(ReadOnlySpan<byte> json);

    /// <summary>Says what is wrong with a row, before anything is written.</summary>
    void Check(object row, ArchiveCheck check);

    /// <summary>Writes rows that were checked into an empty space, in the open transaction.</summary>
    Task Write(Store store, IReadOnlyList<object> rows, CancellationToken stop);

    /// <summary>Derives what is not in the archive, when every section is written, in the same transaction.</summary>
    Task Finish(Store store, CancellationToken stop);
}

/// <summary>A section whose rows are values of one type.</summary>
public abstract class ArchiveSection<T>(string name) : IArchiveSection where T : notnull
{
    public string Name => name;

    public abstract Task<bool> IsEmpty(Store store, CancellationToken stop);

    public virtual Task Finish(Store store, CancellationToken stop) => Task.CompletedTask;

    protected abstract IAsyncEnumerable<T> Rows(Store store, CancellationToken stop);

    protected abstract void Check(T row, ArchiveCheck check);

    protected abstract Task Write(Store store, IReadOnlyList<T> rows, CancellationToken stop);

    async IAsyncEnumerable<object> IArchiveSection.Rows(Store store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in Rows(store, stop)) yield return row;
    }

    object IArchiveSection.Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, ArchiveJson.Options) ?? throw new JsonException();

    void IArchiveSection.Check(object row, ArchiveCheck check) => Check((T)row, check);

    Task IArchiveSection.Write(Store store, IReadOnlyList<object> rows, CancellationToken stop) => Write(store, [.. rows.Cast<T>()], stop);
}
