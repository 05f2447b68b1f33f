using System.CommandLine;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary><c>user …</c>: who has an account, for the one who runs the server. No password is ever typed into a command line.</summary>
public static class UserCli
{
    public static Command Command(Shell shell) => new("user", "Entrance.HelpUser")
    {
        List(shell),
        Add(shell),
        One(shell, "link", "Entrance.HelpUserLink", Link),
        One(shell, "password", "Entrance.HelpUserPassword", Password),
        One(shell, "close", "Entrance.HelpUserClose", (at, account) => Close(at, account, at.Now)),
        One(shell, "reopen", "Entrance.HelpUserReopen", (at, account) => Close(at, account, null)),
        Factor(shell),
        Provider(shell),
        Export(shell),
        Remove(shell),
    };

    private static Command List(Shell shell)
    {
        var list = new Command("list", "Entrance.HelpUserList");
        list.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var at = new UserDesk(shell, scope, typed, stop);
            UserReport.Show(at.Paper, await at.Store.AccountList(stop), shell.Around.Clock.LocalTimeZone);
            return Shell.Fine;
        }, stop));
        return list;
    }

    private static Command Add(Shell shell)
    {
        var mail = new Argument<string>("MAIL") { Description = "Entrance.HelpUserMail" };
        var name = new Option<string>("--name") { Description = "Entrance.HelpUserName", Required = true, HelpName = "NAME" };
        var zone = new Option<string?>("--time-zone") { Description = "Entrance.HelpUserZone", HelpName = "ZONE" };
        var locale = new Option<string?>("--locale") { Description = "Entrance.HelpUserLocale", HelpName = "LOCALE" };
        var fromInput = new Option<bool>("--password") { Description = "Entrance.HelpFromInput" };
        var add = new Command("add", "Entrance.HelpUserAdd") { mail, name, zone, locale, fromInput };
        add.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var at = new UserDesk(shell, scope, typed, stop);
            var password = typed.GetValue(fromInput) ? at.AskPassword() : null;
            var details = new NewAccount { Name = typed.GetRequiredValue(name), Mail = typed.GetRequiredValue(mail), Password = password, TimeZone = typed.GetValue(zone), Locale = typed.GetValue(locale) };
            var account = await at.Store.AddAccount(at.Identity, details, shell.Around.Clock, stop);
            return password is null ? await Link(at, account) : at.Say(account, "Entrance.Added");
        }, stop));
        return add;
    }

    private static Command Factor(Shell shell)
    {
        var factor = new Command("factor", "Entrance.HelpUserFactor");
        factor.Add(One(shell, "off", "Entrance.HelpUserFactorOff", FactorOff));
        return factor;
    }

    private static Command Provider(Shell shell)
    {
        var remove = new Option<bool>("--remove") { Description = "Entrance.HelpUserProviderRemove" };
        var provider = One(shell, "provider", "Entrance.HelpUserProvider", async (at, account) =>
        {
            if (at.Typed.GetValue(remove))
            {
                await at.Store.RemoveConnections(account, at.Stop);
                return at.Say(account, "Entrance.ConnectionsRemoved");
            }
            UserReport.Show(at.Paper, account, await at.Store.ConnectionsOf(account.Id, at.Stop));
            return Shell.Fine;
        });
        provider.Add(remove);
        return provider;
    }

    private static Command Export(Shell shell)
    {
        var output = new Option<string>("--output", "-o") { Description = "Archive.HelpOutput", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Archive.HelpForce" };
        var export = One(shell, "export", "Entrance.HelpUserExport", async (at, account) =>
        {
            var text = JsonSerializer.Serialize(await at.Store.AccountFile(account.Id, at.FileSections, at.Stop), Json.Options);
            if (at.Typed.GetValue(output) is { } file) await PrivateFiles.Write(file, at.Typed.GetValue(force), passing => File.WriteAllTextAsync(passing, text, at.Stop));
            else at.Out.WriteLine(text);
            return Shell.Fine;
        });
        export.Add(output);
        export.Add(force);
        return export;
    }

    private static Command Remove(Shell shell)
    {
        var yes = new Option<bool>("--yes") { Description = "Entrance.HelpUserYes" };
        var withNetwork = new Option<bool>("--with-network") { Description = "Entrance.HelpUserWithNetwork" };
        var remove = One(shell, "remove", "Entrance.HelpUserRemove", async (at, account) =>
        {
            var isAll = at.Typed.GetValue(withNetwork);
            if (!at.IsAgreed(yes, isAll ? "Entrance.EraseAsk" : "Entrance.RemoveAsk", account)) return Shell.No;
            if (isAll && (await at.Store.EraseAccount(account.Id, at.Leaving, at.Stop)).Networks.Count > 0) return at.Say(account, "Entrance.ErasedWithNetwork");
            await at.Store.RemoveAccount(account.Id, at.Leaving, at.Stop);
            return at.Say(account, "Entrance.Removed");
        });
        remove.Add(withNetwork);
        remove.Add(yes);
        return remove;
    }

    private static Command One(Shell shell, string name, string description, Func<UserDesk, Account, Task<int>> work)
    {
        var who = new Argument<string?>("MAIL") { Description = "Entrance.HelpUserWho", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(name, description) { who };
        command.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var at = new UserDesk(shell, scope, typed, stop);
            return await work(at, await at.Store.OnlyAccount(typed.GetValue(who), stop));
        }, stop));
        return command;
    }

    private static async Task<int> Link(UserDesk at, Account account)
    {
        var link = Links.SignIn(Reached.FromHere(at.Settings), await at.Store.MakeSignInLink(account.Id, at.Clock, at.Stop));
        if (at.Paper.AsJson) at.Paper.Write(new { account.Id, account.Name, account.Mail, Link = link });
        else at.Out.WriteLine(Speech.Say("Entrance.LinkMade", account.Name) + "\n" + link);
        return Shell.Fine;
    }

    private static async Task<int> Password(UserDesk at, Account account)
    {
        await at.Store.SetPassword(at.Identity, account, at.AskPassword(), null, at.Stop);
        return at.Say(account, "Entrance.PasswordSet");
    }

    private static async Task<int> FactorOff(UserDesk at, Account account)
    {
        await at.Store.RemoveSecondFactor(account, at.Stop);
        return at.Say(account, "Entrance.FactorIsOff");
    }

    private static async Task<int> Close(UserDesk at, Account account, DateTime? since)
    {
        await at.Store.CloseAccount(account, since, at.Stop);
        return at.Say(account, since is null ? "Entrance.Reopened" : "Entrance.Closed");
    }
}
