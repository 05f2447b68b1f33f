using System.Globalization;
using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// One property of a card: the content line as it came, and what it means in the card's version. Immutable; the typed
/// readings are computed when asked for and never throw.
/// </summary>
public sealed class VCardProperty
{
    private static readonly string[] EncodingWords = ["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B", "INLINE", "URL", "CID", "CONTENT-ID"];

    private readonly VCardVersion _version;
    private readonly Encoding? _fallback;

    internal VCardProperty(ContentLine line, VCardVersion version, VCard? card = null, Encoding? fallback = null)
    {
        Line = line;
        Card = card;
        _version = version;
        _fallback = fallback;
    }

    /// <summary>A property with a raw value, which must already be escaped.</summary>
    public VCardProperty(string name, string rawValue, IReadOnlyList<ContentParameter>? parameters = null, string? group = null)
        : this(new ContentLine(name, rawValue, parameters, group), VCardVersion.V40) { }

    public ContentLine Line { get; }

    /// <summary>As it came; empty for a damaged or a comment line. Compare with <see cref="Is"/>.</summary>
    public string Name => Line.Name;

    public string? Group => Line.Group;

    public IReadOnlyList<ContentParameter> Parameters => Line.Parameters;

    public string RawValue => Line.RawValue;

    public bool IsDamaged => Line.IsDamaged;

    /// <summary>The card nested here (AGENT); null for every other property.</summary>
    public VCard? Card { get; }

    public bool Is(string name) => Line.Is(name);

    /// <summary>All values of the parameter of that name, joined by commas; null without it.</summary>
    public string? Parameter(string name) => Line.Parameter(name);

    /// <summary>The value with quoted-printable undone, escapes still in it.</summary>
    public string Decoded => IsQuotedPrintable ? DecodeQuotedPrintable() : RawValue;

    /// <summary>The value as one text, escapes undone.</summary>
    public string Text => TextValue.Unescape(Decoded);

    /// <summary>The value as a list of texts (NICKNAME, CATEGORIES), split at commas, without empty ones.</summary>
    public IReadOnlyList<string> Texts =>
        [.. TextValue.Split(Decoded, ',').Select(part => TextValue.Unescape(part).Trim()).Where(part => part.Length > 0)];

    /// <summary>
    /// The value as components (N: family, given, additional, prefixes, suffixes; ADR: box, extended, street, locality,
    /// region, code, country; ORG: name, units), each a list. In version 2.1 a comma divides nothing.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Components => [.. TextValue.Split(Decoded, ';').Select(Component)];

    /// <summary>One component as a text, its parts joined; empty when there is no such component.</summary>
    public string ComponentText(int index, string separator = " ") =>
        TextValue.Split(Decoded, ';') is var all && index < all.Count ? string.Join(separator, Component(all[index]).Where(part => part.Length > 0)) : "";

    /// <summary>
    /// The value as a date, possibly without year, month or day; null when it is none. Understands Apple's stand-in year
    /// (X-APPLE-OMIT-YEAR) and Outlook's stand-ins for "no date" (1601-01-01, 4501-01-01).
    /// </summary>
    public PartialDate? Date => VCardDate.Read(this);

    /// <summary>The value's bytes, of base64 or of a data URI; null when it is neither or broken.</summary>
    public byte[]? Binary => VCardBinary.Read(this);

    /// <summary>The media type of <see cref="Binary"/>, such as <c>image/jpeg</c>, when the property says it.</summary>
    public string? MediaType => VCardBinary.MediaType(this);

    /// <summary>The types in lower case, from TYPE lists and from the bare words of version 2.1; has <c>pref</c> when preferred.</summary>
    public IReadOnlySet<string> Types
    {
        get
        {
            var types = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var parameter in Parameters)
                if (parameter.Is("TYPE") || (parameter.IsBare && !IsEncodingWord(parameter.Value)))
                    foreach (var value in parameter.Values) AddTypes(types, value);
            if (Parameter("PREF") is not null) types.Add("pref");
            return types;
        }
    }

    /// <summary>1 (first) to 100 (last), from PREF (4.0), or 1 from a type <c>pref</c>; null without.</summary>
    public int? Preference => int.TryParse(Parameter("PREF"), NumberStyles.None, CultureInfo.InvariantCulture, out var pref)
        ? Math.Clamp(pref, 1, 100)
        : Types.Contains("pref") ? 1 : null;

    internal bool IsQuotedPrintable => Encodes("QUOTED-PRINTABLE");

    internal bool IsBase64 => Encodes("BASE64") || Encodes("B");

    internal VCardVersion Version => _version;

    internal VCardProperty In(VCardVersion version) => _version == version ? this : new(Line, version, Card, _fallback);

    public override string ToString() => Line.ToString();

    internal static bool IsEncodingWord(string word) =>
        EncodingWords.Contains(word, StringComparer.OrdinalIgnoreCase) || Charsets.IsName(word);

    private bool Encodes(string encoding)
    {
        foreach (var parameter in Parameters)
            if ((parameter.IsBare || parameter.Is("ENCODING")) && parameter.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private string DecodeQuotedPrintable()
    {
        var declared = Charsets.Find(Parameter("CHARSET") ?? Parameters.FirstOrDefault(parameter => parameter.IsBare && Charsets.IsName(parameter.Value))?.Value);
        return Charsets.Decode(QuotedPrintable.Decode(RawValue), declared, _fallback).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private IReadOnlyList<string> Component(string raw) => _version == VCardVersion.V21
        ? [TextValue.Unescape(raw).Trim()]
        : [.. TextValue.Split(raw, ',').Select(part => TextValue.Unescape(part).Trim())];

    private static void AddTypes(SortedSet<string> types, string value)
    {
        foreach (var type in value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            types.Add(type.Trim('"').ToLowerInvariant());
    }
}
