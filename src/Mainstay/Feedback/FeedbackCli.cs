using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary><c>mainstay feedback</c>: what I asked feedback on. <c>mainstay feedback ask TEXT --to NAME</c>, and what became of it.</summary>
internal static class FeedbackCli
{
    public static Command Command(Shell shell)
    {
        var feedback = new Command("feedback", "Feedback.HelpFeedback")
        {
            Ask(shell), Shown(shell),
            Theirs(shell, "link", "Feedback.HelpLink", (desk, id, person, stop) => Write(desk, id, [person], FeedbackLetter.Ask, stop)),
            Theirs(shell, "sent", "Feedback.HelpSent", async (desk, id, person, stop) => { await desk.Store.SendFeedback(id, person, desk.Today, desk.Clock, stop); return await Show(desk, id, stop); }),
            Remind(shell), Said(shell), More(shell),
            Turn(shell, "close", "Feedback.HelpClose", (desk, id, stop) => desk.Store.CloseFeedback(id, desk.Today, stop)),
            Extend(shell),
            Text(shell, "respond", "Feedback.HelpRespond", (desk, id, text, stop) => desk.Store.RespondToFeedback(id, text, desk.Today, stop)),
            Turn(shell, "told", "Feedback.HelpTold", (desk, id, stop) => desk.Store.ToldOfFeedback(id, null, desk.Today, desk.Clock, stop)),
            Text(shell, "changed", "Feedback.HelpChanged", (desk, id, text, stop) => desk.Store.SayFeedbackChanged(id, text, desk.Today, stop)),
            Rhythm(shell), Remove(shell),
        };
        feedback.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var lines = await desk.Store.AllFeedback(desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => FeedbackAnswer.Of(l, desk.Today)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Feedback.NoneYet"));
            else foreach (var line in lines) Print(desk, line);
            return Shell.Fine;
        }, stop));
        return feedback;
    }

    private static Command Ask(Shell shell)
    {
        var about = Shell.Words("ABOUT", "Feedback.HelpAbout", ArgumentArity.OneOrMore);
        var to = new Option<string[]>("--to") { Description = "Feedback.HelpTo", HelpName = "NAME" };
        var question = new Option<string[]>("--question") { Description = "Feedback.HelpQuestion", HelpName = "TEXT" };
        var anonymous = new Option<bool>("--anonymous") { Description = "Feedback.HelpAnonymous" };
        var by = new Option<string?>("--by") { Description = "Feedback.HelpBy", HelpName = "DATE" };
        var ask = new Command("ask", "Feedback.HelpAsk") { about, to, question, anonymous, by };
        ask.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var people = await People(desk, typed.GetValue(to), stop);
            Mistaken.ThrowIf(new Problems().When(people.Count == 0, "to", "Exchange.WhomMissing"));
            var row = await desk.Store.AskFeedback(new()
            {
                About = WhoCli.Name(typed, about), Questions = typed.GetValue(question) is { Length: > 0 } own ? own : FeedbackWords.Usual, IsAnonymous = typed.GetValue(anonymous), DueOn = Days.OrNone(typed.GetValue(by), desk.Today), People = people,
            }, desk.Today, desk.Clock, stop);
            return await Write(desk, row.Id, people, FeedbackLetter.Ask, stop);
        }, stop));
        return ask;
    }

    /// <summary>A message with a new link for each of them, to be sent by hand.</summary>
    private static async Task<int> Write(Desk desk, Guid id, IReadOnlyList<Guid> people, FeedbackLetter letter, CancellationToken stop)
    {
        var at = Reached.FromHere(desk.Settings);
        var written = new List<FeedbackLinkAnswer>();
        foreach (var person in people)
        {
            var (text, link) = await desk.Store.WriteFeedback(new(id, person, letter), at, desk.Today, desk.Clock, stop);
            written.Add(new(link, text));
        }
        var line = await desk.Store.FeedbackOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(new { Feedback = FeedbackAnswer.Of(line, desk.Today), Letters = written });
        else
        {
            foreach (var one in written) desk.Around.Out.WriteLine(one.Text); // as it is: a link broken at the width of the terminal would be none
            desk.Paper.Aside(Speech.Say(letter == FeedbackLetter.Ask ? "Feedback.SendThese" : "Feedback.SendReminders", line.It.Ending()));
        }
        if (Reached.IsHereOnly(at)) desk.Paper.Aside(Speech.Say("Exchange.OpensHereOnly", at));
        return Shell.Fine;
    }

    private static Command Shown(Shell shell) => Verb(shell, "show", "Feedback.HelpShow", [], (desk, line, stop) => Show(desk, line.It.Id, stop));

    private static Command Remind(Shell shell)
    {
        var done = new Option<bool>("--sent") { Description = "Feedback.HelpReminded" };
        return Verb(shell, "remind", "Feedback.HelpRemind", [done], async (desk, line, stop) =>
        {
            var people = line.Open.Where(p => p.It.RemindedOn is null).Select(p => p.It.PersonId).ToList();
            if (people.Count == 0) throw new Conflict("Feedback.NothingToRemindOf");
            if (!desk.Parsed.GetValue(done)) return await Write(desk, line.It.Id, people, FeedbackLetter.Remind, stop);
            foreach (var person in people) await desk.Store.RemindedOfFeedback(line.It.Id, person, desk.Today, stop);
            return await Show(desk, line.It.Id, stop);
        });
    }

    private static Command Said(Shell shell)
    {
        var (name, text) = (new Option<string>("--from") { Description = "Feedback.HelpFrom", HelpName = "NAME", Required = true }, Shell.Words("TEXT", "Feedback.HelpSaidText", ArgumentArity.OneOrMore));
        return Verb(shell, "said", "Feedback.HelpSaid", [name, text], async (desk, line, stop) =>
        {
            var person = await desk.Store.FindPerson(desk.Parsed.GetValue(name)!, stop);
            await desk.Store.NoteReply(line.It.Id, person.Id, new(WhoCli.Name(desk.Parsed, text)), desk.Today, desk.Clock, stop);
            return await Show(desk, line.It.Id, stop);
        });
    }

    private static Command More(Shell shell)
    {
        var to = new Option<string[]>("--to") { Description = "Feedback.HelpTo", HelpName = "NAME", Required = true };
        return Verb(shell, "more", "Feedback.HelpMore", [to], async (desk, line, stop) =>
        {
            var people = await People(desk, desk.Parsed.GetValue(to), stop);
            await desk.Store.AskMore(line.It.Id, people, desk.Today, stop);
            return await Write(desk, line.It.Id, people, FeedbackLetter.Ask, stop);
        });
    }

    private static Command Extend(Shell shell)
    {
        var by = new Option<string>("--by") { Description = "Feedback.HelpBy", HelpName = "DATE", Required = true };
        return Verb(shell, "extend", "Feedback.HelpExtend", [by], async (desk, line, stop) =>
        {
            await desk.Store.ExtendFeedback(line.It.Id, Days.OrNone(desk.Parsed.GetValue(by), desk.Today) ?? DateOnly.MinValue, desk.Today, desk.Clock, stop);
            return await Show(desk, line.It.Id, stop);
        });
    }

    private static Command Rhythm(Shell shell)
    {
        var every = new Argument<string?>("MONTHS") { Description = "Feedback.HelpMonths", Arity = ArgumentArity.ZeroOrOne };
        var rhythm = new Command("every", "Feedback.HelpEvery") { every };
        rhythm.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            Guid? ended = null;
            if (typed.GetValue(every) is "never") ended = await desk.Store.StopFeedbackRhythm(desk.Clock, stop);
            else if (typed.GetValue(every) is { } months) await desk.Store.SetFeedbackRhythm(int.TryParse(months, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0, desk.Today, stop);
            var plan = await desk.Store.FeedbackRhythm(stop);
            var next = plan is null ? null : await desk.Store.NextFeedback(plan, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new FeedbackRhythmAnswer(plan?.Months, next));
            else desk.Paper.Line(plan is null ? Speech.Say("Feedback.RhythmNone") : Speech.Say("Feedback.RhythmNext", plan.Months, next));
            if (ended is { } change) ChangesCli.HowToTakeBack(desk, change);
            return Shell.Fine;
        }, stop));
        return rhythm;
    }

    private static Command Remove(Shell shell) => Verb(shell, "remove", "Feedback.HelpRemove", [], async (desk, line, stop) => ChangesCli.Gone(desk, line.It.Id, await desk.Store.RemoveFeedback(line.It.Id, desk.Clock, stop), "Feedback.SaidRemoved"));

    private static Command Theirs(Shell shell, string verb, string about, Func<Desk, Guid, Guid, CancellationToken, Task<int>> act)
    {
        var name = Shell.Words("NAME", "Feedback.HelpName", ArgumentArity.OneOrMore);
        return Verb(shell, verb, about, [name], async (desk, line, stop) => await act(desk, line.It.Id, (await desk.Store.FindPerson(WhoCli.Name(desk.Parsed, name), stop)).Id, stop));
    }

    private static Command Text(Shell shell, string verb, string about, Func<Desk, Guid, string, CancellationToken, Task> act)
    {
        var text = Shell.Words("TEXT", "Feedback.HelpText", ArgumentArity.OneOrMore);
        return Verb(shell, verb, about, [text], async (desk, line, stop) =>
        {
            await act(desk, line.It.Id, WhoCli.Name(desk.Parsed, text), stop);
            return await Show(desk, line.It.Id, stop);
        });
    }

    private static Command Turn(Shell shell, string verb, string about, Func<Desk, Guid, CancellationToken, Task> act) => Verb(shell, verb, about, [], async (desk, line, stop) =>
    {
        await act(desk, line.It.Id, stop);
        return await Show(desk, line.It.Id, stop);
    });

    private static Command Verb(Shell shell, string verb, string about, IEnumerable<Symbol> more, Func<Desk, FeedbackLine, CancellationToken, Task<int>> act)
    {
        var id = new Argument<string>("ID") { Description = "Feedback.HelpId" };
        var command = new Command(verb, about) { id };
        foreach (var symbol in more)
        {
            if (symbol is Option option) command.Add(option);
            if (symbol is Argument argument) command.Add(argument);
        }
        command.SetAction((typed, stop) => shell.At(typed, async desk => await act(desk, await desk.Store.FeedbackEndingWith(typed.GetValue(id)!, stop), stop), stop));
        return command;
    }

    private static async Task<IReadOnlyList<Guid>> People(Desk desk, string[]? names, CancellationToken stop)
    {
        var people = new List<Guid>();
        foreach (var name in names ?? []) people.Add((await desk.Store.FindPerson(name, stop)).Id);
        return people;
    }

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.FeedbackOf(id, stop);
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(FeedbackAnswer.Of(line, desk.Today));
            return Shell.Fine;
        }
        Print(desk, line);
        foreach (var invite in line.People) desk.Paper.Indented(8, Speech.Say("Feedback.PrintAsked", invite.Name, FeedbackWords.State(line, invite)));
        foreach (var (question, answers) in line.It.Asked.Zip(line.Said(desk.Today)).Where(q => q.Second.Count > 0))
        {
            desk.Paper.Indented(8, question);
            foreach (var answer in answers) desk.Paper.Indented(12, answer.Person is { } person ? Speech.Say("Feedback.PrintSaid", person.Name, answer.Text) : answer.Text);
        }
        if (line.It.Response is { } response) desk.Paper.Indented(8, Speech.Say("Feedback.YouWanted", response));
        if (line.It.Changed is { } changed) desk.Paper.Indented(8, Speech.Say("Feedback.ChangedOn", line.It.ChangedOn, changed));
        return Shell.Fine;
    }

    private static void Print(Desk desk, FeedbackLine line)
    {
        desk.Paper.Line($"{line.It.Ending()}  {line.It.About}");
        desk.Paper.Indented(8, FeedbackWords.State(line, desk.Today).InWords());
    }
}
