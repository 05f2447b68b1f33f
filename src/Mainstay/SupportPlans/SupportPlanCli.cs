using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary><c>mainstay challenge plan</c>: the support plan of a hard time.</summary>
internal static class SupportPlanCli
{
    /// <summary>Hangs the command on the one of hard times.</summary>
    public static void ExtendCommands(RootCommand root, Shell shell)
    {
        var plan = new Command("plan", "SupportPlans.HelpPlan");
        Command[] commands = [Shown(shell), Begin(shell), Change(shell), End(shell), AddTask(shell), EditTask(shell), .. OnTask(shell), Invite(shell), Link(shell), .. OnHelper(shell), Coordinate(shell), Update(shell), RemoveUpdate(shell)];
        foreach (var command in commands) plan.Add(command);
        root.Subcommands.Single(c => c.Name == "challenge").Add(plan);
    }

    private static Command Shown(Shell shell) => Verb(shell, "show", "SupportPlans.HelpShow", [], (_, _, _) => Task.CompletedTask);

    private static Command Begin(Shell shell)
    {
        var (opening, ends) = (Text("--opening", "SupportPlans.HelpOpening", isRequired: true), Day("--ends", "SupportPlans.HelpEnds"));
        return Verb(shell, "begin", "SupportPlans.HelpBegin", [opening, ends], (desk, its, stop) => desk.Store.BeginSupportPlan(its, new(desk.Parsed.GetValue(opening)!, Days.Of(desk.Parsed.GetValue(ends), desk.Today)), desk.Today, desk.Clock, stop));
    }

    private static Command Change(Shell shell)
    {
        var (opening, ends) = (Text("--opening", "SupportPlans.HelpOpening"), Day("--ends", "SupportPlans.HelpEnds"));
        return Verb(shell, "change", "SupportPlans.HelpChange", [opening, ends], async (desk, its, stop) =>
        {
            var was = (await desk.Store.SupportPlanThere(its, stop)).It;
            await desk.Store.ChangeSupportPlan(its, new(desk.Parsed.GetValue(opening) ?? was.Opening, Days.Of(desk.Parsed.GetValue(ends), desk.Today) ?? was.EndsOn), desk.Today, desk.Clock, stop);
        });
    }

    private static Command End(Shell shell) => Verb(shell, "end", "SupportPlans.HelpEnd", [], (desk, its, stop) => desk.Store.EndSupportPlan(its, desk.Today, stop));

    private static Command AddTask(Shell shell)
    {
        var (what, on, until) = (Shell.Words("TEXT", "SupportPlans.HelpWhat", ArgumentArity.OneOrMore), Day("--on", "SupportPlans.HelpOn", isRequired: true), Day("--until", "SupportPlans.HelpUntil"));
        return Verb(shell, "task", "SupportPlans.HelpTask", [what, on, until], (desk, its, stop) =>
            desk.Store.AddSupportTask(its, new(WhoCli.Name(desk.Parsed, what), Days.Of(desk.Parsed.GetValue(on), desk.Today), Days.Of(desk.Parsed.GetValue(until), desk.Today)), desk.Today, desk.Clock, stop));
    }

    private static Command EditTask(Shell shell)
    {
        var (what, on, until) = (Text("--what", "SupportPlans.HelpWhat"), Day("--on", "SupportPlans.HelpOn"), Day("--until", "SupportPlans.HelpUntil"));
        return OfTask(shell, "edit-task", "SupportPlans.HelpEditTask", [what, on, until], async (desk, was, stop) =>
        {
            var said = desk.Parsed;
            await desk.Store.ChangeSupportTask(was.Id, new(said.GetValue(what) ?? was.What, Days.Of(said.GetValue(on), desk.Today) ?? was.On, Days.OrNone(said.GetValue(until), desk.Today, was.Until)), desk.Today, stop);
        });
    }

    private static Command[] OnTask(Shell shell) =>
    [
        OfTask(shell, "done", "SupportPlans.HelpDone", [], (desk, task, stop) => desk.Store.FinishSupportTask(task.Id, desk.Today, stop)),
        OfTask(shell, "free", "SupportPlans.HelpFree", [], (desk, task, stop) => desk.Store.FreeSupportTask(task.Id, task.HelperId, stop)),
        OfTask(shell, "remove-task", "SupportPlans.HelpRemoveTask", [], (desk, task, stop) => desk.Store.RemoveSupportTask(task.Id, stop)),
    ];

    private static Command Invite(Shell shell)
    {
        var who = WhoCli.Argument(shell, "SupportPlans.HelpWho");
        return Verb(shell, "invite", "SupportPlans.HelpInvite", [who], async (desk, its, stop) =>
            await desk.Store.InviteHelpers(its, [(await desk.Store.FindPerson(WhoCli.Name(desk.Parsed, who), stop)).Id], desk.Today, stop));
    }

    /// <summary>The message with a new link in it, to be sent by hand.</summary>
    private static Command Link(Shell shell)
    {
        var (id, who) = (Id(), WhoCli.Argument(shell, "SupportPlans.HelpWho"));
        var link = new Command("link", "SupportPlans.HelpLink") { id, who };
        link.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var its = await desk.Store.ChallengeEndingWith(typed.GetValue(id)!, stop);
            var helper = await Helper(desk, its.Id, who, stop);
            var at = Reached.FromHere(desk.Settings);
            var text = SupportPlanWords.Letter(helper, (await desk.Store.Reach(helper.PersonId, stop)).Called, await desk.Store.OwnersName(stop));
            var made = ByLink.Of(at, await desk.Store.MakeSupportLink(helper.Id, desk.Today, desk.Clock, stop));
            if (desk.Paper.AsJson) desk.Paper.Write(new SupportLinkAnswer(made, AskWords.WithLink(text, made)));
            else desk.Around.Out.WriteLine(AskWords.WithLink(text, made)); // as it is: a link broken at the width of the terminal would be none
            if (Reached.IsHereOnly(at)) desk.Paper.Aside(Speech.Say("Exchange.OpensHereOnly", at));
            return Care(desk);
        }, stop));
        return link;
    }

    private static Command[] OnHelper(Shell shell)
    {
        Command On(string verb, string about, Func<Desk, SupportHelper, CancellationToken, Task> act)
        {
            var who = WhoCli.Argument(shell, "SupportPlans.HelpWho");
            return Verb(shell, verb, about, [who], async (desk, its, stop) => await act(desk, await Helper(desk, its, who, stop), stop));
        }
        return
        [
            On("written", "SupportPlans.HelpWritten", (desk, helper, stop) => desk.Store.WroteToHelper(helper.Id, desk.Today, desk.Clock, stop)),
            On("let-go", "SupportPlans.HelpLetGo", (desk, helper, stop) => desk.Store.LetHelperGo(helper.Id, desk.Today, desk.Clock, stop)),
        ];
    }

    private static Command Coordinate(Shell shell)
    {
        var who = WhoCli.Completed(shell, Shell.Words("NAME-OR-ID", "SupportPlans.HelpWhoOrNobody", ArgumentArity.ZeroOrMore));
        return Verb(shell, "coordinate", "SupportPlans.HelpCoordinate", [who], async (desk, its, stop) =>
            await desk.Store.SetCoordinator(its, WhoCli.Name(desk.Parsed, who).Length == 0 ? null : (await Helper(desk, its, who, stop)).Id, stop));
    }

    private static Command Update(Shell shell)
    {
        var text = Shell.Words("TEXT", "SupportPlans.HelpText", ArgumentArity.OneOrMore);
        return Verb(shell, "update", "SupportPlans.HelpUpdate", [text], (desk, its, stop) => desk.Store.WriteSupportUpdate(its, WhoCli.Name(desk.Parsed, text), desk.Today, desk.Clock, stop));
    }

    private static Command RemoveUpdate(Shell shell) => Verb(shell, "remove-update", "SupportPlans.HelpRemoveUpdate", new Argument<string>("UPDATE") { Description = "SupportPlans.HelpWhichUpdate" }, [], async (desk, end, stop) =>
    {
        var update = await desk.Store.SupportUpdateEndingWith(end, stop);
        var its = (await desk.Store.SupportPlanWith(update.Id, stop)).It.ChallengeId;
        await desk.Store.RemoveSupportUpdate(update.Id, stop);
        return its;
    });

    private static async Task<SupportHelper> Helper(Desk desk, Guid challenge, Argument<string[]> who, CancellationToken stop)
    {
        var (name, line) = (WhoCli.Name(desk.Parsed, who), await desk.Store.SupportPlanThere(challenge, stop));
        var person = await desk.Store.FindPerson(name, stop);
        return line.Helpers.FirstOrDefault(h => h.It.PersonId == person.Id)?.It ?? throw new NotFound("SupportPlans.NotInvited", person.Name);
    }

    private static Argument<string> Id() => new("ID") { Description = "Challenges.HelpId" };

    private static Option<string?> Text(string name, string about, bool isRequired = false) => new(name) { Description = about, HelpName = "TEXT", Required = isRequired };

    private static Option<string?> Day(string name, string about, bool isRequired = false) => new(name) { Description = about, HelpName = "DATE", Required = isRequired };

    /// <summary>Does something about the plan of a hard time, and shows it as it is then.</summary>
    private static Command Verb(Shell shell, string verb, string about, IEnumerable<Symbol> more, Func<Desk, Guid, CancellationToken, Task> act) => Verb(shell, verb, about, Id(), more, async (desk, end, stop) =>
    {
        var its = (await desk.Store.ChallengeEndingWith(end, stop)).Id;
        await act(desk, its, stop);
        return its;
    });

    /// <summary>Does something about a task, and shows its plan as it is then.</summary>
    private static Command OfTask(Shell shell, string verb, string about, IEnumerable<Symbol> more, Func<Desk, SupportTask, CancellationToken, Task> act) => Verb(shell, verb, about, new Argument<string>("TASK") { Description = "SupportPlans.HelpWhichTask" }, more, async (desk, end, stop) =>
    {
        var task = await desk.Store.SupportTaskEndingWith(end, stop);
        var its = (await desk.Store.SupportPlanWith(task.Id, stop)).It.ChallengeId;
        await act(desk, task, stop);
        return its;
    });

    private static Command Verb(Shell shell, string verb, string about, Argument<string> which, IEnumerable<Symbol> more, Func<Desk, string, CancellationToken, Task<Guid>> act)
    {
        var command = new Command(verb, about) { which };
        foreach (var symbol in more)
            if (symbol is Option option) command.Add(option);
            else command.Add((Argument)symbol);
        command.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var its = await act(desk, typed.GetValue(which)!, stop);
            var line = await desk.Store.SupportPlanThere(its, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(SupportPlanAnswer.Of(line, desk.Today));
            else Print(desk, line);
            return Care(desk);
        }, stop));
        return command;
    }

    private static void Print(Desk desk, SupportPlanLine line)
    {
        desk.Paper.Line(string.Join(' ', SupportPlanWords.State(line.It, desk.Today).InWords(), SupportPlanWords.Coordinated(line).InWords()));
        desk.Paper.Indented(8, line.It.Opening);
        foreach (var task in line.Tasks)
        {
            desk.Paper.Line($"{task.Ending()}  {task.What}");
            desk.Paper.Indented(8, $"{SupportPlanWords.Day(task).InWords()} {SupportPlanWords.State(task, line, desk.Today).InWords()}");
        }
        foreach (var helper in line.Helpers) desk.Paper.Line($"{helper.Name}: {SupportPlanWords.State(helper).InWords()}");
        foreach (var update in line.Updates)
        {
            desk.Paper.Line($"{update.Ending()}  {update.On:d}");
            desk.Paper.Indented(8, update.Text);
        }
    }

    /// <summary>The line that stands at every place of the zone.</summary>
    private static int Care(Desk desk)
    {
        if (!desk.Paper.AsJson) desk.Paper.Aside(Speech.Say("Challenges.PeerSupportCli"));
        return Shell.Fine;
    }
}
