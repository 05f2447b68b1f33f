namespace Mainstay.Storage;

/// <summary>The end of an id, as it is shown and typed: beginnings are alike, because they tell the time.</summary>
public static class ShortIds
{
    /// <summary>So many letters are shown, and so many must be typed.</summary>
    private const int Shown = 6, Fewest = 4;

    public static string Ending(this IOwned row) => row.Id.ToString("N")[^Shown..];

    /// <summary>Whether it is as long as the end that is shown. What is shorter may just as well be a word or a year: "cafe", "2026".</summary>
    public static bool IsAsShown(string typed) => Bare(typed).Length >= Shown;

    /// <summary>Whether its id is this one, or ends so.</summary>
    public static bool EndsSo(this IOwned row, string typed)
    {
        var end = Bare(typed);
        return end.Length >= Fewest && row.Id.ToString("N").EndsWith(end, StringComparison.OrdinalIgnoreCase);
    }

    private static string Bare(string typed) => typed.Replace("-", "", StringComparison.Ordinal);
}
