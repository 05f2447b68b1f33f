using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.People;

/// <summary>One person's record, as a letter or as JSON.</summary>
internal static class PersonRecordCli
{
    public static async Task Show(Desk desk, Guid id, CancellationToken stop)
    {
        var person = await desk.Store.PersonOf(id, stop);
        var record = await desk.Store.DetailsOf(id, stop);
        var through = record.MetThroughId is { } other ? await desk.Store.NameOf(other, stop) : record.MetThroughName;
        var listed = (await desk.Store.WithFacts([person], desk.Services.GetServices<IPersonFacts>(), desk.Today, stop))[0];
        var parts = new List<PersonPart>();
        foreach (var room in desk.Services.GetServices<IPersonParts>()) parts.AddRange(await room.Parts(desk.Store, id, desk.Today, stop));
        if (desk.Paper.AsJson) desk.Paper.Write(Answer(person, record, through, listed, parts));
        else Write(desk, record, through, listed, parts);
    }

    private static OrderedDictionary<string, object?> Answer(Person person, PersonDetails record, string? through, ListedPerson listed, List<PersonPart> parts)
    {
        var answer = PeopleCli.Answer(listed);
        foreach (var (name, value) in Fields(person, record, through)) answer[name] = value;
        foreach (var part in parts) answer[part.Name] = part.Value;
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

    private static void Write(Desk desk, PersonDetails record, string? through, ListedPerson listed, List<PersonPart> parts)
    {
        var paper = desk.Paper;
        paper.Console.Write(new Text(listed.Name, new Style(decoration: Decoration.Bold)));
        paper.Line();
        if (Beside(record, listed, desk) is { Length: > 0 } beside) paper.Line(beside);
        var letter = PersonLetter.Of(record, through).Concat(parts.Where(p => p.Heading is null).SelectMany(p => p.Lines)).Select(r => r.InWords()).ToList();
        if (letter.Count > 0) paper.Line();
        foreach (var sentence in letter) paper.Line(sentence);
        var sections = PersonSections.Of(record).Concat(parts.Where(p => p.Heading is not null && p.Lines.Count > 0).Select(p => (Heading: p.Heading!, p.Lines)));
        foreach (var (heading, lines) in sections) Section(paper, heading, lines);
        paper.Line();
        paper.Console.Write(new Text(listed.Id.ToString(), new Style(decoration: Decoration.Dim)));
        paper.Line();
    }

    /// <summary>"mentor · Rear admiral, US Navy · she/her · it is 9:40 there".</summary>
    private static string Beside(PersonDetails record, ListedPerson listed, Desk desk)
    {
        var there = record.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? Speech.Say("People.TimeThere", TimeZoneInfo.ConvertTime(desk.Clock.GetUtcNow(), found)) : null;
        string?[] words = [string.Join(", ", record.Roles.RolesOn(desk.Today)), PersonFacts.InWords(listed.Facts.GetValueOrDefault("organization")), record.Nickname is { } nick ? $"“{nick}”" : null, record.Pronouns, there];
        return string.Join(" · ", words.Where(w => !string.IsNullOrEmpty(w)));
    }

    private static void Section(Paper paper, Reason heading, IReadOnlyList<Reason> lines)
    {
        paper.Line();
        paper.Console.Write(new Text(heading.InWords(), new Style(decoration: Decoration.Bold)));
        paper.Line();
        foreach (var line in lines) paper.Console.Write(new Padder(new Text(line.InWords()), new Padding(2, 0, 0, 0)));
    }
}
