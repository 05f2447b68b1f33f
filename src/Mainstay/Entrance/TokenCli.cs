using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary><c>token …</c>: keys for programs. A key is shown once, when it is made.</summary>
public static class TokenCli
{
    public static Command Command(Shell shell) => new("token", "Entrance.HelpToken") { List(shell), Add(shell), Revoke(shell) };

    private static Command List(Shell shell)
    {
        var user = User();
        var list = new Command("list", "Entrance.HelpTokenList") { user };
        list.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var at = new UserDesk(shell, scope, typed, stop);
            var account = await at.Store.OnlyAccount(typed.GetValue(user), stop);
            TokenReport.Show(at.Paper, await at.Store.TokensOf(account.Id, at.Now, stop), DateOnly.FromDateTime(at.Now));
            return Shell.Fine;
        }, stop));
        return list;
    }

    private static Command Add(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = "Entrance.HelpTokenName" };
        var scope = new Option<string>("--scope") { Description = "Entrance.HelpTokenScope", DefaultValueFactory = _ => "read" }.AcceptOnlyFromAmong("read", "write");
        var days = new Option<int?>("--days") { Description = "Entrance.HelpTokenDays", HelpName = "N" };
        var network = new Option<string?>("--network") { Description = "Entrance.HelpTokenNetwork", HelpName = "NAME-OR-ID" };
        var user = User();
        var add = new Command("add", "Entrance.HelpTokenAdd") { name, scope, days, network, user };
        add.SetAction((typed, stop) => shell.In(typed, async services =>
        {
            var at = new UserDesk(shell, services, typed, stop);
            var account = await at.Store.OnlyAccount(typed.GetValue(user), stop);
            var details = new NewToken(typed.GetRequiredValue(name), typed.GetRequiredValue(scope) == "write" ? Scope.Write : Scope.Read, typed.GetValue(days)) { SpaceId = typed.GetValue(network) is { } named ? (await at.Store.NetworkNamed(named, stop)).Id : null };
            var secret = await at.Store.AddToken(account.Id, details, at.Clock, stop);
            if (at.Paper.AsJson) at.Paper.Write(new { Token = secret, details.Name, details.Scope, details.Days });
            else
            {
                at.Out.WriteLine(secret);
                at.Paper.Aside(Speech.Say("Entrance.TokenOnce"));
            }
            return Shell.Fine;
        }, stop));
        return add;
    }

    private static Command Revoke(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Entrance.HelpTokenId" };
        var revoke = new Command("revoke", "Entrance.HelpTokenRevoke") { id };
        revoke.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var at = new UserDesk(shell, scope, typed, stop);
            var token = await at.Store.TokenOf(typed.GetRequiredValue(id), stop);
            await at.Store.RevokeToken(token.AccountId, token.Id, at.Clock, stop);
            if (at.Paper.AsJson) at.Paper.Write(new { token.Id, token.Name });
            else at.Out.WriteLine(Speech.Say("Entrance.TokenRevoked", token.Name));
            return Shell.Fine;
        }, stop));
        return revoke;
    }

    private static Option<string?> User() => new("--user") { Description = "Entrance.HelpTokenUser", HelpName = "MAIL" };
}
