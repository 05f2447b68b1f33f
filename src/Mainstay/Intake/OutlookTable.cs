using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Outlook's CSV: the classic one of the desktop, and the one of the web.</summary>
public sealed class OutlookTable(bool web) : TableKind
{
    private static readonly (string Column, string Label)[] Phones =
    [
        ("Primary Phone", "main"), ("Mobile Phone", "mobile"), ("Business Phone", "work"), ("Business Phone 2", "work"), ("Home Phone", "home"), ("Home Phone 2", "home"),
        ("Company Main Phone", "main"), ("Other Phone", "other"), ("Car Phone", "car"), ("Business Fax", "work fax"), ("Home Fax", "home fax"), ("Other Fax", "fax"),
        ("Pager", "pager"), ("Callback", "callback"), ("Radio Phone", "radio"), ("ISDN", "isdn"), ("Telex", "telex"), ("TTY/TDD Phone", "textphone"), ("Assistant's Phone", "assistant"),
    ];

    public override string Format => web ? "outlookWeb" : "outlook";

    public override string Source => "outlook";

    public override bool Fits(CsvHeader header) =>
        header.Has("First Name") && header.Has("E-mail Address") && (header.Has("Business Phone") || header.Has("Home Phone") || header.Has("Mobile Phone")) && web == (header.Has("Given Yomi") || header.Has("IMAddress") || header.Has("Personal Web Page"));

    protected override Incoming Read(TableRow row, ReadingContext context)
    {
        var leftOut = new Problems();
        row.Ignore("Initials", "Internet Free Busy", "Sensitivity", "Priority", "Private", "Directory Server", "E-mail Type", "E-mail 2 Type", "E-mail 3 Type", "E-mail Display Name", "E-mail 2 Display Name", "E-mail 3 Display Name", "Gender", "Account");
        var details = new PersonDetails
        {
            Prefix = row["Title"],
            GivenName = row["First Name"],
            MiddleNames = row["Middle Name"],
            FamilyName = row["Last Name"],
            Suffix = row["Suffix"],
            Nickname = row["Nickname"],
            PhoneticGivenName = row["Given Yomi"],
            PhoneticFamilyName = row["Surname Yomi"],
            Notes = row["Notes"],
            Emails = [.. new[] { row["E-mail Address"], row["E-mail 2 Address"], row["E-mail 3 Address"] }.OfType<string>().Distinct().Select(e => new Labelled(e))],
            Phones = [.. Phones.Select(p => (Value: row[p.Column], p.Label)).Where(p => p.Value is not null).Select(p => new Labelled(p.Value!, p.Label)).Distinct()],
            Links = [.. new[] { row["Web Page"], row["Personal Web Page"] }.OfType<string>().Distinct().Select(l => new Labelled(l))],
            Chats = row["IMAddress"] is { } im ? [new(im)] : [],
            Addresses = [.. new[] { Address(row, "Home"), Address(row, "Business"), Address(row, "Other") }.OfType<AddressDetails>()],
            Dates = [.. new[] { Date("birthday", row["Birthday"], leftOut), Date("anniversary", row["Anniversary"], leftOut) }.OfType<DateDetails>()],
            Labels = [.. Split(row["Categories"])],
            Languages = [.. Split(row["Language"])],
            Relations = [.. Relations(row)],
        };
        AffiliationDetails affiliation = new(row["Company"], row["Job Title"], row["Department"]);
        details = details with { Fields = row.LeftOver() };
        if (details is { GivenName: null, FamilyName: null } && affiliation.Organization is { } company) details = details with { Name = company };
        return Person(row, details, leftOut) is IncomingPerson person
            ? person with { Affiliations = affiliation is { Organization: null, Title: null } ? [] : [affiliation] }
            : new Unusable(row.Line, new("Intake.RowNamesNobody"));
    }

    private static AddressDetails? Address(TableRow row, string which)
    {
        row.Ignore($"{which} Address");
        var lines = new[] { row[$"{which} Street"], row[$"{which} Street 2"], row[$"{which} Street 3"] }.OfType<string>().ToList();
        var address = new AddressDetails(which switch { "Home" => "home", "Business" => "work", _ => "other" }, lines.Count == 0 ? null : string.Join("\n", lines), row[$"{which} City"], row[$"{which} Postal Code"], row[$"{which} Country", $"{which} Country/Region"])
        {
            PoBox = row[$"{which} Address PO Box"],
            Region = row[$"{which} State"],
        };
        return address is { Street: null, City: null, PostalCode: null, Country: null, PoBox: null, Region: null } ? null : address;
    }

    private static IEnumerable<RelationDetails> Relations(TableRow row)
    {
        if (row["Spouse"] is { } spouse) yield return new("spouse", spouse);
        foreach (var child in Split(row["Children"])) yield return new("child", child);
        if (row["Manager's Name"] is { } manager) yield return new("manager", manager);
        if (row["Assistant's Name"] is { } assistant) yield return new("assistant", assistant);
        if (row["Referred By"] is { } referrer) yield return new("referred by", referrer);
    }

    private static string[] Split(string? text) => (text ?? "").Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
