using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Entrance;

/// <summary>Where such a command works: in the house, and in nobody's network.</summary>
internal sealed class UserDesk(Shell shell, AsyncServiceScope scope, ParseResult typed, CancellationToken stop)
{
    public Store Store { get; } = scope.ServiceProvider.GetRequiredService<Store>();

    public UserManager<Account> Identity => scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

    public Settings Settings { get; } = scope.ServiceProvider.GetRequiredService<Settings>();

    public ParseResult Typed => typed;

    /// <summary>What goes with a network beside its rows.</summary>
    public IEnumerable<IAccountFileSection> FileSections => scope.ServiceProvider.GetServices<IAccountFileSection>();

    public Leaving Leaving => scope.ServiceProvider.GetRequiredService<Leaving>();

    public TimeProvider Clock => shell.Around.Clock;

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public Paper Paper { get; } = new(shell.Around, typed.GetValue(shell.AsJson));

    public TextWriter Out => shell.Around.Out;

    public CancellationToken Stop => stop;

    public string AskPassword()
    {
        if (shell.Around.CanAsk) shell.Around.Error.Write(Speech.Say("Entrance.PasswordAsk") + " ");
        return shell.Around.SecretLine() ?? "";
    }

    public bool IsAgreed(Option<bool> yes, string ask, Account account)
    {
        if (typed.GetValue(yes)) return true;
        if (!shell.Around.CanAsk) throw new CannotBeDone("Entrance.SayYes");
        shell.Around.Error.Write(Speech.Say(ask, account.Name, account.Mail) + " ");
        var key = char.ToLowerInvariant(shell.Around.Key());
        shell.Around.Error.WriteLine();
        return Speech.Say("Entrance.YesKeys").Contains(key, StringComparison.Ordinal);
    }

    public int Say(Account account, string sentence)
    {
        if (Paper.AsJson) Paper.Write(new { account.Id, account.Name, account.Mail });
        else Out.WriteLine(Speech.Say(sentence, account.Name, account.Mail));
        return Shell.Fine;
    }
}
