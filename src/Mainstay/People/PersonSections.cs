using Mainstay.Words;

namespace Mainstay.People;

/// <summary>The parts of a record, each under its heading; what is empty is left out.</summary>
public static class PersonSections
{
    public static IEnumerable<(Reason Heading, IReadOnlyList<Reason> Lines)> Of(PersonDetails person) => new (Reason, IReadOnlyList<Reason>)[]
    {
        (new("People.Reach"), [.. person.Emails.Concat(person.Phones).Concat(person.Chats).Concat(person.Links).Select(InWords)]),
        (new("People.Addresses"), [.. person.Addresses.Select(InWords)]),
        (new("People.Dates"), [.. person.Dates.Select(d => new Reason("People.DateLine", Kind(d.Kind), PersonDates.InWords(d)))]),
        (new("People.Roles"), [.. person.Roles.Where(r => r.Since is not null || r.Until is not null).Select(r => r.InWords())]),
        (new("People.Topics"), Together(person.Topics)),
        (new("People.Labels"), Together(person.Labels)),
        (new("People.Languages"), Together(person.Languages)),
        (new("People.Relations"), [.. person.Relations.Select(r => new Reason("People.LabelledLine", PersonWords.Relation(r.Kind), r.Name))]),
        (new("People.More"), [.. person.Fields.Select(f => new Reason("People.LabelledLine", f.Label, f.Value))]),
        (new("People.Notes"), person.Notes is { } notes ? [Plain(notes)] : []),
    }.Where(s => s.Item2.Count > 0);

    public static Reason Kind(string kind) => kind switch
    {
        "birthday" => new("People.Birthday"),
        "anniversary" => new("People.Anniversary"),
        _ => Plain(kind),
    };

    public static Reason InWords(AddressDetails address)
    {
        var line = Plain(string.Join(", ", new[] { address.PoBox, address.Extended, address.Street, Joined(address.PostalCode, address.City), address.Region, address.Country }.Where(p => !string.IsNullOrWhiteSpace(p))));
        return address.Label is null ? line : new("People.LineLabelled", line, PersonWords.Label(address.Label));
    }

    private static Reason InWords(Labelled value) => value.Label is null ? Plain(value.Value) : new("People.LineLabelled", value.Value, PersonWords.Label(value.Label));

    private static Reason[] Together(IReadOnlyList<string> words) => words.Count == 0 ? [] : [Plain(string.Join(", ", words))];

    private static Reason Plain(string text) => new("People.Plain", text);

    private static string Joined(string? code, string? city) => $"{code} {city}".Trim();
}
