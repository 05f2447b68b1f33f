using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>What is typed about the columns of a table, and about those who are the same.</summary>
internal static class ColumnsCli
{
    /// <summary>Looks up what was typed for a table; what was typed of no column is left to the guess. Null when nothing was typed.</summary>
    public static Func<FileAtHand, UnknownTable, TableColumns?>? Of(IReadOnlyList<string> typed)
    {
        if (typed.Count == 0) return null;
        var meant = Pairs(typed, "column").ToDictionary(p => p.Key, p => Meaning(p.Value), StringComparer.OrdinalIgnoreCase);
        return (_, table) =>
        {
            var headings = table.Rows[0];
            if (meant.Keys.FirstOrDefault(m => !headings.Contains(m, StringComparer.OrdinalIgnoreCase)) is { } nowhere) return table.IsRecognised ? null : throw Wrong("column", "Intake.NoSuchColumn", nowhere, table.File);
            var columns = new TableColumns([.. headings.Select((h, i) => meant.TryGetValue(h, out var m) ? m : table.Guess.Meanings[i])], true);
            return columns.NameSomebody ? columns : throw Wrong("column", "Intake.ColumnsNameNobody");
        };
    }

    /// <summary>What stands before and behind the last equals sign of each.</summary>
    public static Dictionary<string, string> Pairs(IReadOnlyList<string> typed, string field)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in typed)
            if (pair.LastIndexOf('=') is > 0 and var at) pairs[pair[..at].Trim()] = pair[(at + 1)..].Trim();
            else throw Wrong(field, "Intake.NotAPair", pair);
        return pairs;
    }

    private static Meaning Meaning(string typed) =>
        Enum.GetNames<Meaning>().FirstOrDefault(n => n.Equals(typed.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<Meaning>(name)
            : throw Wrong("column", "Intake.NoSuchMeaning", typed, string.Join(", ", Enum.GetNames<Meaning>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])));

    private static Mistaken Wrong(string field, string key, params object?[] inputs)
    {
        var problems = new Problems();
        problems.Add(field, key, inputs);
        return new(problems);
    }
}
