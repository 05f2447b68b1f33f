using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Google Contacts as CSV: before 2024 (Given Name, Group Membership, … - Type) and since (First Name, Labels, … - Label).</summary>
public sealed class GoogleTable(bool old) : TableKind
{
    private const string Several = " ::: ";

    public override string Format => old ? "googleOld" : "google";

    public override string Source => "google";

    public override bool Fits(CsvHeader header) => old
        ? header.Has("Given Name") && header.Has("Family Name") && (header.Has("Group Membership") || header.Has("E-mail 1 - Type") || header.Has("E-mail 1 - Value") || header.Has("Yomi Name"))
        : header.Has("First Name") && (header.Has("Phonetic First Name") || header.Has("E-mail 1 - Label") || (header.Has("Labels") && header.Has("Organization Name")));

    protected override Incoming Read(TableRow row, ReadingContext context)
    {
        var leftOut = new Problems();
        row.Ignore("Photo", "Sensitivity", "Priority", "Yomi Name", "Initials", "Short Name");
        var details = new PersonDetails
        {
            Name = row["Name"] ?? FiledAs(row) ?? "",
            Prefix = row["Name Prefix"],
            GivenName = row["Given Name", "First Name"],
            MiddleNames = row["Additional Name", "Middle Name"],
            FamilyName = row["Family Name", "Last Name"],
            Suffix = row["Name Suffix"],
            Nickname = row["Nickname"],
            PhoneticGivenName = row["Given Name Yomi", "Phonetic First Name"],
            PhoneticFamilyName = row["Family Name Yomi", "Phonetic Last Name"],
            Notes = row["Notes"],
            Emails = Values(row, "E-mail"),
            Phones = Values(row, "Phone"),
            Chats = Chats(row),
            Links = Values(row, "Website"),
            Addresses = [.. Addresses(row)],
            Dates = [.. Dates(row, leftOut)],
            Labels = Labels(row["Labels", "Group Membership"]),
            Languages = row["Language"] is { } language ? [language] : [],
            Relations = [.. Values(row, "Relation").Select(r => new RelationDetails(r.Label ?? "relation", r.Value))],
        };
        var affiliations = Affiliations(row);
        details = details with { Fields = [.. Values(row, "Custom Field").Select(f => f with { Label = f.Label ?? "Custom" }), .. row.LeftOver()] };
        if (details.GivenName is null && details.FamilyName is null && details.Name.Length == 0 && affiliations is [{ Organization: { } company }, ..]) details = details with { Name = company };
        return Person(row, details, leftOut) is IncomingPerson person ? person with { Affiliations = affiliations } : new Unusable(row.Line, new("Intake.RowNamesNobody"));
    }

    /// <summary>How the owner calls them, unless that is only "Hopper, Grace": a place in a list is no name.</summary>
    private static string? FiledAs(TableRow row) =>
        row["File As"] is { } name && !(row["Family Name", "Last Name"] is { } family && name.StartsWith(family + ",", StringComparison.OrdinalIgnoreCase)) ? name : null;

    /// <summary>Numbered columns; several values of one label share a field.</summary>
    private static List<Labelled> Values(TableRow row, string name)
    {
        var all = new List<(string Value, string? Label, bool First)>();
        for (var i = 1; i <= 50; i++)
        {
            var raw = row[$"{name} {i} - Label", $"{name} {i} - Type"];
            if (row[$"{name} {i} - Value"] is not { } values) continue;
            var first = raw?.StartsWith('*') == true;
            all.AddRange(values.Split(Several, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => (v, Label(raw), first)));
        }
        return [.. all.OrderBy(v => v.First ? 0 : 1).Select(v => new Labelled(v.Value, v.Label)).Distinct()];
    }

    /// <summary>What Google calls <c>* Work</c> is the primary one, called work.</summary>
    private static string? Label(string? raw)
    {
        var label = raw?.TrimStart('*', ' ');
        if (string.IsNullOrEmpty(label)) return null;
        return label is "Work" or "Home" or "Mobile" or "Main" or "Other" or "Work Fax" or "Home Fax" or "Pager" or "Spouse" or "Child" or "Mother" or "Father" or "Parent" or "Brother" or "Sister" or "Friend" or "Relative" or "Manager" or "Assistant" or "Partner" ? label.ToLowerInvariant() : label;
    }

    private static List<Labelled> Chats(TableRow row)
    {
        var all = new List<Labelled>();
        for (var i = 1; i <= 10; i++)
        {
            var label = row[$"IM {i} - Service", $"IM {i} - Type", $"IM {i} - Label"];
            row.Ignore($"IM {i} - Type");
            if (row[$"IM {i} - Value"] is { } value) all.Add(new(value, label?.TrimStart('*', ' ').ToLowerInvariant()));
        }
        return all;
    }

    private static IEnumerable<AddressDetails> Addresses(TableRow row)
    {
        for (var i = 1; i <= 20; i++)
        {
            string? Of(string part) => row[$"Address {i} - {part}"];
            var address = new AddressDetails(Label(Of("Label") ?? Of("Type")), Of("Street"), Of("City"), Of("Postal Code"), Of("Country")) { PoBox = Of("PO Box"), Region = Of("Region"), Extended = Of("Extended Address") };
            var formatted = Of("Formatted");
            if (address is { Street: null, City: null, PostalCode: null, Country: null, PoBox: null, Region: null, Extended: null }) address = address with { Street = formatted };
            if (address is not { Street: null, City: null, PostalCode: null, Country: null, PoBox: null, Region: null, Extended: null }) yield return address;
        }
    }

    private static IEnumerable<DateDetails> Dates(TableRow row, Problems leftOut)
    {
        if (Date("birthday", row["Birthday"], leftOut) is { } birthday) yield return birthday;
        foreach (var e in Values(row, "Event"))
            if (Date(e.Label is null or "Anniversary" ? "anniversary" : e.Label, e.Value, leftOut) is { } date) yield return date;
    }

    private static List<string> Labels(string? text) =>
        [.. (text ?? "").Split(Several, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("* ", StringComparison.Ordinal))];

    private static List<AffiliationDetails> Affiliations(TableRow row)
    {
        var all = new List<AffiliationDetails> { new(row["Organization Name", "Organization 1 - Name"], row["Organization Title", "Organization 1 - Title"], row["Organization Department", "Organization 1 - Department"]) };
        for (var i = 2; i <= 10; i++) all.Add(new(row[$"Organization {i} - Name"], row[$"Organization {i} - Title"], row[$"Organization {i} - Department"]));
        for (var i = 1; i <= 10; i++) row.Ignore($"Organization {i} - Type");
        return all.FindAll(a => a.Organization is not null || a.Title is not null);
    }
}
