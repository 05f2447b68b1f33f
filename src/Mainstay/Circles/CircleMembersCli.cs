using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary><c>circle members</c> and what members and hosts do about each other.</summary>
internal static class CircleMembersCli
{
    private const int Most = 1_000;

    public static IEnumerable<Command> Commands(Shell shell) =>
    [
        Members(shell), Role(shell),
        To(shell, "take-out", "Circles.HelpTakeOut", (desk, seat, who, stop) => desk.Store.TakeOutOfCircle(seat.Id, who, desk.Clock, stop), "Circles.SaidTakenOut"),
        To(shell, "block", "Circles.HelpBlock", (desk, seat, who, stop) => desk.Store.Block(seat.Id, who, stop), "Circles.SaidBlocked"),
        To(shell, "unblock", "Circles.HelpUnblock", (desk, seat, who, stop) => desk.Store.Unblock(seat.Id, who, stop), "Circles.SaidUnblocked"),
        Report(shell), Reports(shell), Log(shell),
    ];

    private static Command Members(Shell shell)
    {
        var about = new Option<string?>("--about") { Description = "Circles.FindMembers", HelpName = "TEXT" };
        var members = new Command("members", "Circles.HelpMembers") { about };
        members.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var (lines, today) = (await desk.Store.MembersHere(seat, typed.GetValue(about), null, Most, stop), await CircleCli.Today(desk, stop));
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => CircleMemberAnswer.Of(l, today)));
            else foreach (var line in lines) Print(desk, line, today);
            return Shell.Fine;
        }, stop));
        return members;
    }

    internal static void Print(Desk desk, MemberLine line, DateOnly today)
    {
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(CircleMemberAnswer.Of(line, today));
            return;
        }
        desk.Paper.Line($"{line.Member.Name} · {Speech.Say("Circles.Role_" + line.Role)} · {PostWords.LastActive(line.Member.LastSeenOn, today).InWords()}");
        if (line.Member.Helps is { } helps) desk.Paper.Indented(4, Speech.Say("Circles.Helps") + ": " + helps.Replace("\n", ", ", StringComparison.Ordinal));
    }

    private static Command Role(Shell shell)
    {
        var (role, who) = (new Argument<string>("ROLE") { Description = "Circles.TheirRole" }.AcceptOnlyFromAmong("guest", "member", "host", "owner"), Who());
        var change = new Command("role", "Circles.HelpRole") { role, who };
        change.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            await desk.Store.ChangeMemberRole(seat.Id, await Named(desk, seat, WhoCli.Name(typed, who), stop), Enum.Parse<SpaceRole>(typed.GetRequiredValue(role), true), desk.Clock, stop);
            desk.Paper.Aside(Speech.Say("Circles.SaidRole"));
            return Shell.Fine;
        }, stop));
        return change;
    }

    private static Command To(Shell shell, string verb, string about, Func<Desk, CircleSeat, Guid, CancellationToken, Task> act, string said)
    {
        var who = Who();
        var to = new Command(verb, about) { who };
        to.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var name = WhoCli.Name(typed, who);
            await act(desk, seat, verb == "unblock" ? await Blocked(desk, seat, name, stop) : await Named(desk, seat, name, stop), stop);
            desk.Paper.Aside(Speech.Say(said));
            return Shell.Fine;
        }, stop));
        return to;
    }

    private static Command Report(Shell shell)
    {
        var (why, who) = (new Option<string>("--why") { Description = "Circles.Why", HelpName = "TEXT", Required = true }, Who());
        var report = new Command("report", "Circles.HelpReport") { who, why };
        report.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            await desk.Store.Report(seat.Id, new(await Named(desk, seat, WhoCli.Name(typed, who), stop)), typed.GetRequiredValue(why), desk.Clock, stop);
            desk.Paper.Aside(Speech.Say("Circles.SaidReported"));
            return Shell.Fine;
        }, stop));
        return report;
    }

    private static Command Reports(Shell shell)
    {
        var (id, outcome) = (new Argument<string?>("ID") { Description = "Circles.HelpReportId", Arity = ArgumentArity.ZeroOrOne }, new Option<string?>("--outcome") { Description = "Circles.HelpOutcome" }.AcceptOnlyFromAmong("leave", "hide", "take-out"));
        var reports = new Command("reports", "Circles.HelpReports") { id, outcome };
        reports.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            if (!seat.Hosts) throw new NotFound("Circles.HostsDoThis");
            var lines = await desk.Store.ReportsHere(seat, stop);
            if (typed.GetValue(id) is { } end)
            {
                var found = lines.Where(l => end.Length >= 4 && l.Id.ToString().EndsWith(end, StringComparison.OrdinalIgnoreCase)).ToList();
                var becomes = typed.GetValue(outcome) switch { "leave" => ReportState.LeftAsItIs, "hide" => ReportState.Hidden, "take-out" => ReportState.TakenOut, _ => ReportState.Open };
                await desk.Store.HandleReport(seat.Id, found.Count == 1 ? found[0].Id : throw new NotFound("Circles.NoSuchReport"), becomes, desk.Clock, stop);
                desk.Paper.Aside(Speech.Say("Circles.SaidHandled"));
            }
            else if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(ReportAnswer.From));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Circles.NoReports"));
            else foreach (var line in lines) desk.Paper.Line($"{line.Id.ToString()[^6..]}  {line.Of}: {line.Why}{(line.Text is null ? "" : " (" + line.Text + ")")}");
            return Shell.Fine;
        }, stop));
        return reports;
    }

    private static Command Log(Shell shell)
    {
        var log = new Command("log", "Circles.LogLede");
        log.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            if (!seat.Owns) throw new NotFound("Circles.OwnersDoThis");
            var lines = await desk.Store.AuditLog(null, Most, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(AuditAnswer.From));
            else foreach (var line in lines) desk.Paper.Line($"{TimeZoneInfo.ConvertTimeFromUtc(line.Entry.At, desk.Owner.Zone):g}  {PostWords.Deed(line).InWords()}");
            return Shell.Fine;
        }, stop));
        return log;
    }

    private static Argument<string[]> Who() => Shell.Words("NAME", "Circles.HelpWho", ArgumentArity.OneOrMore);

    /// <summary>A member by their name in the circle.</summary>
    internal static async Task<Guid> Named(Desk desk, CircleSeat seat, string name, CancellationToken stop)
    {
        var all = await desk.Store.MembersHere(seat, name, null, Most, stop);
        var found = all.Where(m => m.Member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0) found = [.. all.Where(m => m.Member.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        return found.Count == 1 ? found[0].Member.Id : throw new NotFound(found.Count == 0 ? "Circles.NoSuchMember" : "Circles.SeveralMembers");
    }

    /// <summary>Whom one keeps apart from is in no list but one's own.</summary>
    private static async Task<Guid> Blocked(Desk desk, CircleSeat seat, string name, CancellationToken stop)
    {
        var blocked = await desk.Store.BlockedBy(seat.Id, stop);
        var found = (await desk.Store.Members.AsNoTracking().Where(m => blocked.Contains(m.Id) && m.LeftAt == null).ToListAsync(stop)).Where(m => m.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0].Id : throw new NotFound(found.Count == 0 ? "Circles.NoSuchMember" : "Circles.SeveralMembers");
    }
}
