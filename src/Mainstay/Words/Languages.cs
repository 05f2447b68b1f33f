using System.Globalization;

namespace Mainstay.Words;

/// <summary>The languages Mainstay speaks. One more is a <c>…Words.xx.resx</c> beside each English one, its name here, and its rule in <see cref="Plurals"/>.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<string> All = ["en", "de"];

    /// <summary>What there is to choose from: each language by itself and as it is written in a country, which says how days and times are.</summary>
    public static readonly IReadOnlyList<string> Offered = ["en", "en-GB", "en-US", "de", "de-AT", "de-CH"];

    /// <summary>The best of what a browser asks for (<c>Accept-Language</c>); English when it asks for nothing that is spoken here.</summary>
    public static CultureInfo Preferred(string? accepted) => Spoken((accepted ?? "").Split(',').Take(MostAsked)
        .Select((asked, place) => (Language: Name(asked), Weight: Weight(asked), Place: place))
        .Where(a => a.Weight > 0 && a.Language is not null).OrderByDescending(a => a.Weight).ThenBy(a => a.Place).Select(a => a.Language).FirstOrDefault());

    /// <summary>The language of the terminal, as <c>LC_ALL</c>, <c>LC_MESSAGES</c> or <c>LANG</c> say it; the system's own where none of them is set.</summary>
    public static CultureInfo OfTerminal(Func<string, string?> variable) =>
        Spoken(Name(OfTheTerminal.Select(variable).FirstOrDefault(said => !string.IsNullOrEmpty(said)) ?? CultureInfo.InstalledUICulture.Name));

    /// <summary>This request or command is spoken to in this language from here on.</summary>
    public static void Speak(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

    private const int MostAsked = 20;

    private static readonly string[] OfTheTerminal = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private static CultureInfo Spoken(string? language) => CultureInfo.GetCultureInfo(language ?? All[0]);

    /// <summary>"de-AT" of <c>de-AT;q=0.8</c> and of <c>de_AT@euro</c>, "de" of <c>de_DE.UTF-8</c>, of whose country nothing is offered; null for a language that is not spoken here.</summary>
    private static string? Name(string asked)
    {
        var parts = asked.Split(';', '.', '@')[0].Trim().Split('-', '_');
        return Offered.FirstOrDefault(o => parts.Length > 1 && o.Equals($"{parts[0]}-{parts[^1]}", StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(l => l.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
    }

    private static double Weight(string asked)
    {
        var at = asked.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 1 : double.TryParse(asked[(at + 2)..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 0;
    }
}
