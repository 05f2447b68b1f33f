using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Introductions;

/// <summary><c>mainstay paths TO</c>: who could lead to somebody.</summary>
internal static class PathsCli
{
    public static Command Command(Shell shell)
    {
        var to = WhoCli.Completed(shell, Shell.Words("TO", "Introductions.HelpPathsTo", ArgumentArity.ZeroOrMore));
        var need = new Option<string?>("--need") { Description = "Introductions.HelpPathsNeed", HelpName = "TOPIC" };
        var topic = new Option<string?>("--topic") { Description = "Introductions.HelpPathsTopic", HelpName = "TOPIC" };
        var paths = new Command("paths", "Introductions.HelpPaths") { to, need, topic };
        paths.Validators.Add(typed =>
        {
            if (new[] { typed.GetResult(to)?.Tokens.Count > 0, typed.GetResult(need) is not null, typed.GetResult(topic) is not null }.Count(asked => asked) != 1) typed.Mistake("Introductions.SayToWhom");
        });
        paths.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var ways = desk.Services.GetRequiredService<PathQueries>();
            var target = typed.GetValue(need) is { } which ? await desk.Store.ForNeed(await desk.Store.FindNeed(which, stop), stop)
                : typed.GetValue(topic) is { } about ? await desk.Store.AboutTopic(about, stop)
                : await ways.Target(desk.Store, WhoCli.Name(typed, to), stop);
            Print(desk.Paper, await ways.To(desk.Store, target, desk.Today, stop));
            return Shell.Fine;
        }, stop));
        return paths;
    }

    private static void Print(Paper paper, PathAnswer answer)
    {
        foreach (var remark in answer.Remarks) paper.Aside(remark.InWords());
        if (paper.AsJson)
        {
            paper.Write(answer.Paths.Select(p => WarmPathAnswer.Of(p, answer.Names)));
            return;
        }
        foreach (var target in answer.Targets)
        {
            paper.Console.Write(new Text(target.Name, new Style(decoration: Decoration.Bold)));
            paper.Line();
            if (target.Own.Count > 0) paper.Indented(2, string.Join(' ', target.Own.Select(r => r.InWords())));
            foreach (var path in target.Found.Paths) Print(paper, path, answer.Names);
            if (target.Found.Paths.Count > 1) paper.Indented(2, Speech.Say("Introductions.TogetherLine", Telling.InTen(target.Found.Together)));
            paper.Line();
        }
    }

    private static void Print(Paper paper, WarmPath path, IReadOnlyDictionary<Guid, string> names)
    {
        paper.Indented(2, Speech.Say("Introductions.PathLine", string.Join(" → ", path.Steps.Select(s => names[s.To])), Telling.InTen(path.Success)));
        if (path.Towards is { } on) paper.Indented(4, Speech.Say("Introductions.TwoSteps", names[path.Broker], names[path.Next], names[on]));
        foreach (var step in path.Steps) paper.Indented(4, Speech.Say("Introductions.StepLine", names[step.To], Telling.InTen(step.Probability), string.Join(' ', step.Evidence.Select(e => e.InWords()))));
    }
}
