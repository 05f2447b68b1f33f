using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>mainstay touch</c></summary>
public static class TouchCli
{
    public static Command Command(Shell shell)
    {
        var names = WhoCli.Completed<string[]>(shell, new("NAME") { Description = "Rhythm.HelpTouchNames", Arity = ArgumentArity.OneOrMore });
        var by = new Option<string?>("--by") { Description = "Rhythm.HelpTouchBy", Required = true, HelpName = "KIND" }.AcceptOnly<TouchKind>();
        var on = new Option<string?>("--on") { Description = "Rhythm.HelpTouchOn", HelpName = "DATE" };
        var note = new Option<string?>("--note") { Description = "Rhythm.HelpTouchNote", HelpName = "TEXT" };
        var direction = new Option<string?>("--direction") { Description = "Rhythm.HelpTouchDirection", HelpName = "DIRECTION" }.AcceptOnly<Direction>();
        var minutes = new Option<int?>("--minutes") { Description = "Rhythm.HelpTouchMinutes", HelpName = "N" };
        var touch = new Command("touch", "Rhythm.HelpTouch") { names, by, on, note, direction, minutes };
        touch.SetAction((parsed, stop) => shell.At(parsed, async desk => await Record(desk, new()
        {
            People = await Found(desk, parsed.GetValue(names)!, stop),
            On = Days.Of(parsed.GetValue(on), desk.Today) ?? desk.Today,
            Kind = Enum.Parse<TouchKind>(parsed.GetValue(by)!, true),
            Direction = parsed.GetValue(direction) is { } said ? Enum.Parse<Direction>(said, true) : Direction.Both,
            Minutes = parsed.GetValue(minutes),
            Note = parsed.GetValue(note),
        }, stop), stop));
        return touch;
    }

    /// <summary>Takes the names of an enumeration and nothing else, in lower case.</summary>
    internal static Option<string?> AcceptOnly<TEnum>(this Option<string?> option) where TEnum : struct, Enum =>
        option.AcceptOnlyFromAmong([.. Enum.GetNames<TEnum>().Select(n => n.ToLowerInvariant())]);

    private static async Task<IReadOnlyList<Guid>> Found(Desk desk, string[] names, CancellationToken stop)
    {
        var people = new List<Guid>();
        foreach (var name in names) people.Add((await desk.Store.FindPerson(name, stop)).Id);
        return [.. people.Distinct()];
    }

    private static async Task<int> Record(Desk desk, NewTouch touch, CancellationToken stop)
    {
        var recorded = await desk.Store.Record(touch, desk.Today, desk.Clock, stop);
        var ties = new List<TieAnswer>();
        foreach (var id in touch.People) ties.Add(TieAnswer.Of((await desk.Store.PersonOf(id, stop)).Name, await desk.Store.TieOf(id, desk.Today, stop)));
        if (desk.Paper.AsJson) desk.Paper.Write(new { touch = recorded.Id, on = recorded.On, kind = TieAnswer.Camel(recorded.Kind.ToString()), direction = TieAnswer.Camel(recorded.Direction.ToString()), ties });
        else Print(desk.Paper, recorded, ties);
        return Shell.Fine;
    }

    private static void Print(Paper paper, Touch touch, List<TieAnswer> ties)
    {
        paper.Line(Speech.Say("Rhythm.Noted", new Reason($"Rhythm.Kind{touch.Kind}"), touch.On, ties.Select(t => t.Person.Name)));
        foreach (var tie in ties.Where(t => t.Due is not null)) paper.Line("  " + Speech.Say("Rhythm.NextDue", tie.Person.Name, tie.Due));
    }
}
