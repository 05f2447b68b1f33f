using System.Globalization;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>Reads one side of a round from a table of text: one row each, columns by their names.</summary>
internal static class SheetSource
{
    private const string Name = "name", Capacity = "capacity", Offers = "offers", Avoid = "avoid";

    /// <summary>What each column may also be called.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        [Name] = ["name"], [Capacity] = ["capacity", "places", "kapazität", "plätze"], [Criterion.Wants] = ["wants", "sucht"],
        [Offers] = ["offers", "bietet"], [Avoid] = ["avoid", "avoids", "meidet", "nicht mit"], [Criterion.Prefers] = ["prefers", "wishes", "wünscht", "bevorzugt"],
    };

    public static ParticipantSheet Read(string path, string side)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Read(file, side);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Mistaken(new Problems { { side, "Storage.NoSuchFile", path } });
        }
        catch (UnauthorizedAccessException)
        {
            throw new Mistaken(new Problems { { side, "Matching.FileClosed", path } });
        }
    }

    /// <summary>The header is the first row that is not empty.</summary>
    public static ParticipantSheet Read(Stream stream, string side)
    {
        if (stream is { CanSeek: true, Length: 0 }) throw new Mistaken(Nothing(side));
        using var table = CsvTable.Open(stream);
        var first = table.Head(20).FirstOrDefault(row => !row.IsBlank);
        if (table.Refusal is { } refusal) throw new Mistaken(new Problems { { side, "Matching.Unreadable", refusal.Line, refusal.Sentence() } });
        if (first is null) throw new Mistaken(Nothing(side));
        var header = new CsvHeader(first);
        var columns = Known.ToDictionary(k => k.Key, k => k.Value.Select(header.Column).FirstOrDefault(c => c >= 0, -1));
        if (columns[Name] < 0) throw new Mistaken(new Problems { { side, "Matching.NoNameColumn", string.Join(", ", first.Fields.Where(f => f.Trim().Length > 0)) } });
        var further = first.Fields.Select((field, at) => (Name: field.Trim(), At: at)).Where(f => f.Name.Length > 0 && !columns.ContainsValue(f.At)).DistinctBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var problems = new Problems();
        List<Participant> all = [.. table.Rows(header).Where(row => !row.IsBlank).Select(row => Of(row, columns, further, side, problems)).Take(ParticipantSheet.Most + 1)];
        foreach (var odd in table.Problems.Where(p => p.Kind == ProblemKind.Damage).DistinctBy(p => p.Line).Take(5)) problems.Add(side, "Matching.RowOdd", odd.Line); // a comma that is not quoted moves what stands behind it, exclusions too
        if (table.Refusal is { } rest) problems.Add(side, "Matching.Unreadable", rest.Line, rest.Sentence());
        Mistaken.ThrowIf(problems);
        return new(side, all, [.. further.Select(f => f.Name)]) { Missing = [.. columns.Where(c => c.Value < 0).Select(c => c.Key)] };
    }

    private static Problems Nothing(string side) => new Problems().When(true, side, "Matching.Empty");

    private static Participant Of(CsvRow row, Dictionary<string, int> columns, List<(string Name, int At)> further, string side, Problems problems)
    {
        string Cell(string column) => CsvShield.Unshield(row[columns[column]]).Trim();
        var (name, places) = (Cell(Name), 1);
        problems.When(name.Length == 0, side, "Matching.NamelessLine", row.Line);
        if (Cell(Capacity) is { Length: > 0 } said && !int.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out places)) problems.Add(side, "Matching.PlacesUnread", row.Line, said);
        return new(name, places)
        {
            Wants = ParticipantSheet.Listed(Cell(Criterion.Wants)), Offers = ParticipantSheet.Listed(Cell(Offers)), Avoid = ParticipantSheet.Names(Cell(Avoid)), Prefers = ParticipantSheet.Names(Cell(Criterion.Prefers)),
            Known = further.Select(f => (f.Name, Text: CsvShield.Unshield(row[f.At]).Trim())).Where(f => f.Text.Length > 0).ToDictionary(f => f.Name, f => f.Text, StringComparer.OrdinalIgnoreCase),
        };
    }
}
