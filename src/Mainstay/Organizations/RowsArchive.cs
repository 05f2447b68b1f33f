using CsvHelper;
using Mainstay.Archive;
using Mainstay.Formats;
using Mainstay.Storage;

namespace Mainstay.Organizations;

/// <summary>Everybody as a table, one row a person, for spreadsheets and other address books.</summary>
internal sealed class RowsArchive : IExportFormat
{
    public string Name => "csv";

    public IReadOnlyList<string> Versions => [];

    /// <summary>Goes through everybody twice: how many columns there are is known only at the end.</summary>
    public async Task<long> Write(Store store, Stream output, string? version, CancellationToken stop)
    {
        int[]? widths = null;
        await foreach (var person in store.EverybodyToExport(false, stop))
            widths = widths is null ? GoogleColumns.Widths(person) : [.. widths.Zip(GoogleColumns.Widths(person), Math.Max)];
        if (widths is null) return 0;
        await using var rows = CsvWriter.Create(output, leaveOpen: true);
        await Write(rows, GoogleColumns.Header(widths), stop);
        var count = 0L;
        await foreach (var person in store.EverybodyToExport(false, stop))
        {
            await Write(rows, GoogleColumns.Row(person, widths), stop);
            count++;
        }
        return count;
    }

    private static async Task Write(CsvWriter rows, IEnumerable<string?> cells, CancellationToken stop)
    {
        foreach (var cell in cells) rows.WriteField(CsvShield.Shield(cell ?? ""));
        await rows.EndRecordAsync(stop);
    }
}
