using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Archive;

/// <summary>The whole space as one document, and back.</summary>
public static class ArchiveActions
{
    /// <summary>The version of the document. A program reads the versions it knows.</summary>
    public const int Version = 1;

    private const int RowsAtOnce = 1_000, BytesAtOnce = 16_000_000;
    private const string Mark = "mainstay";

    /// <summary>Told by content: an object whose first member is ours.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> beginning)
    {
        if (beginning.StartsWith("\uFEFF"u8)) beginning = beginning[3..];
        beginning = beginning.TrimStart(" \t\r\n"u8);
        return beginning.Length > 0 && beginning[0] == '{' && beginning[1..].TrimStart(" \t\r\n"u8).StartsWith("\"mainstay\""u8);
    }

    /// <summary>Writes everything of the space as it is at one moment, whoever else is writing.</summary>
    public static async Task<ArchiveContents> WriteArchive(this Store store, IEnumerable<IArchiveSection> sections, Stream output, TimeProvider clock, CancellationToken stop)
    {
        await using var reading = await store.ReadAtOneMoment(stop);
        var space = await store.Spaces.AsNoTracking().FirstAsync(s => s.Id == store.SpaceId, stop);
        using var document = new ArchiveWriter(output);
        document.Value(Mark, Version);
        document.Value("exportedAt", clock.GetUtcNow().UtcDateTime);
        document.Value("space", new ArchivedSpace(space.Name, space.Kind, space.TimeZone, space.Locale, space.CreatedAt));
        var counts = new List<ArchiveCount>();
        foreach (var section in sections) counts.Add(new(section.Name, await document.List(section.Name, section.Rows(store, stop), stop)));
        await document.End(stop);
        return new(counts);
    }

    /// <summary>Looks through a whole archive, which must be able to seek, and says what is in it; a refusal names the first thing that is wrong. Nothing is written.</summary>
    public static async Task<ArchiveContents> ReadArchive(this IEnumerable<IArchiveSection> sections, Stream input, CancellationToken stop)
    {
        var check = new ArchiveCheck();
        var counts = new List<ArchiveCount>();
        var hasSpace = false;
        await Through(input, sections, value => hasSpace |= value is not null, (section, rows) =>
        {
            if (counts.Count == 0 || counts[^1].Name != section.Name)
            {
                if (counts.Exists(c => c.Name == section.Name)) throw new CannotBeDone("Archive.Unreadable", section.Name);
                counts.Add(new(section.Name, 0));
                check.Begin(section.Name);
            }
            foreach (var row in rows)
            {
                check.Next();
                section.Check(row, check);
            }
            counts[^1] = new(section.Name, counts[^1].Rows + rows.Count);
            return Task.CompletedTask;
        }, stop);
        if (!hasSpace) throw new CannotBeDone("Archive.Unreadable", "space");
        check.End();
        return new(counts);
    }

    /// <summary>Looks through an archive as <see cref="Load"/> would, also at whether this network could take it. Nothing is written.</summary>
    public static async Task<ArchiveContents> PreviewLoad(this Store store, IEnumerable<IArchiveSection> sections, Stream input, CancellationToken stop)
    {
        var all = sections.ToList();
        var contents = await all.ReadArchive(input, stop);
        await store.RefuseUnlessEmpty(all, stop);
        return contents;
    }

    /// <summary>Brings an archive into an empty network, after a look through all of it, in the open transaction or one of its own. Ids stay, and what is derived is derived anew.</summary>
    public static Task<ArchiveContents> Load(this Store store, IEnumerable<IArchiveSection> sections, Stream input, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var all = sections.ToList();
        var contents = await store.PreviewLoad(all, input, stop);
        var space = default(ArchivedSpace);
        await Through(input, all, value => space ??= value, (section, rows) => section.Write(store, rows, stop), stop);
        foreach (var section in all) await section.Finish(store, stop);
        await store.Spaces.Where(s => s.Id == store.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, space!.Name).SetProperty(x => x.TimeZone, space!.TimeZone)
            .SetProperty(x => x.Locale, space!.Locale).SetProperty(x => x.CreatedAt, space!.CreatedAt), stop);
        return contents;
    }, stop);

    private static async Task RefuseUnlessEmpty(this Store store, IEnumerable<IArchiveSection> sections, CancellationToken stop)
    {
        foreach (var section in sections)
            if (!await section.IsEmpty(store, stop)) throw new Conflict("Archive.NotEmpty");
    }

    private static async Task Through(Stream input, IEnumerable<IArchiveSection> sections, Action<ArchivedSpace?> space, Func<IArchiveSection, IReadOnlyList<object>, Task> take, CancellationToken stop)
    {
        input.Position = 0;
        var reader = new ArchiveReader(input);
        var chunk = new ArchiveChunk(sections, take);
        try
        {
            if (await reader.Next(stop) is not { } first) throw new CannotBeDone("Archive.NotOurs");
            CheckVersion(first);
            while (await reader.Next(stop) is { } piece)
            {
                if (piece.IsRow || piece.Name is not ("exportedAt" or "space")) await chunk.Add(piece);
                else if (piece.Name == "space") space(JsonSerializer.Deserialize<ArchivedSpace>(piece.Json.Span, ArchiveJson.Options));
            }
            await chunk.End();
        }
        catch (DayTooLate late)
        {
            throw new CannotBeDone("Archive.RowProblem", chunk.Place, new Reason("Archive.DayTooLate", late.Day));
        }
        catch (JsonException)
        {
            throw new CannotBeDone("Archive.Unreadable", chunk.Place);
        }
    }

    /// <summary>Rows of one list, some at a time: not too many, and not too large together.</summary>
    private sealed class ArchiveChunk(IEnumerable<IArchiveSection> sections, Func<IArchiveSection, IReadOnlyList<object>, Task> take)
    {
        private readonly Dictionary<string, IArchiveSection> byName = sections.ToDictionary(s => s.Name);
        private IArchiveSection? section;
        private List<object> rows = [];
        private long bytes, count;

        /// <summary>The row that was read last.</summary>
        public string Place => section is null ? "space" : $"{section.Name} {count}";

        public async Task Add(ArchivePiece piece)
        {
            if (section?.Name != piece.Name) await Begin(piece);
            if (rows.Count == RowsAtOnce || bytes > BytesAtOnce) await Take();
            count++;
            bytes += piece.Json.Length;
            rows.Add(section!.Read(piece.Json.Span));
        }

        public Task End() => Take();

        private async Task Begin(ArchivePiece piece)
        {
            await Take();
            if (!piece.IsRow || !byName.TryGetValue(piece.Name, out section)) throw new CannotBeDone("Archive.UnknownList", piece.Name);
            count = 0;
        }

        private async Task Take()
        {
            if (rows.Count > 0) await take(section!, rows);
            (rows, bytes) = ([], 0);
        }
    }

    private static void CheckVersion(ArchivePiece first)
    {
        if (first.IsRow || first.Name != Mark) throw new CannotBeDone("Archive.NotOurs");
        var version = JsonSerializer.Deserialize<int>(first.Json.Span, ArchiveJson.Options);
        if (version != Version) throw new CannotBeDone("Archive.OtherVersion", version);
    }
}
