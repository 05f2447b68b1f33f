using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary><c>mainstay organizations consider|join|change|renew|stay|leave|forget</c>, <c>… memberships</c> and <c>… membership</c>.</summary>
internal static class MembershipsCli
{
    /// <summary>Hangs the commands on one of an earlier room.</summary>
    public static void ExtendCommands(RootCommand root, Shell shell)
    {
        var organizations = root.Subcommands.Single(c => c.Name == "organizations");
        foreach (var command in (Command[])[All(shell), One(shell), Consider(shell), Join(shell), Change(shell), Renew(shell), Stay(shell), Leave(shell), Forget(shell)]) organizations.Add(command);
    }

    private static Command All(Shell shell)
    {
        var all = new Command("memberships", "Memberships.HelpAll");
        all.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var lines = await desk.Store.AllMemberships(desk.Today, stop);
            var brought = await desk.Services.GetRequiredService<BroughtQueries>().By(desk.Store, lines, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => MembershipAnswer.Of(l, brought[l.It.Id], desk.Today)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Memberships.NoneYet"));
            else
            {
                foreach (var line in lines) Print(desk, line, brought[line.It.Id]);
                if (MembershipWords.Together(lines.Select(l => l.It)) is { } together) desk.Paper.Line(together.InWords());
            }
            return Shell.Fine;
        }, stop));
        return all;
    }

    private static Command One(Shell shell)
    {
        var name = Named();
        var one = new Command("membership", "Memberships.HelpOne") { name };
        one.SetAction((typed, stop) => shell.At(typed, async desk => await Show(desk, (await Meant(desk, typed, name, stop)).It.Id, stop), stop));
        return one;
    }

    private static Command Consider(Shell shell)
    {
        var (name, said) = (Named(), new MembershipOptionsCli());
        var consider = new Command("consider", "Memberships.HelpConsider") { name };
        said.On(consider);
        consider.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var made = await desk.Store.AllOrNothing(async () => await desk.Store.AddMembership(await said.Read(desk, new() { OrganizationId = await OrganizationsCli.ThereOrNew(desk, WhoCli.Name(typed, name), stop) }, stop), desk.Today, desk.Clock, stop), stop);
            return await Show(desk, made.Id, stop);
        }, stop));
        return consider;
    }

    /// <summary>What is considered is joined; what is not is joined at once.</summary>
    private static Command Join(Shell shell)
    {
        var (name, said) = (Named(), new MembershipOptionsCli());
        var on = On("Memberships.HelpJoinedOn");
        var join = new Command("join", "Memberships.HelpJoin") { name, on };
        said.On(join);
        join.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var day = Days.Of(typed.GetValue(on), desk.Today) ?? desk.Today;
            var (id, change) = await desk.Store.AllOrNothing<(Guid, Guid?)>(async () =>
            {
                var organization = await OrganizationsCli.ThereOrNew(desk, WhoCli.Name(typed, name), stop);
                if ((await desk.Store.MembershipsIn(organization, stop)).FirstOrDefault(l => l.It.Stage == MembershipStage.Considered) is not { } considered)
                    return ((await desk.Store.AddMembership(await said.Read(desk, new() { OrganizationId = organization, JoinedOn = day }, stop), desk.Today, desk.Clock, stop)).Id, null);
                var details = await said.Read(desk, MembershipsQueries.Details(considered) with { JoinedOn = day }, stop);
                return (considered.It.Id, await desk.Store.ChangeMembership(considered.It.Id, details, desk.Today, desk.Clock, stop));
            }, stop);
            return await Changed(desk, id, change, stop);
        }, stop));
        return join;
    }

    private static Command Change(Shell shell)
    {
        var (name, said) = (Named(), new MembershipOptionsCli());
        var (joined, left) = (new Option<string?>("--joined") { Description = "Memberships.HelpJoinedOn", HelpName = "DATE" }, new Option<string?>("--left") { Description = "Memberships.HelpLeftOn", HelpName = "DATE" });
        var change = new Command("change", "Memberships.HelpChange") { name, joined, left };
        said.On(change);
        change.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Meant(desk, typed, name, stop);
            var was = MembershipsQueries.Details(line);
            var now = await said.Read(desk, was with { JoinedOn = Days.OrNone(typed.GetValue(joined), desk.Today, was.JoinedOn), LeftOn = Days.OrNone(typed.GetValue(left), desk.Today, was.LeftOn) }, stop);
            return await Changed(desk, line.It.Id, await desk.Store.ChangeMembership(line.It.Id, now, desk.Today, desk.Clock, stop), stop);
        }, stop));
        return change;
    }

    private static Command Renew(Shell shell) => Act(shell, "renew", "Memberships.HelpRenew", On("Memberships.HelpNextOn", "--next"), (desk, id, day, stop) => desk.Store.RenewMembership(id, day, desk.Today, desk.Clock, stop));

    private static Command Leave(Shell shell) => Act(shell, "leave", "Memberships.HelpLeave", On("Memberships.HelpLeftOn"), (desk, id, day, stop) => desk.Store.LeaveMembership(id, day ?? desk.Today, desk.Today, desk.Clock, stop));

    private static Command Stay(Shell shell) => Act(shell, "stay", "Memberships.HelpStay", null, (desk, id, _, stop) => desk.Store.StayMember(id, desk.Today, desk.Clock, stop));

    private static Command Act(Shell shell, string verb, string about, Option<string?>? on, Func<Desk, Guid, DateOnly?, CancellationToken, Task<Guid>> act)
    {
        var name = Named();
        var command = new Command(verb, about) { name };
        if (on is not null) command.Add(on);
        command.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Meant(desk, typed, name, stop);
            return await Changed(desk, line.It.Id, await act(desk, line.It.Id, on is null ? null : Days.Of(typed.GetValue(on), desk.Today), stop), stop);
        }, stop));
        return command;
    }

    private static Command Forget(Shell shell)
    {
        var name = Named();
        var forget = new Command("forget", "Memberships.HelpForget") { name };
        forget.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Meant(desk, typed, name, stop);
            return ChangesCli.Gone(desk, line.It.Id, await desk.Store.RemoveMembership(line.It.Id, desk.Clock, stop), "Memberships.SaidRemoved");
        }, stop));
        return forget;
    }

    private static Argument<string[]> Named() => Shell.Words("NAME", "Memberships.HelpName", ArgumentArity.OneOrMore);

    private static Option<string?> On(string about, string name = "--on") => new(name) { Description = about, HelpName = "DATE" };

    /// <summary>The membership in the organization that is named: the one that is not over, else the latest.</summary>
    private static async Task<MembershipLine> Meant(Desk desk, ParseResult typed, Argument<string[]> name, CancellationToken stop)
    {
        var organization = await desk.Store.FindOrganization(WhoCli.Name(typed, name), stop);
        return await desk.Store.MembershipsIn(organization.Id, stop) is [var first, ..] ? first : throw new NotFound("Memberships.NoneIn", organization.Name);
    }

    private static async Task<int> Changed(Desk desk, Guid id, Guid? change, CancellationToken stop)
    {
        var code = await Show(desk, id, stop);
        if (change is { } known) ChangesCli.HowToTakeBack(desk, known);
        return code;
    }

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.MembershipOf(id, stop);
        var brought = await desk.Services.GetRequiredService<BroughtQueries>().By(desk.Store, line, stop);
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(MembershipAnswer.Of(line, brought, desk.Today));
            return Shell.Fine;
        }
        Print(desk, line, brought);
        foreach (var text in new[] { line.It.Benefits, line.It.Link, line.It.Note }.OfType<string>()) desk.Paper.Indented(2, text);
        foreach (var reason in brought.Evidence) desk.Paper.Indented(4, "– " + reason.InWords());
        return Shell.Fine;
    }

    private static void Print(Desk desk, MembershipLine line, Brought brought)
    {
        desk.Paper.Line($"{line.Organization}  {MembershipWords.State(line.It).InWords()}");
        foreach (var said in new[] { MembershipWords.Renewal(line.It, desk.Today), MembershipWords.Dues(line.It), MembershipWords.For(line.Needs) }.OfType<Reason>().Concat(brought.Facts(line.It, desk.Today))) desk.Paper.Indented(2, said.InWords());
    }
}
