using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;

namespace Mainstay.Words;

/// <summary>Turns reasons into sentences of one language, from the rooms' resource files.</summary>
/// <remarks>A sentence may hold <c>{0}</c>, <c>{0:format}</c>, <c>{0:weekday}</c> for a day of this year, or a choice <c>{0|# week|# weeks}</c>, in which <c>#</c> is the number itself. Its forms are those of <see cref="Plurals"/>.</remarks>
public static partial class Speech
{
    /// <summary>The format of a day with its weekday and without its year, in the order of the culture: "Sunday, November 29" or "Sunday 29 November".</summary>
    private const string Weekday = "weekday";

    private static readonly ConcurrentDictionary<string, ResourceManager> Books = new();

    public static string InWords(this Reason reason, CultureInfo? culture = null) => Say(culture ?? CultureInfo.CurrentUICulture, reason.Key, reason.Inputs);

    public static string Say(string key, params object?[] inputs) => Say(CultureInfo.CurrentUICulture, key, inputs);

    private static string Say(CultureInfo culture, string key, object?[] inputs) => Fill(Sentence(key, culture), inputs, culture);

    public static string Sentence(string key, CultureInfo culture)
    {
        var room = key[..key.IndexOf('.', StringComparison.Ordinal)];
        var book = Books.GetOrAdd(room, r => new ResourceManager($"Mainstay.{r}.{r}Words", typeof(Speech).Assembly));
        return book.GetString(key[(room.Length + 1)..], culture) ?? throw new MissingManifestResourceException($"No sentence {key}.");
    }

    /// <summary>Whether there is a sentence of this key.</summary>
    public static bool Knows(string key)
    {
        try
        {
            return Sentence(key, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (MissingManifestResourceException)
        {
            return false;
        }
    }

    private static string Fill(string sentence, object?[] inputs, CultureInfo culture)
    {
        var text = new StringBuilder(sentence.Length + 32);
        for (var at = 0; at < sentence.Length;)
        {
            var open = sentence.IndexOf('{', at);
            if (open < 0) return text.Append(sentence, at, sentence.Length - at).ToString();
            var close = sentence.IndexOf('}', open);
            text.Append(sentence, at, open - at).Append(Piece(sentence[(open + 1)..close], inputs, culture));
            at = close + 1;
        }
        return text.ToString();
    }

    private static string Piece(string piece, object?[] inputs, CultureInfo culture)
    {
        var end = piece.IndexOfAny([':', '|']);
        var input = inputs[int.Parse(end < 0 ? piece : piece[..end], CultureInfo.InvariantCulture)];
        if (end < 0) return Text(input, null, culture);
        return piece[end] == ':' ? Text(input, piece[(end + 1)..], culture) : Choice(piece[(end + 1)..].Split('|'), input, culture);
    }

    private static string Choice(string[] forms, object? input, CultureInfo culture)
    {
        var form = forms[Math.Min(Plurals.Form(Convert.ToDouble(input, culture), culture), forms.Length - 1)];
        return form.Replace("#", Text(input, input is int or long ? "N0" : null, culture), StringComparison.Ordinal);
    }

    private static string Text(object? input, string? format, CultureInfo culture) => input switch
    {
        null => "",
        Reason reason => reason.InWords(culture),
        IEnumerable<Reason> several => Listed([.. several.Select(r => r.InWords(culture))], culture),
        IEnumerable<string> several => Listed([.. several], culture),
        DateOnly day => day.ToString(format == Weekday ? WithoutYear(culture) : format ?? "D", culture),
        IFormattable value => value.ToString(format, culture),
        _ => input.ToString() ?? "",
    };

    private static string WithoutYear(CultureInfo culture) => Year().Replace(culture.DateTimeFormat.LongDatePattern, "");

    [GeneratedRegex(@"[,\s]*y+")]
    private static partial Regex Year();

    /// <summary>"a, b and c"</summary>
    private static string Listed(string[] words, CultureInfo culture) => words switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => Say(culture, "Words.ListEnd", [first.Aggregate((a, b) => Say(culture, "Words.ListGoesOn", [a, b])), last]),
    };
}
