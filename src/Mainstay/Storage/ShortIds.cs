namespace Mainstay.Storage;

/// <summary>The end of an id, as it is shown and typed: beginnings are alike, because they tell the time.</summary>
public static class ShortIds
{
    /// <summary>So many letters are shown, and so many must be typed.</summary>
    private const int Shown = 6, Fewest = 4;

    public static string Ending(this IOwned row) => row.Id.ToString("N")[^Shown..];

    /// <summary>Whether its id is this one, or ends so.</summary>
    public static bool EndsSo(this IOwned row, string typed)
    {
        var end = typed.Replace("-", "", StringComparison.Ordinal);
        return end.Length >= Fewest && row.Id.ToString("N").EndsWith(end, StringComparison.OrdinalIgnoreCase);
    }
}
