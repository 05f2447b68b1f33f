using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary><c>mainstay gatherings calendars</c>: the calendars that announce gatherings.</summary>
internal static class CalendarsCli
{
    /// <summary>Hangs the commands on one of an earlier room.</summary>
    public static void ExtendCommands(RootCommand root, Shell shell)
    {
        var gatherings = root.Subcommands.Single(c => c.Name == "gatherings");
        gatherings.Add(Command(shell));
        foreach (var command in AnnouncedCli.Commands(shell)) gatherings.Add(command);
    }

    private static Command Command(Shell shell)
    {
        var calendars = new Command("calendars", "Calendars.HelpCalendars") { Add(shell), Look(shell), Edit(shell), Remove(shell) };
        calendars.SetAction((typed, stop) => shell.At(typed, async desk => Told(desk, await desk.Store.CalendarsHere(stop)), stop));
        return calendars;
    }

    private static Command Add(Shell shell)
    {
        var name = Shell.Words("NAME", "Calendars.HelpName", ArgumentArity.OneOrMore);
        var (address, topics, by) = (Address(), Topics(), By());
        address.Required = true;
        var add = new Command("add", "Calendars.HelpAdd") { name, address, topics, by };
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var at = await Read(desk, typed.GetValue(address), stop);
            var made = await desk.Store.AllOrNothing(async () => await desk.Store.AddCalendar(new() { Name = WhoCli.Name(typed, name), Address = at, Topics = typed.GetValue(topics), OrganizationId = await Holder(desk, typed.GetValue(by), null, stop) }, desk.Clock, stop), stop);
            try
            {
                return await LookAt(desk, [made], stop);
            }
            catch (Conflict) // a server was faster
            {
                desk.Store.ChangeTracker.Clear();
                Told(desk, [await desk.Store.CalendarOf(made.Id, stop)], alone: true);
                desk.Paper.Aside(Speech.Say("Calendars.SaidAddedBeingLookedAt"));
                return Shell.Fine;
            }
        }, stop));
        return add;
    }

    private static Command Look(Shell shell)
    {
        var which = new Argument<string?>("CALENDAR") { Description = "Calendars.HelpWhichOrAll", Arity = ArgumentArity.ZeroOrOne };
        var look = new Command("look", "Calendars.HelpLook") { which };
        look.SetAction((typed, stop) => shell.At(typed, async desk => await LookAt(desk, typed.GetValue(which) is { } one ? [await desk.Store.FindCalendar(one, stop)] : await desk.Store.CalendarsHere(stop), stop), stop));
        return look;
    }

    private static Command Edit(Shell shell)
    {
        var which = Which();
        var name = new Option<string?>("--name") { Description = "Calendars.HelpName", HelpName = "NAME" };
        var (address, topics, by) = (Address(), Topics(), By());
        var edit = new Command("edit", "Calendars.HelpEdit") { which, name, address, topics, by };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = await desk.Store.FindCalendar(typed.GetValue(which)!, stop);
            var at = await Read(desk, typed.GetValue(address), stop);
            var now = await desk.Store.AllOrNothing(async () => await desk.Store.ChangeCalendar(was.Id, new() { Name = typed.GetValue(name) ?? was.Name, Address = at, Topics = typed.GetValue(topics) ?? was.Topics, OrganizationId = await Holder(desk, typed.GetValue(by), was.OrganizationId, stop) }, desk.Clock, stop), stop);
            return Told(desk, [now], alone: true);
        }, stop));
        return edit;
    }

    private static Command Remove(Shell shell)
    {
        var which = Which();
        var remove = new Command("remove", "Calendars.HelpRemove") { which };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = await desk.Store.FindCalendar(typed.GetValue(which)!, stop);
            return ChangesCli.Gone(desk, it.Id, await desk.Store.RemoveCalendar(it.Id, desk.Clock, stop), "Calendars.SaidRemoved");
        }, stop));
        return remove;
    }

    private static Argument<string> Which() => new("CALENDAR") { Description = "Calendars.HelpWhich" };

    private static Option<string?> Address() => new("--address") { Description = "Calendars.HelpAddress", HelpName = "URL" };

    private static Option<string?> Topics() => new("--topics") { Description = "Calendars.HelpTopics", HelpName = "TEXT" };

    private static Option<string?> By() => new("--by") { Description = "Calendars.HelpBy", HelpName = "ORG" };

    /// <summary>Whose calendar it is: an empty text is nobody's, and what is not said stays.</summary>
    private static async Task<Guid?> Holder(Desk desk, string? typed, Guid? was, CancellationToken stop) =>
        typed is null ? was : Texts.Filled(typed) is { } name ? await OrganizationsCli.ThereOrNew(desk, name, stop) : null;

    /// <summary>A secret address may be piped in, so that no list of commands remembers it.</summary>
    private static async Task<string?> Read(Desk desk, string? typed, CancellationToken stop) => typed == "-" ? await desk.Around.In.ReadLineAsync(stop) : typed;

    /// <summary>Looks at each; one that cannot be read is told by its own words, and holds up no other.</summary>
    private static async Task<int> LookAt(Desk desk, List<SubscribedCalendar> calendars, CancellationToken stop)
    {
        var looked = new List<SubscribedCalendar>();
        foreach (var calendar in calendars)
        {
            desk.Store.ChangeTracker.Clear();
            looked.Add(await desk.Store.Look(calendar.Id, LookActions.Looking.With(desk.Services, desk.Owner, desk.Clock), stop));
        }
        Told(desk, looked, alone: calendars.Count == 1);
        return looked.Exists(c => c.Trouble is not null) ? Shell.No : Shell.Fine;
    }

    private static int Told(Desk desk, List<SubscribedCalendar> calendars, bool alone = false)
    {
        var (now, zone) = (desk.Clock.GetUtcNow().UtcDateTime, desk.Owner.Zone);
        var answers = calendars.Select(c => SubscribedCalendarAnswer.Of(c, now, zone)).ToList();
        if (desk.Paper.AsJson && alone) desk.Paper.Write(answers[0]);
        else if (desk.Paper.AsJson) desk.Paper.Write(answers);
        else if (calendars.Count == 0) desk.Paper.Aside(Speech.Say("Calendars.None"));
        else foreach (var it in calendars)
        {
            desk.Paper.Line(Speech.Say("Calendars.PrintLine", it.Ending(), it.Name, it.Host));
            foreach (var said in CalendarWords.Status(it, now, zone)) desk.Paper.Indented(2, said.InWords());
            foreach (var where in CalendarWords.Where(it)) desk.Paper.Indented(4, where.InWords());
        }
        return Shell.Fine;
    }
}
