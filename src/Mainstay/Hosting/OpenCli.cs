using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary><c>open [MAIL]</c>: opens the browser at a link that lets in whoever sits at this machine, once.</summary>
public static class OpenCli
{
    public static Command Command(Shell shell, Option<string?> urls)
    {
        var who = new Argument<string?>("MAIL") { Description = "Hosting.HelpOpenWho", Arity = ArgumentArity.ZeroOrOne };
        var open = new Command("open", "Hosting.HelpOpen") { who, urls };
        open.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var settings = ServeCli.SettingsOf(shell, typed, urls);
            if (!InUse.IsServed(settings)) throw new CannotBeDone("Hosting.NotServed");
            var link = await Links.ForWhoSitsHere(scope.ServiceProvider.GetRequiredService<Store>(), typed.GetResult(urls) is null ? Reached.FromHere(settings) : Reached.At(settings), typed.GetValue(who), shell.Around.Clock, stop);
            var paper = new Paper(shell.Around, typed.GetValue(shell.AsJson));
            if (paper.AsJson) paper.Write(new { Link = link });
            else shell.Around.Out.WriteLine(Speech.Say(shell.Around.Browse(new(link)) ? "Hosting.Opened" : "Hosting.OpenThis", link));
            return Shell.Fine;
        }, stop));
        return open;
    }
}
