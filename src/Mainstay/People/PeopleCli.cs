using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.People;

/// <summary><c>people [QUERY]</c>: the list.</summary>
internal static class PeopleCli
{
    private const int Most = 10_000;

    public static Command Command(Shell shell)
    {
        var query = Shell.Words("QUERY", "Words to look for: a name, a company, a label, …", ArgumentArity.ZeroOrMore);
        var people = new Command("people", "List the people you know, or those who answer to a query") { query };
        people.SetAction((typed, stop) => shell.At(typed, desk => List(desk, string.Join(' ', typed.GetValue(query) ?? []), stop), stop));
        return people;
    }

    private static async Task<int> List(Desk desk, string query, CancellationToken stop)
    {
        IReadOnlyList<Person> found = query.Length == 0 ? await desk.Store.Everybody(stop) : (await desk.Store.PeopleFound(new(query) { Take = Most, WithSnippets = false }, stop)).People;
        var people = await desk.Store.WithFacts(found, desk.Services.GetServices<IPersonFacts>(), desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(people.Select(Answer));
        else if (people.Count == 0) desk.Paper.Aside(query.Length == 0 ? Speech.Say("People.NobodyYet") : Speech.Say("People.NobodyFound", query));
        else desk.Paper.Console.Write(Table(people));
        return Shell.Fine;
    }

    internal static OrderedDictionary<string, object?> Answer(ListedPerson person)
    {
        var answer = new OrderedDictionary<string, object?> { ["id"] = person.Id, ["name"] = person.Name };
        foreach (var (name, value) in person.Facts) answer[name] = value is FactWord word ? word.Value : value;
        return answer;
    }

    private static Table Table(IReadOnlyList<ListedPerson> people)
    {
        // A number says nothing without its reasons; they stand together on the person's own page.
        var facts = people[0].Facts.Keys.Where(f => people.All(p => p.Facts[f] is not double)).ToList();
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumn(new TableColumn(Heading("name")));
        foreach (var fact in facts) table.AddColumn(new TableColumn(Heading(fact)));
        foreach (var person in people) table.AddRow([new Text(person.Name), .. facts.Select(f => new Text(PersonFacts.InWords(person.Facts[f])))]);
        return table;
    }

    private static Text Heading(string fact) => new(PersonFacts.Heading(fact).InWords(), new Style(decoration: Decoration.Bold));
}
