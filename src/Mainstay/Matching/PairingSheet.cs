using System.Globalization;
using System.Text;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>A draft as a table for spreadsheets: one row for each mentee, whoever has nobody among them.</summary>
internal static class PairingSheet
{
    public static string Of(Draft draft)
    {
        var sheet = new StringBuilder();
        Add(sheet, "mentee", "mentor", "score", "choice", "why");
        foreach (var pair in draft.Pairs)
            Add(sheet, pair.Mentee.Name, pair.Mentor.Name, pair.Score.ToString("0.0", CultureInfo.InvariantCulture), pair.Rank.ToString(CultureInfo.InvariantCulture), string.Join(" ", pair.Reasons.Select(r => r.InWords())));
        foreach (var alone in draft.Unmatched) Add(sheet, alone.Mentee.Name, "", "", "", alone.Why.InWords());
        return sheet.ToString();
    }

    private static void Add(StringBuilder sheet, params IEnumerable<string> cells) => sheet.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string text) => CsvShield.Shield(text) is var cell && cell.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
