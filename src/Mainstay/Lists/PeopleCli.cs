using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Lists;

/// <summary><c>people [QUERY]</c>: the list, and what can be done to many.</summary>
internal static class PeopleCli
{
    /// <summary>What gives way in a narrow terminal: what is not named here first, then from the first to the last.</summary>
    private static readonly string[] ByWeight = ["roles", "organization", "layer", "lastTouch", "due"];

    public static Command Command(Shell shell)
    {
        var options = new ListOptionsCli();
        var limit = new Option<int?>("--limit") { Description = "Lists.HelpLimit", HelpName = "N" };
        limit.Validators.Add(typed =>
        {
            if (typed.Tokens is [var number] && int.TryParse(number.Value, out var value) && value < 1) typed.Mistake("Lists.LimitFromOne");
        });
        var people = new Command("people", "Lists.HelpPeople") { limit, ViewsCli.Command(shell), BulkCli.Edit(shell), BulkCli.Undo(shell) };
        options.On(people);
        people.SetAction((typed, stop) => shell.At(typed, async desk => await List(desk, await options.Wanted(desk, stop), typed.GetValue(limit) ?? int.MaxValue, stop), stop));
        return people;
    }

    private static async Task<int> List(Desk desk, PeopleWanted wanted, int most, CancellationToken stop)
    {
        var found = await desk.Store.List(wanted, new(most), desk.Clock, desk.Today, stop);
        var people = await desk.Store.WithFacts(found.People, desk.Services.GetServices<IPersonFacts>(), desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(people.Select(ListedPersonAnswer.Of));
        else if (people.Count == 0) desk.Paper.Aside(Nobody(wanted).InWords());
        else desk.Paper.Console.Write(Table(people, desk.Paper.Console.Profile.Width));
        if (people.Count > 0 && people.Count < found.Part.Total) desk.Paper.Aside(Speech.Say("Lists.FirstOf", people.Count, found.Part.Total));
        return Shell.Fine;
    }

    private static Reason Nobody(PeopleWanted wanted) => wanted.IsEverybody ? new("People.NobodyYet")
        : wanted is { Chosen.Count: 0, Query: { } query } ? new("People.NobodyFound", query) : new("Lists.NobodyMatches");

    private static Table Table(IReadOnlyList<ListedPerson> people, int width)
    {
        // A number says nothing without its reasons; they stand together on the person's own page.
        var facts = people[0].Facts.Keys.Where(f => people.All(p => p.Facts[f] is not double)).ToList();
        return FittedTable.Fit(width,
        [
            new(PersonFacts.Heading("name").InWords(), [.. people.Select(p => p.Name)], int.MaxValue),
            .. facts.Select(f => new FittedColumn(PersonFacts.Heading(f).InWords(), [.. people.Select(p => PersonFacts.Said(f, p.Facts[f]))], Array.IndexOf(ByWeight, f))),
        ]);
    }
}
