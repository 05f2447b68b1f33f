using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>mainstay touches</c>: what was logged of late, to be corrected or removed.</summary>
public static class TouchesCli
{
    private const int Shown = 20;

    public static Command Command(Shell shell)
    {
        var name = WhoCli.Completed<string?>(shell, new("NAME") { Description = "Rhythm.HelpTouchesOf", Arity = ArgumentArity.ZeroOrOne });
        var touches = new Command("touches", "Rhythm.HelpTouches") { name, Edit(shell), Remove(shell) };
        touches.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var person = parsed.GetValue(name) is { } whom ? (await desk.Store.FindPerson(whom, stop)).Id : (Guid?)null;
            var lines = await desk.Store.TouchesAfter(null, person, Shown, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(TouchRecordAnswer.Of));
            else if (lines.Count == 0) desk.Paper.Line(Speech.Say("Rhythm.NoTouches"));
            else foreach (var line in lines) desk.Paper.Line($"{line.Touch.Ending()}  {InWords(line)}");
            return Shell.Fine;
        }, stop));
        return touches;
    }

    private static Command Edit(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Rhythm.HelpTouchId" };
        var with = new Option<string[]>("--with") { Description = "Rhythm.HelpTouchWith", HelpName = "NAME" };
        var by = new Option<string?>("--by") { Description = "Rhythm.HelpTouchBy", HelpName = "KIND" }.AcceptOnly<TouchKind>();
        var on = new Option<string?>("--on") { Description = "Rhythm.HelpTouchOn", HelpName = "DATE" };
        var note = new Option<string?>("--note") { Description = "Rhythm.HelpTouchNote", HelpName = "TEXT" };
        var direction = new Option<string?>("--direction") { Description = "Rhythm.HelpTouchDirection", HelpName = "DIRECTION" }.AcceptOnly<Direction>();
        var minutes = new Option<int?>("--minutes") { Description = "Rhythm.HelpTouchMinutes", HelpName = "N" };
        var edit = new Command("edit", "Rhythm.HelpTouchEdit") { id, with, by, on, note, direction, minutes };
        edit.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var was = await desk.Store.TouchRecordOf(await desk.Store.TouchEndingWith(parsed.GetValue(id)!, stop), stop);
            var people = new List<Guid>();
            foreach (var whom in parsed.GetValue(with) ?? []) people.Add((await desk.Store.FindPerson(whom, stop)).Id);
            await desk.Store.ChangeTouch(was.Touch.Id, new()
            {
                People = people.Count > 0 ? people : [.. was.People.Select(p => p.Id)],
                On = Days.Of(parsed.GetValue(on), desk.Today) ?? was.Touch.On,
                Kind = parsed.GetValue(by) is { } kind ? Enum.Parse<TouchKind>(kind, true) : was.Touch.Kind,
                Direction = parsed.GetValue(direction) is { } way ? Enum.Parse<Direction>(way, true) : was.Touch.Direction,
                Minutes = parsed.GetValue(minutes) ?? was.Touch.Minutes,
                Note = parsed.GetValue(note) ?? was.Touch.Note,
            }, desk.Today, stop);
            var now = await desk.Store.TouchRecordOf(was.Touch.Id, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(TouchRecordAnswer.Of(now));
            else desk.Paper.Line(InWords(now));
            return Shell.Fine;
        }, stop));
        return edit;
    }

    private static Command Remove(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Rhythm.HelpTouchId" };
        var remove = new Command("remove", "Rhythm.HelpTouchRemove") { id };
        remove.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var touch = await desk.Store.TouchEndingWith(parsed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, touch, await desk.Store.LetGoOfTouch(touch, desk.Clock, stop), "Rhythm.SaidTouchRemoved");
        }, stop));
        return remove;
    }

    private static string InWords(TouchRecord line)
    {
        var said = Speech.Say("Rhythm.TouchRow", new Reason($"Rhythm.Kind{line.Touch.Kind}"), line.Touch.On, line.People.Select(p => p.Name));
        return line.Touch.Note is { } note ? $"{said} {Texts.Shortened(note.ReplaceLineEndings(" "), 120)}" : said;
    }
}
