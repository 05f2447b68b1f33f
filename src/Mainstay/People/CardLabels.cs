using Mainstay.Formats;

namespace Mainstay.People;

/// <summary>What a value of a card is called: the client's own label, else its types in words.</summary>
internal static class CardLabels
{
    private static readonly HashSet<string> Silent = ["pref", "internet", "voice", "x400", "intl", "dom", "parcel", "postal", "msg", "text", "video", "x-other", "none", "uri", "date"];
    private static readonly string[] Known = ["home", "work", "cell", "fax", "pager", "car", "main", "other", "isdn", "modem", "bbs", "textphone"];

    public static string? Of(VCard card, VCardProperty property)
    {
        if (card.LabelOf(property) is { } own) return Words(own);
        var types = property.Types;
        if (types.Count == 0) return null;
        var words = types.Where(t => !Silent.Contains(t)).OrderBy(t => t is "home" or "work" ? 0 : 1).Select(t => t == "cell" ? "mobile" : t.StartsWith("x-", StringComparison.Ordinal) ? t[2..] : t);
        return string.Join(' ', words) is { Length: > 0 } label ? label : null;
    }

    /// <summary>A property whose label is said by types where they can say it.</summary>
    public static NewProperty Labelled(string name, string rawValue, string? label)
    {
        if (string.IsNullOrWhiteSpace(label)) return new(name, rawValue, []);
        var words = label.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w == "mobile" ? "cell" : w).ToList();
        return words.TrueForAll(Known.Contains) ? new(name, rawValue, [new("TYPE", words)]) : new(name, rawValue, [], label);
    }

    /// <summary>Apple's own labels are written together (<c>HomePage</c>); everybody else's stay as they are.</summary>
    private static string Words(string label) => label switch
    {
        "HomePage" => "home page",
        "Home" or "Work" or "Mobile" or "Main" or "Other" or "Pager" or "iPhone" => label.ToLowerInvariant(),
        "HomeFAX" => "home fax",
        "WorkFAX" => "work fax",
        _ => label,
    };
}
