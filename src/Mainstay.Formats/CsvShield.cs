using System.Text.RegularExpressions;

namespace Mainstay.Formats;

/// <summary>
/// Keeps a spreadsheet from running a cell as a formula, so that the cell can be had back to the letter. A text that
/// begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, tab or carriage return gets an apostrophe before it, which
/// spreadsheets take as "this is text"; plain numbers, such as phone numbers, do not, for other address books read them.
/// Source: OWASP, CSV Injection.
/// </summary>
public static partial class CsvShield
{
    /// <summary>The cell as it is written. Linear in its length.</summary>
    public static string Shield(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return NeedsOne(cell) ? "'" + cell : cell;
    }

    /// <summary>The inverse of <see cref="Shield"/>: a text that never was shielded comes back as it is, unless it begins with an apostrophe before something dangerous.</summary>
    public static string Unshield(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.StartsWith('\'') && NeedsOne(cell[1..]) ? cell[1..] : cell;
    }

    // A text that looks shielded gets another apostrophe, or taking it off would change it.
    private static bool NeedsOne(string cell)
    {
        var bare = cell.AsSpan().TrimStart('\'');
        return bare.Length > 0 && bare[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && (bare.Length != cell.Length || !PlainNumber().IsMatch(cell));
    }

    [GeneratedRegex(@"^[+-][0-9 ().\-/]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex PlainNumber();
}
