using System.Globalization;

namespace Mainstay.Words;

/// <summary>The languages Mainstay speaks. One more is a <c>…Words.xx.resx</c> beside each English one, its name here, and its rule in <see cref="Plurals"/>.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<string> All = ["en", "de"];

    /// <summary>The best of what a browser asks for (<c>Accept-Language</c>); English when it asks for nothing that is spoken here.</summary>
    public static CultureInfo Preferred(string? accepted) => Spoken((accepted ?? "").Split(',').Take(MostAsked)
        .Select((asked, place) => (Language: Name(asked), Weight: Weight(asked), Place: place))
        .Where(a => a.Weight > 0 && All.Contains(a.Language)).OrderByDescending(a => a.Weight).ThenBy(a => a.Place).Select(a => a.Language).FirstOrDefault());

    /// <summary>The language of the terminal, as <c>LC_ALL</c>, <c>LC_MESSAGES</c> or <c>LANG</c> say it; the system's own where none of them is set.</summary>
    public static CultureInfo OfTerminal(Func<string, string?> variable) =>
        Spoken(Name(OfTheTerminal.Select(variable).FirstOrDefault(said => !string.IsNullOrEmpty(said)) ?? CultureInfo.InstalledUICulture.Name));

    /// <summary>This request or command is spoken to in this language from here on.</summary>
    public static void Speak(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

    private const int MostAsked = 20;

    private static readonly string[] OfTheTerminal = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private static CultureInfo Spoken(string? language) => CultureInfo.GetCultureInfo(language is not null && All.Contains(language) ? language : All[0]);

    /// <summary>"de" of <c>de-AT;q=0.8</c> and of <c>de_DE.UTF-8</c>.</summary>
    private static string Name(string asked) => asked.Trim().Split('-', '_', ';', '.', '@')[0].ToLowerInvariant();

    private static double Weight(string asked)
    {
        var at = asked.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 1 : double.TryParse(asked[(at + 2)..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 0;
    }
}
