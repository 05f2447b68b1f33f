using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;
using static Mainstay.Intake.OutlookHeaders;

namespace Mainstay.Intake;

/// <summary>Outlook's CSV: the classic one of the desktop, in English and German, and the one of the web.</summary>
public sealed class OutlookTable(bool web) : TableKind
{
    private static readonly (string Column, string Label)[] Phones =
    [
        ("Primary Phone", "main"), ("Mobile Phone", "mobile"), ("Mobile Phone 2", "mobile"), ("Business Phone", "work"), ("Business Phone 2", "work"), ("Home Phone", "home"), ("Home Phone 2", "home"),
        ("Company Main Phone", "main"), ("Other Phone", "other"), ("Car Phone", "car"), ("Business Fax", "work fax"), ("Home Fax", "home fax"), ("Other Fax", "fax"),
        ("Pager", "pager"), ("Callback", "callback"), ("Radio Phone", "radio"), ("ISDN", "isdn"), ("Telex", "telex"), ("TTY/TDD Phone", "textphone"), ("Assistant's Phone", "assistant"),
    ];

    public override string Format => web ? "outlookWeb" : "outlook";

    public override string Source => "outlook";

    public override bool Fits(CsvHeader header) =>
        (header.Has("First Name") || OutlookHeaders.OnlyGerman.Any(header.Has)) && HasAny(header, "First Name") && HasAny(header, "E-mail Address") && (HasAny(header, "Business Phone") || HasAny(header, "Home Phone") || HasAny(header, "Mobile Phone")) && web == (header.Has("Given Yomi") || header.Has("IMAddress") || header.Has("Personal Web Page"));

    protected override Incoming Read(TableRow row, ReadingContext context)
    {
        var leftOut = new Problems();
        row.Ignore(OutlookHeaders.Ignored);
        var details = new PersonDetails
        {
            Prefix = row[Of("Title")],
            GivenName = row[Of("First Name")],
            MiddleNames = row[Of("Middle Name")],
            FamilyName = row[Of("Last Name")],
            Suffix = row[Of("Suffix")],
            Nickname = row[Of("Nickname")],
            PhoneticGivenName = row[Of("Given Yomi")],
            PhoneticFamilyName = row[Of("Surname Yomi")],
            Notes = row[Of("Notes")],
            Emails = [.. new[] { row[Of("E-mail Address")], row[Of("E-mail 2 Address")], row[Of("E-mail 3 Address")] }.OfType<string>().Distinct().Select(e => new Labelled(e))],
            Phones = [.. Phones.Select(p => (Value: row[Of(p.Column)], p.Label)).Where(p => p.Value is not null).Select(p => new Labelled(p.Value!, p.Label)).Distinct()],
            Links = [.. new[] { row[Of("Web Page")], row[Of("Personal Web Page")] }.OfType<string>().Distinct().Select(l => new Labelled(l))],
            Chats = row[Of("IMAddress")] is { } im ? [new(im)] : [],
            Addresses = [.. new[] { Address(row, "Home"), Address(row, "Business"), Address(row, "Other") }.OfType<AddressDetails>()],
            Dates = [.. new[] { Date("birthday", row[Of("Birthday")], leftOut), Date("anniversary", row[Of("Anniversary")], leftOut) }.OfType<DateDetails>()],
            Labels = [.. Split(row[Of("Categories")])],
            Languages = [.. Split(row[Of("Language")])],
            Relations = [.. Relations(row)],
        };
        AffiliationDetails affiliation = new(row[Of("Company")], row[Of("Job Title")], row[Of("Department")]);
        details = details with { Fields = row.LeftOver() };
        if (details is { GivenName: null, FamilyName: null } && affiliation.Organization is { } company) details = details with { Name = company };
        return Person(row, details, leftOut) is IncomingPerson person
            ? person with { Affiliations = affiliation is { Organization: null, Title: null } ? [] : [affiliation] }
            : new Unusable(row.Line, new("Intake.RowNamesNobody"));
    }

    private static AddressDetails? Address(TableRow row, string which)
    {
        row.Ignore($"{which} Address");
        var lines = new[] { row[Of($"{which} Street")], row[Of($"{which} Street 2")], row[Of($"{which} Street 3")] }.OfType<string>().ToList();
        var address = new AddressDetails(which switch { "Home" => "home", "Business" => "work", _ => "other" }, lines.Count == 0 ? null : string.Join("\n", lines), row[Of($"{which} City")], row[Of($"{which} Postal Code")], row[[.. Of($"{which} Country"), $"{which} Country/Region"]])
        {
            PoBox = row[Of($"{which} Address PO Box")],
            Region = row[Of($"{which} State")],
        };
        return address is { Street: null, City: null, PostalCode: null, Country: null, PoBox: null, Region: null } ? null : address;
    }

    private static IEnumerable<RelationDetails> Relations(TableRow row)
    {
        if (row[Of("Spouse")] is { } spouse) yield return new("spouse", spouse);
        foreach (var child in Split(row[Of("Children")])) yield return new("child", child);
        if (row[Of("Manager's Name")] is { } manager) yield return new("manager", manager);
        if (row[Of("Assistant's Name")] is { } assistant) yield return new("assistant", assistant);
        if (row[Of("Referred By")] is { } referrer) yield return new("referred by", referrer);
    }

    private static bool HasAny(CsvHeader header, string column) => Of(column).Any(header.Has);

    private static string[] Split(string? text) => (text ?? "").Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
