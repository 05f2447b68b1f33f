using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Thunderbird's CSV, in American and in British English.</summary>
public sealed class ThunderbirdTable : TableKind
{
    public override string Format => "thunderbird";

    public override string Source => "thunderbird";

    public override bool Fits(CsvHeader header) => header.Has("Primary Email") && header.Has("Display Name");

    protected override Incoming Read(TableRow row, ReadingContext context)
    {
        var leftOut = new Problems();
        var details = new PersonDetails
        {
            Name = row["Display Name"] ?? "",
            GivenName = row["First Name"],
            FamilyName = row["Last Name"],
            Nickname = row["Nickname"],
            Notes = row["Notes"],
            Emails = [.. new[] { row["Primary Email"], row["Secondary Email"] }.OfType<string>().Distinct().Select(e => new Labelled(e))],
            Phones = [.. Phones(row)],
            Chats = row["Screen Name"] is { } screen ? [new(screen)] : [],
            Links = [.. Links(row)],
            Addresses = [.. new[] { Address(row, "Home"), Address(row, "Work") }.OfType<AddressDetails>()],
            Dates = Birthday(row, leftOut) is { } birthday ? [birthday] : [],
        };
        AffiliationDetails affiliation = new(row["Organization", "Organisation"], row["Job Title"], row["Department"]);
        details = details with { Fields = row.LeftOver() };
        return Person(row, details, leftOut) is IncomingPerson person
            ? person with { Affiliations = affiliation is { Organization: null, Title: null } ? [] : [affiliation] }
            : new Unusable(row.Line, new("Intake.RowNamesNobody"));
    }

    private static IEnumerable<Labelled> Phones(TableRow row)
    {
        if (row["Mobile Number"] is { } mobile) yield return new(mobile, "mobile");
        if (row["Work Phone"] is { } work) yield return new(work, "work");
        if (row["Home Phone"] is { } home) yield return new(home, "home");
        if (row["Fax Number"] is { } fax) yield return new(fax, "fax");
        if (row["Pager Number"] is { } pager) yield return new(pager, "pager");
    }

    /// <summary>Web Page 1 is the one at work, 2 the one at home.</summary>
    private static IEnumerable<Labelled> Links(TableRow row)
    {
        if (row["Web Page 1"] is { } work) yield return new(work, "work");
        if (row["Web Page 2"] is { } home) yield return new(home, "home");
    }

    private static AddressDetails? Address(TableRow row, string which)
    {
        var lines = new[] { row[$"{which} Address"], row[$"{which} Address 2"] }.OfType<string>().ToList();
        var address = new AddressDetails(which.ToLowerInvariant(), lines.Count == 0 ? null : string.Join("\n", lines), row[$"{which} City"], row[$"{which} ZipCode", $"{which} Post Code"], row[$"{which} Country"]) { Region = row[$"{which} State", $"{which} County"] };
        return address is { Street: null, City: null, PostalCode: null, Country: null, Region: null } ? null : address;
    }

    private static DateDetails? Birthday(TableRow row, Problems leftOut)
    {
        var (year, month, day) = (row["Birth Year"], row["Birth Month"], row["Birth Day"]);
        if (year is null && month is null && day is null) return null;
        if (Number(year, out var y) && Number(month, out var m) && Number(day, out var d) && PartialDate.TryCreate(y, m, d, out var date, out _)) return new("birthday", date.Year, date.Month, date.Day);
        leftOut.Add(new("dates", new("People.NotADate", $"{year}-{month}-{day}")) { Heading = PersonSections.Kind("birthday") });
        return null;
    }

    /// <summary>No number is fine; what is no number is not.</summary>
    private static bool Number(string? text, out int? number)
    {
        number = int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : null;
        return text is null || number is not null;
    }
}
