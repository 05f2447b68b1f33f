using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>A table of which the owner says what its columns mean.</summary>
public sealed class ColumnsTable(TableColumns columns) : TableKind
{
    private static readonly char[] Several = [',', ';', '|'];

    public override string Format => "table";

    public override string Source => "table";

    public override bool ReadsHeader => !columns.HasHeader;

    /// <summary>No header gives it away.</summary>
    public override bool Fits(CsvHeader header) => false;

    protected override Incoming Read(TableRow row, ReadingContext context)
    {
        var leftOut = new Problems();
        var place = One(row, Meaning.Place);
        var details = new PersonDetails
        {
            Name = One(row, Meaning.Name) ?? "",
            GivenName = One(row, Meaning.GivenName),
            FamilyName = One(row, Meaning.FamilyName),
            Nickname = One(row, Meaning.Nickname),
            Emails = [.. Parts(row, Meaning.Email).Select(e => new Labelled(e))],
            Phones = [.. All(row, Meaning.Phone).Select(p => new Labelled(p))],
            Links = [.. All(row, Meaning.Link).Select(l => new Labelled(l))],
            Roles = [.. Parts(row, Meaning.Role).DistinctBy(PersonWords.RoleKey).Select(r => new RoleDetails(PersonWords.KeptRole(r)))],
            Labels = [.. Parts(row, Meaning.Label)],
            Addresses = place is null ? [] : [new(null, null, place, null, null)],
            Dates = [.. All(row, Meaning.Birthday).Select(d => Date("birthday", d, leftOut)).OfType<DateDetails>().Take(1)],
            HowMet = Joined(row, Meaning.HowMet),
            Notes = Joined(row, Meaning.Notes),
        };
        var affiliation = new AffiliationDetails(One(row, Meaning.Organization), One(row, Meaning.Title), null);
        foreach (var column in columns.HasHeader ? Of(Meaning.Nothing) : Of(Meaning.Nothing).Concat(Of(Meaning.Field))) row.At(column); // a field is called as its column is
        details = details with { Fields = row.LeftOver() };
        var incoming = Person(row, details, leftOut);
        return incoming is IncomingPerson person && affiliation is not { Organization: null, Title: null } ? person with { Affiliations = [affiliation] } : incoming;
    }

    private IEnumerable<int> Of(Meaning meaning) => columns.Meanings.Select((m, column) => (m, column)).Where(c => c.m == meaning).Select(c => c.column);

    private List<string> All(TableRow row, Meaning meaning) => [.. Of(meaning).Select(row.At).OfType<string>()];

    private string? One(TableRow row, Meaning meaning) => All(row, meaning).FirstOrDefault();

    private string? Joined(TableRow row, Meaning meaning) => All(row, meaning) is { Count: > 0 } texts ? string.Join("\n\n", texts) : null;

    /// <summary>What stands in one cell with commas between.</summary>
    private IEnumerable<string> Parts(TableRow row, Meaning meaning) =>
        All(row, meaning).SelectMany(c => c.Split(Several, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase);
}
