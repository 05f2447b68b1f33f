using System.Globalization;
using Mainstay.Algorithms.Text;
using Mainstay.Formats;

namespace Mainstay.People;

/// <summary>How values of a person are compared and written.</summary>
public static class Contacts
{
    /// <summary>The address as it is compared, or null when it is none.</summary>
    public static string? Email(string text)
    {
        if (EmailAddress.Normalise(text) is { } known) return known;
        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        return at > 0 && at < trimmed.Length - 1 && !trimmed.Contains(' ', StringComparison.Ordinal) ? trimmed.ToLowerInvariant() : null;
    }

    public static string Normal(ContactKind kind, string value) => Short(kind switch
    {
        ContactKind.Email => Email(value) ?? Folding.Fold(value),
        ContactKind.Phone => PhoneNumber.Normalise(value) ?? new string([.. value.Where(c => char.IsAsciiDigit(c) || c == '+')]),
        ContactKind.Link => Link(value),
        _ => Folding.Fold(value),
    });

    /// <summary>An address of the web without scheme, www and closing slash.</summary>
    public static string Link(string value)
    {
        var rest = value.Trim();
        foreach (var scheme in (string[])["https://", "http://", "www."])
            if (rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) rest = rest[scheme.Length..];
        return rest.TrimEnd('/').ToLowerInvariant();
    }

    /// <summary><c>1985-04-12</c>, yearless <c>--04-12</c>, or as much of it as is known.</summary>
    public static string DateText(DateDetails date)
    {
        var year = date.Year?.ToString("0000", CultureInfo.InvariantCulture) ?? "-";
        var month = date.Month is { } m ? "-" + m.ToString("00", CultureInfo.InvariantCulture) : "";
        var day = date.Day is { } d ? "-" + d.ToString("00", CultureInfo.InvariantCulture) : "";
        return year + month + day;
    }

    private static string Short(string key) => key.Length <= PersonNames.LongestKey ? key : key[..PersonNames.LongestKey];
}
