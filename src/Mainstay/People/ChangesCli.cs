using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary><c>mainstay undo ID</c>: takes a change back, of whatever it was.</summary>
internal static class ChangesCli
{
    public static Command Command(Shell shell) => Undo(shell, $"People.HelpUndo {Former.DaysKept}", "People.HelpChangeId");

    /// <summary>The same under the name of a room.</summary>
    public static Command Undo(Shell shell, string about, string which)
    {
        var change = new Argument<Guid>("ID") { Description = which };
        var undo = new Command("undo", about) { change };
        undo.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            await desk.Store.TakeBack(typed.GetValue(change), desk.Services.GetServices<IPutBack>(), desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new { Change = typed.GetValue(change) });
            else desk.Paper.Line(Speech.Say("People.SaidTakenBack"));
            return Shell.Fine;
        }, stop));
        return undo;
    }

    /// <summary>Says it beside an answer that says the rest.</summary>
    public static void HowToTakeBack(Desk desk, Guid change)
    {
        if (!desk.Paper.AsJson) desk.Paper.Aside(Speech.Say("People.TakeBackWith", change));
    }

    /// <summary>Says that something is removed, and by what it is taken back.</summary>
    public static int Gone(Desk desk, Guid id, Guid change, string said)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(new { Id = id, Change = change });
        else desk.Paper.Line($"{Speech.Say(said)} {Speech.Say("People.TakeBackWith", change)}");
        return Shell.Fine;
    }
}
