using System.Text.Json.Serialization;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>What a column of a table says of a person.</summary>
public enum Meaning { Nothing = 0, Field = 1, Name = 2, GivenName = 3, FamilyName = 4, Nickname = 5, Email = 6, Phone = 7, Organization = 8, Title = 9, Role = 10, Birthday = 11, Label = 12, Link = 13, Place = 14, HowMet = 15, Notes = 16 }

/// <summary>What the columns of a table mean, from the first on, and whether its first row only names them.</summary>
public sealed record TableColumns(IReadOnlyList<Meaning> Meanings, bool HasHeader)
{
    /// <summary>Whether anybody can be recognised by them.</summary>
    public bool NameSomebody => Meanings.Any(m => m is Meaning.Name or Meaning.GivenName or Meaning.FamilyName or Meaning.Nickname or Meaning.Email or Meaning.Phone);
}

/// <summary>A table that no program known here wrote: its first rows, and what they may mean.</summary>
/// <param name="File">Its name as the owner knows it.</param>
/// <param name="HeaderLine">The line of its first row.</param>
/// <param name="Rows">The first rows, as wide as the first.</param>
/// <param name="Guess">What the columns seem to mean.</param>
public sealed record UnknownTable(string File, long HeaderLine, IReadOnlyList<IReadOnlyList<string>> Rows, TableColumns Guess)
{
    /// <summary>Its header is that of a program known here: it is read so unless the owner says what the columns mean.</summary>
    [JsonIgnore]
    public bool IsRecognised { get; init; }

    private const int MostColumns = 100, MostShown = 5, LongestShown = 80;

    /// <summary>The table, if the rows look like one that could tell of people.</summary>
    public static UnknownTable? Of(string file, IReadOnlyList<CsvRow> head)
    {
        var rows = head.SkipWhile(r => r.IsBlank).ToList();
        if (rows.Count == 0 || rows[0].Fields.Count > MostColumns) return null;
        var width = rows[0].Fields.Count;
        var shown = rows.Where(r => !r.IsBlank).Take(MostShown).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, width).Select(c => Short(r[c]))]).ToList();
        var guess = ColumnGuess.Of(shown);
        var isTable = width > 1 && rows.Count(r => r.Fields.Count == width) * 2 > rows.Count;
        return isTable || guess.NameSomebody ? new(file, rows[0].Line, shown, guess) : null;
    }

    private static string Short(string cell)
    {
        var text = cell.Trim();
        return Texts.Shortened(text, LongestShown);
    }
}
