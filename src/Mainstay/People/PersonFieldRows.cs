using System.Globalization;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>Through whom we met: somebody of one's own people, or a name.</summary>
public sealed record ThroughDetails(Guid? Id, string Name)
{
    public string? NameIfUnknown => Id is null ? Name : null;

    public static ThroughDetails? Of(PersonDetails person) => person.MetThroughId is { } id ? new(id, person.MetThroughName ?? "") : person.MetThroughName is { } name ? new(null, name) : null;
}

/// <summary>How rows of a form are read and written that are more than a value and its label.</summary>
internal static class PersonFieldRows
{
    public static readonly EditRows<RoleDetails> Roles = new(
        r => [PersonWords.Role(r.Name).InWords(), Day(r.Since), Day(r.Until)],
        row =>
        {
            if (row["name"] is not { } name)
            {
                if (row["since"] is not null || row["until"] is not null) row.Wrong("name", "People.RoleMissing");
                return null;
            }
            var role = new RoleDetails(PersonWords.KeptRole(name), Day(row, "since"), Day(row, "until"));
            if (role.Since > role.Until) row.Wrong("until", "People.EndsBeforeItBegins", name);
            return role;
        },
        r => r.InWords().InWords()) { Same = r => (PersonWords.RoleKey(r.Name), r.Since, r.Until) };

    public static readonly EditRows<AddressDetails> Addresses = new(
        a => [a.Label is { } label ? PersonWords.Label(label).InWords() : null, a.Street, a.Extended, a.PoBox, a.PostalCode, a.City, a.Region, a.Country],
        row =>
        {
            var address = new AddressDetails(PersonWords.KeptLabel(row["label"]), row["street"], row["city"], row["postalCode"], row["country"]) { PoBox = row["poBox"], Extended = row["extended"], Region = row["region"] };
            return address with { Label = null } == new AddressDetails(null, null, null, null, null) ? null : address;
        },
        a => PersonSections.InWords(a).InWords());

    public static readonly EditRows<DateDetails> Dates = new(
        d => [PersonSections.Kind(d.Kind).InWords(), Contacts.DateText(d)],
        row =>
        {
            if (row["date"] is not { } typed) return null;
            if (PersonDates.Read(PersonWords.DateKind(row["kind"]), typed) is { } date && PersonCheck.IsADay(date)) return date;
            row.Wrong("date", "People.NotADate", typed);
            return null;
        },
        d => new Reason("People.DateLine", PersonSections.Kind(d.Kind), PersonDates.InWords(d)).InWords());

    public static readonly EditRows<RelationDetails> Relations = new(
        r => [PersonWords.Relation(r.Kind).InWords(), r.Name, Id(r.OtherId)],
        row => row["name"] is { } name ? new(PersonWords.KeptRelation(row["kind"] ?? ""), name, Id(row["other"])) : null,
        r => new Reason("People.LabelledLine", PersonWords.Relation(r.Kind), r.Name).InWords());

    public static readonly EditRows<ThroughDetails> Through = new(t => [t.Name, Id(t.Id)], row => row["name"] is { } name ? new(Id(row["other"]), name) : null, t => t.Name);

    private static string? Id(Guid? id) => id?.ToString();

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(EditRow row, string column)
    {
        if (row[column] is not { } typed) return null;
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        row.Wrong(column, "People.NotADate", typed);
        return null;
    }
}
