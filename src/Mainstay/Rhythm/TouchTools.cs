using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>Logging a touch, for assistants.</summary>
internal static class TouchTools
{
    public static Tool Record => new("record_touch", "Rhythm.ToolRecord", Note)
    {
        Writes = true,
        Inputs =
        [
            new("people", InputKind.Texts, "Rhythm.HelpTouchNames") { IsRequired = true },
            new("kind", InputKind.Text, "Rhythm.ToolKind") { IsRequired = true, OneOf = ToolCall.Names<TouchKind>() },
            new("on", InputKind.Day, "Rhythm.ToolOn"),
            new("note", InputKind.Text, "Rhythm.ToolNote"),
            new("direction", InputKind.Text, "Rhythm.ToolDirection") { OneOf = ToolCall.Names<Direction>() },
            new("minutes", InputKind.Number, "Rhythm.HelpTouchMinutes"),
        ],
    };

    private static async Task<object> Note(ToolCall call)
    {
        call.Needed("kind");
        var people = new List<Person>();
        foreach (var name in call.Texts("people")) people.Add(await call.Store.FindPerson(name, call.Stop));
        var touch = await call.Store.Record(new()
        {
            People = [.. people.Select(p => p.Id).Distinct()],
            On = call.Day("on") ?? call.Today,
            Kind = call.OneOf<TouchKind>("kind")!.Value,
            Direction = call.OneOf<Direction>("direction") ?? Direction.Both,
            Minutes = call.Number("minutes", 1, 24 * 60),
            Note = call.Text("note"),
        }, call.Today, call.Clock, call.Stop);
        var sentences = new List<string> { Speech.Say("Rhythm.Noted", new Reason($"Rhythm.Kind{touch.Kind}"), touch.On, people.DistinctBy(p => p.Id).Select(p => p.Name)) };
        foreach (var person in people.DistinctBy(p => p.Id))
            if ((await call.Store.TieOf(person.Id, call.Today, call.Stop)).Due is { } due) sentences.Add(Speech.Say("Rhythm.NextDue", person.Name, due.On));
        return new { Touch = touch.Id, Said = sentences };
    }
}
