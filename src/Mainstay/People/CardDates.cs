using System.Globalization;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>BDAY, ANNIVERSARY, DEATHDATE, Apple's dates with a label, and Android's events.</summary>
internal static class CardDates
{
    public const string Birthday = "birthday", Anniversary = "anniversary";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BDAY"] = Birthday, ["ANNIVERSARY"] = Anniversary, ["X-ANNIVERSARY"] = Anniversary, ["X-EVOLUTION-ANNIVERSARY"] = Anniversary,
        ["X-MS-ANNIVERSARY"] = Anniversary, ["X-KADDRESSBOOK-X-ANNIVERSARY"] = Anniversary, ["DEATHDATE"] = "death", ["X-ABDATE"] = "date",
    };

    public static readonly CardAspect<DateDetails> All = new(
        ["BDAY", "ANNIVERSARY", "DEATHDATE", "X-"],
        card => Plain(card).Select(p => (p.Property, p.Property.Date, p.Kind)).Where(p => p.Date is not null).Select(p => (p.Property, Made(p.Kind, p.Date!.Value))).Concat(Android(card)),
        Write);

    /// <summary>Names the dates that are none.</summary>
    public static void SayUnreadable(VCard card, Problems leftOut)
    {
        foreach (var (property, kind) in Plain(card))
            if (!PartialDate.TryParse(property.Text, out _, out var problem) && problem is not null)
                leftOut.Add(new("dates", new("People.NotADate", property.Text.Trim())) { Heading = PersonSections.Kind(kind) });
    }

    private static IEnumerable<(VCardProperty Property, string Kind)> Plain(VCard card)
    {
        foreach (var property in card.Properties)
            if (Kinds.TryGetValue(property.Name, out var kind)) yield return (property, property.Is("X-ABDATE") && card.LabelOf(property) is { } label ? Kind(label) : kind);
    }

    private static IEnumerable<(VCardProperty, DateDetails)> Android(VCard card) =>
        from custom in AndroidCustom.Of(card, "contact_event")
        where PartialDate.TryParse(custom.Field(1), out _, out _)
        let date = PartialDate.TryParse(custom.Field(1), out var read, out _) ? read : default
        select (custom.Property, Made(custom.Field(2) switch { "1" => Anniversary, "3" => Birthday, _ => custom.Field(3) is { Length: > 0 } label ? label : "date" }, date));

    private static DateDetails Made(string kind, PartialDate date) => new(kind, date.Year, date.Month, date.Day);

    private static string Kind(string label) => label is "Anniversary" or "Birthday" ? label.ToLowerInvariant() : label;

    private static NewProperty Write(DateDetails date, VCardVersion version)
    {
        var value = new PartialDate(date.Year, date.Month, date.Day);
        var (text, parameters) = version == VCardVersion.V40 ? (value.ToBasic(), []) : Old(value);
        return date.Kind switch
        {
            Birthday => new("BDAY", text, parameters),
            Anniversary when version == VCardVersion.V40 => new("ANNIVERSARY", text, parameters),
            "death" when version == VCardVersion.V40 => new("DEATHDATE", text, parameters),
            Anniversary => new("X-ABDATE", text, parameters, "_$!<Anniversary>!$_"),
            _ => new("X-ABDATE", text, parameters, date.Kind),
        };
    }

    /// <summary>Version 3.0 has no dates without a year; Apple's stand-in year is understood by all.</summary>
    private static (string, ContentParameter[]) Old(PartialDate date)
    {
        if (date.Year is not null || date is not { Month: { } month, Day: { } day }) return (date.ToString(), []);
        return (string.Create(CultureInfo.InvariantCulture, $"1604-{month:00}-{day:00}"), [new("X-APPLE-OMIT-YEAR", "1604")]);
    }
}
