namespace Mainstay.Formats;

/// <summary>Finds the delimiter of a table: the one that cuts most of the first rows into the same number of columns.</summary>
internal static class CsvDelimiter
{
    private const int Rows = 50;
    private static readonly char[] Candidates = [',', ';', '\t'];

    public static char Find(string sample) => Candidates.MaxBy(candidate => Score(sample, candidate));

    // Preamble lines and notes have delimiters too, but seldom the same number of them twice.
    private static long Score(string sample, char delimiter)
    {
        var widths = new Dictionary<int, int>();
        foreach (var width in Widths(sample, delimiter).Take(Rows))
            if (width > 1) widths[width] = widths.GetValueOrDefault(width) + 1;
        return widths.Count == 0 ? 0 : widths.Max(pair => (long)pair.Value * (pair.Key - 1));
    }

    private static IEnumerable<int> Widths(string sample, char delimiter)
    {
        var width = 1;
        var quoted = false;
        foreach (var letter in sample)
        {
            if (letter == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (letter == delimiter) width++;
            else if (letter == '\n')
            {
                yield return width;
                width = 1;
            }
        }

        if (width > 1) yield return width;
    }
}
