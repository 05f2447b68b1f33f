using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Gatherings;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary><c>mainstay gatherings which</c>: which gatherings fit best, and why.</summary>
internal static class WhichCli
{
    public static Command Command(Shell shell)
    {
        var which = new Command("which", "Calendars.HelpWhichFit");
        which.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var answer = await desk.Services.GetRequiredService<WhichQueries>().Which(desk.Store, desk.Today, stop);
            var rhythm = await desk.Store.AttendingOn(desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(FittingGatherings.Of(answer, rhythm));
            else Print(desk, answer, rhythm);
            return Shell.Fine;
        }, stop));
        return which;
    }

    /// <summary>As rows show it, which <c>keep</c> and <c>go</c> take.</summary>
    private static string Ending(Guid id) => new Announced { Id = id, CalendarId = id, Key = "", Name = "" }.Ending();

    private static void Print(Desk desk, WhichAnswer answer, Attending? rhythm)
    {
        foreach (var fit in answer.Best.Take(WhichQueries.MostNamed))
        {
            desk.Paper.Line(Speech.Say("Calendars.PrintAnnounced", Ending(fit.It.Id), fit.It.It.Name, GatheringWords.Line(fit.It.It), CalendarWords.From(fit.It)));
            foreach (var reason in fit.Reasons) desk.Paper.Indented(4, "– " + reason.InWords());
        }
        if (answer.Best.Count == 0) desk.Paper.Aside(CalendarWords.NothingFits(answer).InWords());
        desk.Paper.Aside(CalendarWords.Looked(answer).InWords());
        if (rhythm is not null) desk.Paper.Aside(AttendingWords.Sentence(rhythm).InWords());
    }
}
