using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary><c>mainstay gatherings announced|keep|aside|which|rhythm</c>: what the calendars announce.</summary>
internal static class AnnouncedCli
{
    public static IEnumerable<Command> Commands(Shell shell) => [All(shell), Keep(shell), Aside(shell), WhichCli.Command(shell), AttendingCli.Command(shell)];

    private static Command All(Shell shell)
    {
        var calendar = new Option<string?>("--calendar") { Description = "Calendars.HelpWhich", HelpName = "NAME" };
        var aside = new Option<bool>("--aside") { Description = "Calendars.HelpAsideOnes" };
        var all = new Command("announced", "Calendars.HelpAnnounced") { calendar, aside };
        all.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            Guid? only = typed.GetValue(calendar) is { } named ? (await desk.Store.FindCalendar(named, stop)).Id : null;
            var lines = await desk.Store.AnnouncedAhead(desk.Today, stop, only, typed.GetValue(aside));
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => AnnouncedAnswer.Of(l, desk.Owner.Zone)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say(typed.GetValue(aside) ? "Calendars.NothingAside" : "Calendars.NothingAnnounced"));
            else foreach (var line in lines) Print(desk, line);
            return Shell.Fine;
        }, stop));
        return all;
    }

    private static Command Keep(Shell shell)
    {
        var which = Which();
        var keep = new Command("keep", "Calendars.HelpKeep") { which };
        keep.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var kept = await desk.Store.KeepAnnounced((await desk.Store.FindAnnounced(typed.GetValue(which)!, desk.Today, stop)).It.Id, desk.Clock, stop);
            var code = GatheringsCli.Told(desk, kept.All[0].It);
            if (kept.Change is { } change) ChangesCli.HowToTakeBack(desk, change);
            return code;
        }, stop));
        return keep;
    }

    private static Command Aside(Shell shell)
    {
        var which = Which();
        var back = new Option<bool>("--back") { Description = "Calendars.HelpBack" };
        var aside = new Command("aside", "Calendars.HelpAside") { which, back };
        aside.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var id = (await desk.Store.FindAnnounced(typed.GetValue(which)!, desk.Today, stop)).It.Id;
            Guid? change = typed.GetValue(back) ? null : await desk.Store.PutAside(id, desk.Clock, stop);
            if (change is null) await desk.Store.BringBack(id, stop);
            var line = await desk.Store.AnnouncedOf(id, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(AnnouncedAnswer.Of(line, desk.Owner.Zone));
            else Print(desk, line);
            if (change is { } known) ChangesCli.HowToTakeBack(desk, known);
            return Shell.Fine;
        }, stop));
        return aside;
    }

    private static Argument<string> Which() => new("ANNOUNCED") { Description = "Calendars.HelpWhichAnnounced" };

    private static void Print(Desk desk, AnnouncedLine line) => desk.Paper.Line(Speech.Say("Calendars.PrintAnnounced", line.It.Ending(), line.It.Name, CalendarWords.Line(line.It, desk.Owner.Zone), line.Calendar));
}
