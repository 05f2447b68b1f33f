using System.CommandLine;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary><c>circle</c>: circles, their members and what is said in them, for whoever owns the network at hand.</summary>
internal static class CircleCli
{
    private const string InName = "--circle";

    /// <summary>Which circle is meant, for a command about circles and all that stand below it.</summary>
    internal static Option<string?> In() => new(InName) { Description = "Circles.HelpIn", HelpName = "NAME-OR-ID", Recursive = true };

    public static Command Command(Shell shell)
    {
        var circle = new Command("circle", "Circles.HelpCircle") { In(), New(shell), Show(shell), Profile(shell), Leave(shell), Copy(shell), Dissolve(shell) };
        foreach (var one in CirclePostsCli.Commands(shell)) circle.Add(one);
        foreach (var one in CircleMembersCli.Commands(shell)) circle.Add(one);
        foreach (var one in CircleIntroductionsCli.Commands(shell)) circle.Add(one);
        circle.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.MyCircles(await Account(desk, stop), desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(CircleAnswer.Of));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Circles.EmptyText"));
            else foreach (var one in all) desk.Paper.Line($"{one.Name} · {Speech.Say("Circles.Role_" + one.Role)} · {Speech.Say("Circles.MembersCount", one.Members)} · {Speech.Say("Circles.OpenAsks", one.Asks)}");
            return Shell.Fine;
        }, stop));
        return circle;
    }

    /// <summary>Works in a circle of whoever owns the network at hand: the one they name, or the only one.</summary>
    internal static Task<int> Inside(Shell shell, ParseResult typed, Func<Desk, CircleSeat, Task<int>> work, CancellationToken stop) => shell.At(typed, async desk =>
    {
        var account = await Enter(desk, typed, stop);
        await desk.Store.SeeMember(account, await Today(desk, stop), stop);
        return await work(desk, await desk.Store.SeatOf(account, stop, SpaceRole.Guest));
    }, stop);

    private static async Task<Guid> Enter(Desk desk, ParseResult typed, CancellationToken stop)
    {
        var account = await Account(desk, stop);
        var (all, named) = (await desk.Store.CirclesOf(account, stop), Named(typed));
        var found = named is null ? all : [.. all.Where(c => Guid.TryParse(named, out var id) ? c.SpaceId == id : c.Name.Contains(named, StringComparison.CurrentCultureIgnoreCase))];
        if (found.Where(c => c.Name.Equals(named, StringComparison.OrdinalIgnoreCase)).ToList() is [var exact]) found = [exact];
        if (found.Count != 1) throw found.Count == 0 ? new NotFound("Accounts.NoSuchCircle") : new Mistaken(new Problems { { "circle", named is null ? "Circles.WhichCircle" : "Accounts.CircleUnclear", string.Join(", ", found.Select(c => $"{c.Name} ({c.SpaceId})")) } });
        desk.Store.SpaceId = found[0].SpaceId;
        return account;
    }

    /// <summary>The option is looked for where it was typed: each command about circles has one of its own.</summary>
    private static string? Named(ParseResult typed) =>
        Help.Lineage(typed.CommandResult.Command).SelectMany(c => c.Options).FirstOrDefault(o => o.Name == InName) is Option<string?> option ? typed.GetValue(option) : null;

    internal static async Task<Guid> Account(Desk desk, CancellationToken stop) => await desk.Store.NetworkOwner(stop) ?? throw new CannotBeDone("Circles.NoAccount");

    /// <summary>The day in the circle, which may be another than where its member is.</summary>
    internal static async Task<DateOnly> Today(Desk desk, CancellationToken stop) => Owner.Of(await desk.Store.SpaceHere(stop)).Today(desk.Clock);

    private static Command New(Shell shell)
    {
        var name = Shell.Words("NAME", "Circles.Name", ArgumentArity.OneOrMore);
        var (purpose, charter) = (new Option<string?>("--purpose") { Description = "Circles.Purpose", HelpName = "TEXT" }, new Option<string?>("--charter") { Description = "Circles.CharterHint", HelpName = "TEXT" });
        var made = new Command("new", "Circles.HelpNew") { name, purpose, charter };
        made.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var circle = await desk.Store.FoundCircle(await Account(desk, stop), new() { Name = WhoCli.Name(typed, name), Purpose = typed.GetValue(purpose) ?? "", Charter = typed.GetValue(charter) ?? Speech.Say("Circles.CharterDraft") }, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new { circle.Id, circle.Purpose });
            else desk.Paper.Line(Speech.Say("Circles.SaidFounded") + " " + circle.Id);
            return Shell.Fine;
        }, stop));
        return made;
    }

    private static Command Show(Shell shell)
    {
        var show = new Command("show", "Circles.HelpShow");
        show.SetAction((typed, stop) => Inside(shell, typed, async (desk, seat) =>
        {
            var (circle, space) = (await desk.Store.CircleHere(stop), await desk.Store.SpaceHere(stop));
            if (desk.Paper.AsJson) desk.Paper.Write(CirclesApi.Of(circle, space));
            else
            {
                desk.Paper.Line(space.Name);
                desk.Paper.Line(circle.Purpose);
                desk.Paper.Indented(2, circle.Charter);
                desk.Paper.Line(Speech.Say("Circles.DaysIn", space.TimeZone) + " " + Speech.Say("Circles.Limits", circle.AsksADay, circle.RepliesADay));
                foreach (var host in await desk.Store.HostsHere(stop)) desk.Paper.Line($"{host.Member.Name} · {Speech.Say("Circles.Role_" + host.Role)}");
            }
            return Shell.Fine;
        }, stop));
        return show;
    }

    private static Command Profile(Shell shell)
    {
        var options = new CircleProfileCli();
        var profile = new Command("profile", "Circles.HelpProfile");
        options.AddTo(profile);
        profile.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var account = await Enter(desk, typed, stop);
            var seat = await desk.Store.FindSeat(account, stop);
            var was = seat is null ? new MemberProfile { Name = (await desk.Store.AccountOf(account, stop)).Name, TimeZone = desk.Owner.Zone.Id, Capacity = 1 } : MemberProfile.Of(seat.Me);
            if (seat is null) await desk.Store.AgreeToCharter(account, options.Read(typed, was), desk.Clock, stop);
            else if (options.SaysAnything(typed)) await desk.Store.ChangeProfile(account, options.Read(typed, was), desk.Clock, stop);
            seat = await desk.Store.SeatOf(account, stop, SpaceRole.Guest);
            CircleMembersCli.Print(desk, new(seat.Me, seat.Role), await Today(desk, stop));
            return Shell.Fine;
        }, stop));
        return profile;
    }

    private static Command Leave(Shell shell)
    {
        var leave = new Command("leave", "Circles.HelpLeave");
        leave.SetAction((typed, stop) => Inside(shell, typed, async (desk, seat) =>
        {
            await desk.Store.LeaveCircle(seat.Id, desk.Clock, stop);
            desk.Paper.Aside(Speech.Say("Circles.SaidLeft"));
            return Shell.Fine;
        }, stop));
        return leave;
    }

    private static Command Copy(Shell shell)
    {
        var (output, force) = (new Option<string?>("--output", "-o") { Description = "Archive.HelpOutput", HelpName = "FILE" }, new Option<bool>("--force") { Description = "Archive.HelpForce" });
        var copy = new Command("copy", "Circles.HelpCopy") { output, force };
        copy.SetAction((typed, stop) => Inside(shell, typed, async (desk, seat) =>
        {
            var text = JsonSerializer.Serialize(await desk.Store.CopyCircle(seat.Id, await Today(desk, stop), desk.Clock, stop), Json.Options);
            if (typed.GetValue(output) is { } file) await PrivateFiles.Write(file, typed.GetValue(force), passing => File.WriteAllTextAsync(passing, text, stop));
            else desk.Paper.Line(text);
            return Shell.Fine;
        }, stop));
        return copy;
    }

    private static Command Dissolve(Shell shell)
    {
        var name = new Option<string?>("--name") { Description = "Circles.HelpDissolveName", HelpName = "NAME" };
        var dissolve = new Command("dissolve", "Circles.HelpDissolve") { name };
        dissolve.SetAction((typed, stop) => Inside(shell, typed, async (desk, seat) =>
        {
            await desk.Store.DissolveCircle(seat.Id, typed.GetValue(name), desk.Services.GetRequiredService<Leaving>().Spaces, stop);
            desk.Paper.Aside(Speech.Say("Circles.SaidDissolved"));
            return Shell.Fine;
        }, stop));
        return dissolve;
    }
}
