using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Mainstay.Formats;

/// <summary>Month names and their abbreviations in English, German, French, Spanish, Italian, Portuguese and Dutch.</summary>
internal static class MonthNames
{
    // One line per month. Accents are taken off before looking up, so février stands here as fevrier.
    private static readonly string[] Words =
    [
        "january jan januar jaenner janner janvier janv enero ene gennaio gen janeiro januari",
        "february feb februar feber fevrier fevr fev febrero febbraio fevereiro februari",
        "march mar marz maerz mrz mars marzo marco maart mrt",
        "april apr avril avr abril abr aprile",
        "may mai mayo maggio mag maio mei",
        "june jun juni juin junio giugno giu junho",
        "july jul juli juillet juil julio luglio lug julho",
        "august aug aout agosto ago augustus",
        "september sep sept septembre septiembre setiembre settembre set setembro",
        "october oct oktober okt octobre octubre ottobre ott outubro out",
        "november nov novembre noviembre novembro",
        "december dec dezember dez decembre diciembre dic dicembre dezembro",
    ];

    private static readonly FrozenDictionary<string, int> Months = Words
        .SelectMany((line, index) => line.Split(' ').Select(word => KeyValuePair.Create(word, index + 1)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static int? Find(string word)
    {
        var bare = new StringBuilder();
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) bare.Append(letter);
        return Months.TryGetValue(bare.ToString(), out var month) ? month : null;
    }
}
