using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary>A draft as a table for spreadsheets: one row for each mentee, whoever has nobody among them.</summary>
internal static partial class PairingSheet
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

    /// <summary>Quoted, and no formula either where a spreadsheet takes semicolons or tabs for what parts cells.</summary>
    private static string Cell(string text) => $"\"{BehindAParting().Replace(CsvShield.Shield(text), "'").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"(?<=[;\t])(?=[=+\-@])", RegexOptions.None, 1_000)]
    private static partial Regex BehindAParting();
}
