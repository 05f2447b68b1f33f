namespace Mainstay.Formats;

/// <summary>What differs in words between the versions: property names, parameters, positions.</summary>
internal static class VCardWords
{
    private static readonly (string Three, string Four)[] Renamed =
    [
        ("X-ADDRESSBOOKSERVER-KIND", "KIND"),
        ("X-ADDRESSBOOKSERVER-MEMBER", "MEMBER"),
    ];

    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
        { "FN", "NOTE", "TITLE", "ROLE", "LABEL", "TEL", "EMAIL", "SORT-STRING", "MAILER", "NICKNAME", "PRODID" };

    public static bool IsText(string name) => Texts.Contains(name);

    public static string Name(string name, VCardVersion to)
    {
        foreach (var (three, four) in Renamed)
        {
            if (to == VCardVersion.V30 && name.Equals(four, StringComparison.OrdinalIgnoreCase)) return three;
            if (to == VCardVersion.V40 && name.Equals(three, StringComparison.OrdinalIgnoreCase)) return four;
        }

        return name;
    }

    /// <summary>The parameters in order: encodings gone, bare words made types, the preference in the form of the version.</summary>
    public static List<ContentParameter> Parameters(VCardProperty property, VCardVersion to)
    {
        var result = new List<ContentParameter>();
        var preferred = to == VCardVersion.V40 && property.Parameter("PREF") is null && property.Types.Contains("pref");
        foreach (var parameter in property.Parameters)
        {
            if (parameter.Is("CHARSET") || parameter.Is("ENCODING") || parameter.Is("X-APPLE-OMIT-YEAR")) continue;
            if (parameter.IsBare) AddTypes(result, parameter.Values.Where(word => word.Length > 0 && !VCardProperty.IsEncodingWord(word)), to, "TYPE");
            else if (parameter.Is("TYPE")) AddTypes(result, parameter.Values, to, parameter.Name);
            else if (to == VCardVersion.V40) result.Add(parameter);
            else if (parameter.Is("PREF")) AddTypes(result, property.Preference == 1 ? ["pref"] : [], to, "TYPE");
            else if (!parameter.Is("MEDIATYPE") && !IsUriOfPhone(property, parameter)) result.Add(parameter);
        }

        if (preferred) result.Add(new("PREF", "1"));
        return result;
    }

    /// <summary>Whether a TYPE says nothing but the media type, as in <c>PHOTO;TYPE=JPEG</c>.</summary>
    public static bool NamesMedia(ContentParameter type, string? media) =>
        media is not null && type.Values.All(value => media.Equals(value, StringComparison.OrdinalIgnoreCase) || Subtype(media).Equals(value, StringComparison.OrdinalIgnoreCase));

    /// <summary>The <c>jpeg</c> of <c>image/jpeg</c>.</summary>
    public static string Subtype(string media) => media[(media.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>4.0 has <c>geo:1,2</c>, the others <c>1;2</c>.</summary>
    public static string Position(string value, VCardVersion to)
    {
        var plain = TextValue.Unescape(value);
        var isUri = plain.StartsWith("geo:", StringComparison.OrdinalIgnoreCase);
        if (to == VCardVersion.V40) return isUri || !plain.Contains(';', StringComparison.Ordinal) ? value : "geo:" + plain.Replace(';', ',');
        return isUri ? plain[4..].Split(';')[0].Replace(',', ';') : value;
    }

    private static void AddTypes(List<ContentParameter> result, IEnumerable<string> words, VCardVersion to, string name)
    {
        // Some write a whole list as one quoted value.
        var values = words.SelectMany(word => word.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(word => to == VCardVersion.V30 || !word.Equals("pref", StringComparison.OrdinalIgnoreCase)).ToList();
        if (values.Count > 0) result.Add(new(name, values));
    }

    private static bool IsUriOfPhone(VCardProperty property, ContentParameter parameter) =>
        parameter.Is("VALUE") && property.Is("TEL") && property.RawValue.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);
}
