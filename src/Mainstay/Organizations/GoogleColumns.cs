using Mainstay.People;

namespace Mainstay.Organizations;

/// <summary>People as rows under the column names that Google Contacts writes today, which most programs can read.</summary>
internal static class GoogleColumns
{
    public const string Between = " ::: ";

    private static readonly (string Name, Func<ExportedPerson, string?> Cell)[] Leading =
    [
        ("First Name", p => HasParts(p.Details) ? p.Details.GivenName : p.Details.Name),
        ("Middle Name", p => p.Details.MiddleNames),
        ("Last Name", p => p.Details.FamilyName),
        ("Phonetic First Name", p => p.Details.PhoneticGivenName),
        ("Phonetic Middle Name", _ => null),
        ("Phonetic Last Name", p => p.Details.PhoneticFamilyName),
        ("Name Prefix", p => p.Details.Prefix),
        ("Name Suffix", p => p.Details.Suffix),
        ("Nickname", p => p.Details.Nickname),
        ("File As", p => HasParts(p.Details) && p.Details.Name != PersonNames.Shown(p.Details with { Name = "" }) ? p.Details.Name : null),
        ("Organization Name", p => First(p)?.Organization),
        ("Organization Title", p => First(p)?.Title),
        ("Organization Department", p => First(p)?.Department),
        ("Birthday", p => p.Details.Dates.FirstOrDefault(IsBirthday) is { } day ? Date(day) : null),
        ("Notes", p => p.Details.Notes),
        ("Photo", _ => null),
        ("Labels", p => string.Join(Between, p.Details.Labels.Prepend("* myContacts"))),
    ];

    private static readonly string[] Address = ["Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address"];

    private static readonly (string Name, string[] Parts, Func<ExportedPerson, IEnumerable<string?[]>> Cells)[] Repeated =
    [
        ("E-mail", ["Label", "Value"], p => p.Details.Emails.Select(Pair)),
        ("Phone", ["Label", "Value"], p => p.Details.Phones.Select(Pair)),
        ("Address", Address, p => p.Details.Addresses.Select(a => new[] { a.Label, Formatted(a), a.Street, a.City, a.PoBox, a.Region, a.PostalCode, a.Country, a.Extended })),
        ("Relation", ["Label", "Value"], p => p.Details.Relations.Select(r => new[] { r.Kind, r.Name })),
        ("Website", ["Label", "Value"], p => p.Details.Links.Select(Pair)),
        ("Event", ["Label", "Value"], p => p.Details.Dates.Where(d => d != p.Details.Dates.FirstOrDefault(IsBirthday)).Select(d => new[] { d.Kind, Date(d) })),
        ("Custom Field", ["Label", "Value"], p => Others(p).Select(Pair)),
    ];

    /// <summary>How often each repeated group of columns is needed for this person.</summary>
    public static int[] Widths(ExportedPerson person) => [.. Repeated.Select(r => r.Cells(person).Count())];

    public static IEnumerable<string> Header(int[] widths) =>
        Leading.Select(c => c.Name).Concat(Repeated.SelectMany((r, i) => Enumerable.Range(1, widths[i]).SelectMany(n => r.Parts.Select(part => $"{r.Name} {n} - {part}"))));

    public static IEnumerable<string?> Row(ExportedPerson person, int[] widths) =>
        Leading.Select(c => c.Cell(person)).Concat(Repeated.SelectMany((r, i) => Padded(r.Cells(person).SelectMany(c => c), widths[i] * r.Parts.Length)));

    private static IEnumerable<string?> Padded(IEnumerable<string?> cells, int width) => cells.Concat(Enumerable.Repeat<string?>(null, width)).Take(width);

    /// <summary>What Google has no column for goes under the owner's own names.</summary>
    private static IEnumerable<Labelled> Others(ExportedPerson person)
    {
        var p = person.Details;
        foreach (var field in p.Fields) yield return field;
        foreach (var chat in p.Chats) yield return new(chat.Value, "Chat" + (chat.Label is { } label ? " " + label : ""));
        foreach (var role in p.Roles) yield return new(role.Name + (role.Since is null && role.Until is null ? "" : $" ({role.Since:yyyy-MM-dd}/{role.Until:yyyy-MM-dd})"), "Role");
        foreach (var other in person.Affiliations.Where(a => a != First(person)))
            yield return new(string.Join(", ", new[] { other.Title, other.Department, other.Organization }.Where(t => !string.IsNullOrEmpty(t))), "Affiliation");
        (string Name, string? Value)[] single =
        [
            ("Topics", Joined(p.Topics)), ("Languages", Joined(p.Languages)), ("Pronouns", p.Pronouns), ("Time zone", p.TimeZone),
            ("How we met", p.HowMet), ("Met on", p.MetOn), ("Met where", p.MetWhere), ("Met through", p.MetThroughName),
        ];
        foreach (var (name, value) in single)
            if (!string.IsNullOrEmpty(value)) yield return new(value, name);
    }

    private static string? Joined(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(Between, names);

    private static string?[] Pair(Labelled value) => [value.Label, value.Value];

    private static bool HasParts(PersonDetails person) => person.GivenName is not null || person.FamilyName is not null;

    private static bool IsBirthday(DateDetails date) => date.Kind == "birthday";

    /// <summary>Google writes a yearless day with a space before it, so that no spreadsheet takes it for a formula.</summary>
    private static string Date(DateDetails date) => (date.Year is null ? " " : "") + Contacts.DateText(date);

    /// <summary>The place a person has not left, else the first.</summary>
    private static AffiliationDetails? First(ExportedPerson person) => person.Affiliations.FirstOrDefault(a => a.Until is null) ?? (person.Affiliations is [var first, ..] ? first : null);

    private static string Formatted(AddressDetails a) =>
        string.Join('\n', new[] { a.Street, a.Extended, a.PoBox, string.Join(' ', new[] { a.PostalCode, a.City }.Where(t => !string.IsNullOrEmpty(t))), a.Region, a.Country }.Where(t => !string.IsNullOrEmpty(t)));
}
