using Mainstay.Cli;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.People;

/// <summary>One person's record, as a letter or as JSON.</summary>
internal static class PersonRecordCli
{
    public static async Task Show(Desk desk, Guid id, CancellationToken stop)
    {
        var record = await desk.Store.RecordOf(id, desk.Services, desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(Answer(record));
        else Write(desk, record);
    }

    private static OrderedDictionary<string, object?> Answer(PersonRecord record)
    {
        var answer = Answer(record.Listed);
        foreach (var (name, value) in Fields(record.Person, record.Details, record.Through)) answer[name] = value;
        foreach (var part in record.Parts) answer[part.Name] = part.Value;
        return answer;
    }

    private static IEnumerable<(string Name, object? Value)> Fields(Person person, PersonDetails record, string? through) =>
    [
        ("prefix", record.Prefix), ("givenName", record.GivenName), ("middleNames", record.MiddleNames), ("familyName", record.FamilyName), ("suffix", record.Suffix),
        ("nickname", record.Nickname), ("phoneticGivenName", record.PhoneticGivenName), ("phoneticFamilyName", record.PhoneticFamilyName),
        ("pronouns", record.Pronouns), ("timeZone", record.TimeZone), ("languages", record.Languages),
        ("emails", record.Emails), ("phones", record.Phones), ("links", record.Links), ("chats", record.Chats), ("addresses", record.Addresses),
        ("dates", record.Dates.Select(d => new { d.Kind, Value = Contacts.DateText(d) })),
        ("labels", record.Labels), ("topics", record.Topics), ("rolesHeld", record.Roles),
        ("relations", record.Relations.Select(r => new { r.Kind, r.Name, Id = r.OtherId })),
        ("fields", record.Fields.Select(f => new { Name = f.Label, f.Value })),
        ("howMet", record.HowMet), ("metOn", record.MetOn), ("metWhere", record.MetWhere),
        ("metThrough", through is null ? null : new { Id = record.MetThroughId, Name = through }),
        ("notes", record.Notes), ("photo", record.Photo is { } photo ? new { photo.MediaType, Size = photo.Bytes.Length } : null),
        ("createdAt", person.CreatedAt), ("changedAt", person.ChangedAt), ("revision", person.Revision),
    ];

    private static void Write(Desk desk, PersonRecord record)
    {
        var paper = desk.Paper;
        paper.Console.Write(new Text(record.Person.Name, new Style(decoration: Decoration.Bold)));
        paper.Line();
        if (record.Beside(desk.Clock.GetUtcNow(), desk.Today) is { Length: > 0 } beside) paper.Line(beside);
        if (record.Letter.Count > 0) paper.Line();
        foreach (var sentence in record.Letter) paper.Line(sentence.InWords());
        var sections = PersonSections.Of(record.Details).Concat(record.Parts.Where(p => p.Heading is not null && p.Lines.Count > 0).Select(p => (Heading: p.Heading!, p.Lines)));
        foreach (var (heading, lines) in sections) Section(paper, heading, lines);
        paper.Line();
        paper.Console.Write(new Text(record.Person.Id.ToString(), new Style(decoration: Decoration.Dim)));
        paper.Line();
    }

    private static void Section(Paper paper, Reason heading, IReadOnlyList<Reason> lines)
    {
        paper.Line();
        paper.Console.Write(new Text(heading.InWords(), new Style(decoration: Decoration.Bold)));
        paper.Line();
        foreach (var line in lines) paper.Console.Write(new Padder(new Text(line.InWords()), new Padding(2, 0, 0, 0)));
    }

    /// <summary>A person of a list as programs are told of them.</summary>
    internal static OrderedDictionary<string, object?> Answer(ListedPerson person)
    {
        var answer = new OrderedDictionary<string, object?> { ["id"] = person.Id, ["name"] = person.Name };
        foreach (var (name, value) in person.Facts) answer[name] = value is FactWord word ? word.Value : value;
        return answer;
    }
}
