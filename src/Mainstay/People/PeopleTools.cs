using Mainstay.Mcp;
using Mainstay.Search;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>Finding and reading people, for assistants.</summary>
internal static class PeopleTools
{
    private const int Usual = 5, Most = 20, LinesShown = 12, LettersShown = 500;

    public static IEnumerable<Tool> All =>
    [
        new("find_people", "People.ToolFind", Find)
        {
            Inputs = [new("query", InputKind.Text, "People.ToolQuery") { IsRequired = true }, new("limit", InputKind.Number, "People.ToolLimit")],
        },
        new("person", "People.ToolPerson", Read) { Inputs = [new("person", InputKind.Text, "People.ToolWho") { IsRequired = true }] },
    ];

    private static async Task<object> Find(ToolCall call)
    {
        var query = new SearchQuery(call.Needed("query")) { Take = call.Number("limit", 1, Most) ?? Usual };
        var (people, answer) = await call.Store.PeopleFound(query, call.Stop);
        var listed = await call.Store.WithFacts(people, call.Services.GetServices<IPersonFacts>(), call.Today, call.Stop);
        var snippets = answer.Hits.ToDictionary(h => h.PersonId, h => h.Snippet);
        return new
        {
            People = listed.Select(p => new FoundAnswer(p.Id, p.Name, snippets.GetValueOrDefault(p.Id) is { Field: not "name" } found ? new(Speech.Say($"Search.{found.Field}"), found.Text) : null) { Facts = ListedPersonAnswer.FactsOf(p) }),
            answer.Total,
            answer.IsGuess,
            answer.Meant,
        };
    }

    private static async Task<object> Read(ToolCall call)
    {
        var person = await call.Store.FindPerson(call.Needed("person"), call.Stop);
        var record = await call.Store.RecordOf(person.Id, call.Services, call.Today, call.Stop, LinesShown);
        var sections = PersonSections.Of(record.Details).Concat(record.Parts.Where(p => p.Heading is not null && p.Lines.Count > 0).Select(p => (Heading: p.Heading!, p.Lines)));
        return new
        {
            person.Id,
            person.Name,
            Beside = record.Beside(call.Clock.GetUtcNow(), call.Today),
            Letter = record.Letter.Select(Line),
            Sections = sections.Select(s => new { Heading = s.Heading.InWords(), Lines = s.Lines.Take(LinesShown).Select(Line) }),
        };
    }

    /// <summary>A long note says enough by its beginning.</summary>
    private static string Line(Reason reason)
    {
        var line = reason.InWords();
        return Texts.Shortened(line, LettersShown);
    }

    private sealed record FoundAnswer(Guid Id, string Name, FoundIn? Found)
    {
        [System.Text.Json.Serialization.JsonExtensionData]
        public IDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();
    }

    private sealed record FoundIn(string In, string Text);
}
