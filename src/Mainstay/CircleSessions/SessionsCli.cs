using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.CircleSessions;

/// <summary><c>mainstay sessions</c>: the sessions of a circle that whoever owns the network is in.</summary>
internal static class SessionsCli
{
    /// <summary>Somebody at a desk in a circle.</summary>
    private sealed record Place(Desk Desk, CircleSeat Seat, TimeZoneInfo Zone)
    {
        public Store Store => Desk.Store;

        public Guid Me => Seat.Id;

        public DateTime Now => Desk.Clock.GetUtcNow().UtcDateTime;

        public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, Zone));
    }

    public static Command Command(Shell shell)
    {
        var sessions = new Command("sessions", "CircleSessions.HelpSessions")
        {
            CircleCli.In(),
            Do(shell, "show", "CircleSessions.HelpShow", (_, _, _, _) => Task.CompletedTask),
            Join(shell), Begin(shell),
            Do(shell, "next", "CircleSessions.HelpNext", async (at, id, _, stop) => await at.Store.NextPhase(at.Me, id, (await at.Store.StandOf(at.Seat, id, at.Now, stop)).Session.Phase, at.Desk.Clock, stop)),
            Say(shell),
            Do(shell, "end", "CircleSessions.HelpEnd", async (at, id, _, stop) => await at.Store.EndSession(at.Me, id, at.Desk.Clock, stop)),
        };
        sessions.SetAction((typed, stop) => In(shell, typed, async at =>
        {
            var lines = await at.Store.SessionsHere(at.Seat, at.Now, stop);
            if (at.Desk.Paper.AsJson) at.Desk.Paper.Write(lines.Select(l => SessionAnswer.Of(l, at.Zone, at.Today)));
            else if (lines.Count == 0) at.Desk.Paper.Aside(Speech.Say("CircleSessions.None"));
            else foreach (var line in lines) Print(at, line);
        }, stop));
        return sessions;
    }

    private static Command Join(Shell shell)
    {
        var role = new Option<string?>("--as") { Description = "CircleSessions.HelpAs", HelpName = "ROLE" }.AcceptOnlyFromAmong("member", "presenter", "timekeeper");
        return Do(shell, "join", "CircleSessions.HelpJoin", async (at, id, typed, stop) => await at.Store.JoinSession(at.Me, id, typed.GetValue(role) is { } said ? Enum.Parse<SessionRole>(said, true) : SessionRole.Member, at.Desk.Clock, stop), role);
    }

    private static Command Begin(Shell shell)
    {
        var fewer = new Option<bool>("--fewer") { Description = "CircleSessions.HelpFewer" };
        return Do(shell, "begin", "CircleSessions.HelpBegin", async (at, id, typed, stop) => await at.Store.BeginSession(at.Me, id, typed.GetValue(fewer), at.Desk.Clock, stop), fewer);
    }

    private static Command Say(Shell shell)
    {
        var kind = new Argument<string>("KIND") { Description = "CircleSessions.HelpKind" }.AcceptOnlyFromAmong([.. Enum.GetNames<EntryKind>().Select(k => k.ToLowerInvariant())]);
        var text = Shell.Words("TEXT", "CircleSessions.HelpText", ArgumentArity.OneOrMore);
        var about = new Option<string?>("--about") { Description = "CircleSessions.HelpAbout", HelpName = "ID" };
        var by = new Option<string?>("--by") { Description = "CircleSessions.HelpBy", HelpName = "DATE" };
        var witness = new Option<string?>("--witness") { Description = "CircleSessions.HelpWitness", HelpName = "NAME" };
        return Do(shell, "say", "CircleSessions.HelpSay", async (at, id, typed, stop) =>
        {
            var view = await at.Store.SessionShown(at.Seat, id, at.Now, stop);
            await at.Store.SayInSession(at.Me, id, new()
            {
                Kind = Enum.Parse<EntryKind>(typed.GetValue(kind)!, true),
                Text = WhoCli.Name(typed, text),
                AboutId = typed.GetValue(about) is { } end ? view.Entries.Where(e => e.EndsSo(end)).ToList() is [var one] ? one.Id : throw new NotFound("CircleSessions.NoSuchEntry") : null,
                DueOn = Days.Of(typed.GetValue(by), at.Today),
                WitnessId = typed.GetValue(witness) is { } name ? view.Names.Where(n => n.Value.Contains(name, StringComparison.CurrentCultureIgnoreCase)).Select(n => (Guid?)n.Key).ToList() is [var who] ? who : throw new NotFound("Circles.NoSuchMember") : null,
            }, at.Today, at.Desk.Clock, stop);
        }, kind, text, about, by, witness);
    }

    /// <summary>A command about one session, which is shown when it is done.</summary>
    private static Command Do(Shell shell, string verb, string about, Func<Place, Guid, ParseResult, CancellationToken, Task> act, params Symbol[] more)
    {
        var id = new Argument<string>("ID") { Description = "CircleSessions.HelpId" };
        var command = new Command(verb, about) { id };
        foreach (var symbol in more)
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        command.SetAction((typed, stop) => In(shell, typed, async at =>
        {
            var end = typed.GetValue(id)!;
            var which = (await at.Store.SessionsHere(at.Seat, at.Now, stop)).Where(s => s.Session.EndsSo(end)).ToList() is [var one] ? one.Session.Id : throw new NotFound("CircleSessions.NoSuchSession");
            await act(at, which, typed, stop);
            at.Store.ChangeTracker.Clear();
            await Show(at, which, stop);
        }, stop));
        return command;
    }

    private static Task<int> In(Shell shell, ParseResult typed, Func<Place, Task> work, CancellationToken stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
    {
        await work(new(desk, seat, Owner.Of(await desk.Store.SpaceHere(stop)).Zone));
        return Shell.Fine;
    }, stop);

    /// <summary>What was called off is not there any more.</summary>
    private static async Task Show(Place at, Guid id, CancellationToken stop)
    {
        if (await at.Store.SessionVersion(at.Me, id, at.Now, stop) is null)
        {
            at.Desk.Paper.Aside(Speech.Say("CircleSessions.SaidCancelled"));
            return;
        }
        var view = await at.Store.SessionShown(at.Seat, id, at.Now, stop);
        if (at.Desk.Paper.AsJson)
        {
            at.Desk.Paper.Write(SessionDetailsAnswer.Of(view, at.Zone, at.Today));
            return;
        }
        Print(at, view.Stand);
        if (view.Stand is { State: SessionState.Running, IsIn: true }) at.Desk.Paper.Indented(8, Speech.Say("CircleSessions.PrintNow", new Reason("CircleSessions.Step_" + view.Stand.Phase.Step), SessionWords.Asked(view.Stand)));
        foreach (var entry in view.Entries) at.Desk.Paper.Indented(8, $"{entry.Ending()}  {Speech.Say("CircleSessions.PrintEntry", view.NameOf(entry.AuthorId), new Reason("CircleSessions.Print_" + entry.Kind), entry.Text)}");
    }

    private static void Print(Place at, SessionStand stand)
    {
        at.Desk.Paper.Line($"{stand.Session.Ending()}  {SessionWords.Title(stand.Session).InWords()}");
        at.Desk.Paper.Indented(8, string.Join(" · ", SessionWords.Line(stand, at.Zone, at.Today).Select(r => r.InWords())));
    }
}
