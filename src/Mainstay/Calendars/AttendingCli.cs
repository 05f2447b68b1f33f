using System.CommandLine;
using System.Globalization;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary><c>mainstay gatherings rhythm</c>: how often the owner means to go to gatherings.</summary>
internal static class AttendingCli
{
    private const string Off = "off";

    public static Command Command(Shell shell)
    {
        var many = new Argument<string?>("NUMBER") { Description = "Calendars.HelpHowMany", Arity = ArgumentArity.ZeroOrOne };
        var per = new Option<string?>("--per") { Description = "Calendars.HelpPer", HelpName = "PERIOD" }.AcceptOnly<AttendingPer>();
        var places = new Option<string?>("--places") { Description = "Calendars.HelpPlaces", HelpName = "TEXT" };
        var quiet = new Option<string?>("--quiet-until") { Description = "Calendars.HelpQuiet", HelpName = "DATE" };
        var rhythm = new Command("rhythm", "Calendars.HelpRhythm") { many, per, places, quiet };
        rhythm.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = await desk.Store.AttendingOn(desk.Today, stop);
            if (Off.Equals(typed.GetValue(many)?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                var change = await desk.Store.StopAttending(desk.Clock, stop);
                return ChangesCli.Gone(desk, was!.Plan.Id, change, "Calendars.SaidRhythmEnded");
            }
            if (new[] { typed.GetValue(many), typed.GetValue(per), typed.GetValue(places), typed.GetValue(quiet) }.Any(v => v is not null))
            {
                var before = was is null ? new(0, AttendingPer.Month) : NewAttending.Of(was.Plan);
                await desk.Store.SetAttending(new(typed.GetValue(many) is { } number ? Number(number) : before.HowMany, typed.GetValue(per) is { } period ? Enum.Parse<AttendingPer>(period, true) : before.Per)
                {
                    Places = typed.GetValue(places) ?? before.Places,
                    QuietUntil = Days.OrNone(typed.GetValue(quiet), desk.Today, before.QuietUntil),
                }, desk.Today, stop);
                was = await desk.Store.AttendingOn(desk.Today, stop);
            }
            Print(desk, was);
            return Shell.Fine;
        }, stop));
        return rhythm;
    }

    private static int Number(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new Mistaken(new Problems { { "howMany", "Calendars.OddHowMany", NewAttending.Most } });

    private static void Print(Desk desk, Attending? it)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(AttendingAnswer.Of(it));
        else if (it is null) desk.Paper.Aside(Speech.Say("Calendars.NoRhythm"));
        else
        {
            desk.Paper.Line(AttendingWords.Sentence(it).InWords());
            foreach (var said in AttendingWords.More(it)) desk.Paper.Indented(2, said.InWords());
        }
    }
}
