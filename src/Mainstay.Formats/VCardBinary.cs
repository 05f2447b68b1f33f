namespace Mainstay.Formats;

/// <summary>Photos, sounds and keys: base64 (2.1, 3.0) and data URIs (4.0, RFC 2397).</summary>
internal static class VCardBinary
{
    public static byte[]? Read(VCardProperty property)
    {
        var value = property.RawValue.Trim();
        if (IsDataUri(value)) return FromDataUri(value);
        return property.IsBase64 ? FromBase64(value) : null;
    }

    public static string? MediaType(VCardProperty property)
    {
        var value = property.RawValue.AsSpan().Trim();
        if (IsDataUri(value)) return value.IndexOfAny(';', ',', '\\') is > 5 and var end ? Valid(value[5..end].ToString()) : null;
        if (property.Parameter("MEDIATYPE") is { Length: > 0 } said) return Valid(said);
        var type = property.Types.FirstOrDefault(word => word is not ("pref" or "home" or "work"));
        if (type is null || type.Contains('/', StringComparison.Ordinal)) return Valid(type);
        return property.Is("PHOTO") || property.Is("LOGO") ? Valid($"image/{type}") : property.Is("SOUND") ? Valid($"audio/{type}") : null;
    }

    // Two tokens (RFC 6838 §4.2); anything else would break the URI or the parameter that it is put into.
    private static string? Valid(string? type)
    {
        var slash = type?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (type is null || slash < 1 || slash == type.Length - 1) return null;
        foreach (var letter in type.Remove(slash, 1))
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '+' or '.' or '_')) return null;
        return type.ToLowerInvariant();
    }

    private static bool IsDataUri(ReadOnlySpan<char> value) => value.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    private static byte[]? FromDataUri(string value)
    {
        var comma = value.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0) return null;
        var isBase64 = value.AsSpan(0, comma).TrimEnd('\\').EndsWith(";base64", StringComparison.OrdinalIgnoreCase);
        return isBase64 ? FromBase64(value[(comma + 1)..]) : System.Text.Encoding.UTF8.GetBytes(Uri.UnescapeDataString(value[(comma + 1)..]));
    }

    // Lenient about white space, missing padding and the URL alphabet; anything else means that it is not base64.
    private static byte[]? FromBase64(string value)
    {
        var letters = new char[value.Length + 3];
        var count = 0;
        foreach (var letter in value.AsSpan().TrimEnd("= \t"))
            if (letter is not (' ' or '\t' or '\n')) letters[count++] = letter switch { '-' => '+', '_' => '/', _ => letter };
        while (count % 4 != 0 && count < letters.Length) letters[count++] = '=';
        var bytes = new byte[count / 4 * 3];
        return count % 4 == 0 && Convert.TryFromBase64Chars(letters.AsSpan(0, count), bytes, out var written) ? bytes[..written] : null;
    }
}
