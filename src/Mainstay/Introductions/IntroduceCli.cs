using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary><c>mainstay introduce B --through C --for TEXT</c>, <c>mainstay introduce A B --for TEXT</c>, and what became of it.</summary>
internal static class IntroduceCli
{
    public static Command Command(Shell shell)
    {
        var names = WhoCli.Completed<string[]>(shell, new("NAME") { Description = "Introductions.HelpIntroduceNames", Arity = ArgumentArity.ZeroOrMore });
        var through = new Option<string?>("--through") { Description = "Introductions.HelpThrough", HelpName = "NAME" };
        var towards = new Option<string?>("--towards") { Description = "Introductions.HelpTowards", HelpName = "NAME" };
        var purpose = new Option<string?>("--for") { Description = "Introductions.HelpFor", HelpName = "TEXT" };
        var blurb = new Option<string?>("--blurb") { Description = "Introductions.HelpBlurb", HelpName = "TEXT" };
        var contact = new Option<string?>("--contact") { Description = "Introductions.HelpContact", HelpName = "TEXT" };
        var by = new Option<string?>("--by") { Description = "Introductions.HelpBy", HelpName = "DATE" };
        var blind = new Option<bool>("--blind") { Description = "Introductions.HelpBlind" };
        var introduce = new Command("introduce", "Introductions.HelpIntroduce") { names, through, towards, purpose, blurb, contact, by, blind };
        foreach (var further in BecameOf(shell)) introduce.Add(further);
        introduce.Validators.Add(typed =>
        {
            var count = typed.GetResult(names)?.Tokens.Count ?? 0;
            if (count > 2 || (count == 2 && typed.GetResult(through) is not null) || (count == 1 && typed.GetResult(through) is null) || (count == 0 && (typed.GetResult(through) ?? typed.GetResult(towards) ?? typed.GetResult(purpose)) is not null)) typed.Mistake("Introductions.OneThroughOrTwo");
        });
        introduce.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (typed.GetValue(names) is not { Length: > 0 } who) return await ListAll(desk, stop);
            var people = new List<Guid>();
            foreach (var name in who) people.Add((await desk.Store.FindPerson(name, stop)).Id);
            var made = await desk.Store.AddIntroduction(new()
            {
                ConnectorId = typed.GetValue(through) is { } c ? (await desk.Store.FindPerson(c, stop)).Id : null,
                FirstId = people.Count == 2 ? people[0] : null,
                SecondId = people[^1],
                TowardsId = typed.GetValue(towards) is { } on ? (await desk.Store.FindPerson(on, stop)).Id : null,
                Purpose = typed.GetValue(purpose) ?? "",
                Blurb = typed.GetValue(blurb),
                IsBlind = typed.GetValue(blind),
                Contact = typed.GetValue(contact),
                AnswerBy = Days.Of(typed.GetValue(by), desk.Today),
            }, desk.Today, desk.Clock, stop);
            return await Ready(desk, made.Id, null, stop);
        }, stop));
        return introduce;
    }

    private static IEnumerable<Command> BecameOf(Shell shell) =>
    [
        Turn(shell, "show", "Introductions.HelpShow", (_, _, _) => Task.CompletedTask), Edit(shell), Link(shell), Send(shell), Answered(shell), Outcome(shell), Thanked(shell), Remove(shell),
        Turn(shell, "sent", "Introductions.HelpSent", (desk, id, stop) => desk.Store.SendIntroduction(id, desk.Today, desk.Clock, stop)),
        Turn(shell, "passed", "Introductions.HelpPassed", (desk, id, stop) => desk.Store.PassOn(id, new(), desk.Today, desk.Clock, stop)),
        Turn(shell, "wrote", "Introductions.HelpWrote", (desk, id, stop) => desk.Store.SayWrote(id, desk.Today, desk.Clock, stop)),
        Turn(shell, "withdraw", "Introductions.HelpWithdraw", (desk, id, stop) => desk.Store.WithdrawIntroduction(id, desk.Today, desk.Clock, stop)),
        Turn(shell, "close", "Introductions.HelpClose", (desk, id, stop) => desk.Store.CloseIntroduction(id, desk.Today, desk.Clock, stop)),
    ];

    private static async Task<int> ListAll(Desk desk, CancellationToken stop)
    {
        var lines = await desk.Store.AllIntroductions(desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => IntroductionAnswer.Of(l, desk.Today)));
        else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Introductions.NoneYet"));
        else foreach (var line in lines) Print(desk, line);
        return Shell.Fine;
    }

    /// <summary>The messages with new links in them, to be sent by hand.</summary>
    private static async Task<int> Ready(Desk desk, Guid id, LinkTo? to, CancellationToken stop)
    {
        var line = await desk.Store.IntroductionOf(id, stop);
        var at = Reached.FromHere(desk.Settings);
        var letters = new List<IntroductionLetter>();
        foreach (var letter in to is { } whom ? [await desk.Store.LetterWithLink(line, whom, desk.Today, stop)] : await desk.Store.LettersFor(line, desk.Today, stop))
            letters.Add(letter.IsPlain ? letter : letter with { Link = ByLink.Of(at, await desk.Store.MakeIntroductionLink(id, letter.To, desk.Today, desk.Clock, stop)) });
        if (desk.Paper.AsJson) desk.Paper.Write(new { Introduction = await desk.Store.AnswerOf(line, desk.Today, stop), Letters = letters.Select(l => new { To = l.Name, l.Mail, l.Link, Text = l.Whole }) });
        else
        {
            foreach (var letter in letters) desk.Around.Out.WriteLine(letter.Whole); // as it is: a link broken at the width of the terminal would be none
            foreach (var unknown in letters.Select(l => l.NoMail).OfType<Reason>()) desk.Paper.Aside(unknown.InWords());
            desk.Paper.Aside(Then(line, letters, desk.Today));
        }
        foreach (var hint in await desk.Store.HintsBefore(line, desk.Today, stop)) desk.Paper.Aside(hint.InWords());
        if (Reached.IsHereOnly(at)) desk.Paper.Aside(Speech.Say("Exchange.OpensHereOnly", at));
        return Shell.Fine;
    }

    private static string Then(IntroductionLine line, List<IntroductionLetter> letters, DateOnly today) => (line.It.StepOn(today), letters) switch
    {
        (_, []) => Speech.Say("Introductions.NothingToSend"),
        (IntroductionStep.Send, _) => Speech.Say("Introductions.SendThese", line.It.Ending(), letters.Count),
        (IntroductionStep.Write, [{ IsPlain: true }, ..]) => Speech.Say("Introductions.SendAndWrote", line.It.Ending(), letters.Count),
        (_, [{ Via: { } via }, ..]) => Speech.Say("Introductions.GiveOn", via),
        _ => Speech.Say("Introductions.SendOnly", letters.Count),
    };

    private static Command Edit(Shell shell)
    {
        var id = Id();
        var purpose = new Option<string?>("--for") { Description = "Introductions.HelpFor", HelpName = "TEXT" };
        var blurb = new Option<string?>("--blurb") { Description = "Introductions.HelpBlurb", HelpName = "TEXT" };
        var contact = new Option<string?>("--contact") { Description = "Introductions.HelpContact", HelpName = "TEXT" };
        var by = new Option<string?>("--by") { Description = "Introductions.HelpBy", HelpName = "DATE" };
        var blind = new Option<bool?>("--blind") { Description = "Introductions.HelpBlind", HelpName = "true|false" };
        var edit = new Command("edit", "Introductions.HelpEdit") { id, purpose, blurb, contact, by, blind };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.IntroductionEndingWith(typed.GetValue(id)!, stop);
            var was = IntroductionWording.Of(line.It);
            await desk.Store.ChangeIntroduction(line.It.Id, new(typed.GetValue(purpose) ?? was.Purpose, typed.GetValue(blurb) ?? was.Blurb, typed.GetValue(blind) ?? was.IsBlind, typed.GetValue(contact) ?? was.Contact, Days.Of(typed.GetValue(by), desk.Today) ?? was.AnswerBy), desk.Today, stop);
            return await Show(desk, line.It.Id, stop);
        }, stop));
        return edit;
    }

    private static Command Link(Shell shell)
    {
        var (id, to) = (Id(), new Option<string?>("--to") { Description = "Introductions.HelpLinkTo", HelpName = "WHOM" }.AcceptOnly<LinkTo>());
        var link = new Command("link", "Introductions.HelpLink") { id, to };
        link.SetAction((typed, stop) => shell.At(typed, async desk =>
            await Ready(desk, (await desk.Store.IntroductionEndingWith(typed.GetValue(id)!, stop)).It.Id, typed.GetValue(to) is { } whom ? Enum.Parse<LinkTo>(whom, true) : null, stop), stop));
        return link;
    }

    private static Command Send(Shell shell)
    {
        var (id, which) = (Id(), new Option<string?>("--letter") { Description = "Introductions.HelpSendLetter", HelpName = "KIND" }.AcceptOnly<IntroductionSend>());
        var send = new Command("send", "Introductions.HelpSend") { id, which };
        send.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.IntroductionEndingWith(typed.GetValue(id)!, stop);
            var count = await desk.Store.PostIntroduction(line.It.Id, new(typed.GetValue(which) is { } what ? Enum.Parse<IntroductionSend>(what, true) : null, desk.Settings), desk.Today, desk.Clock, stop);
            desk.Paper.Aside(Speech.Say(count == 0 ? "Introductions.SaidSentBefore" : "Mail.SaidOnItsWay"));
            return await Show(desk, line.It.Id, stop);
        }, stop));
        return send;
    }

    private static Command Answered(Shell shell)
    {
        var (id, answer) = (Id(), new Argument<string>("ANSWER") { Description = "Introductions.HelpAnswer" }.AcceptOnlyFromAmong("yes", "notnow", "no"));
        var whose = new Option<string?>("--by") { Description = "Introductions.HelpWhose", HelpName = "WHOM" }.AcceptOnly<Side>();
        var until = new Option<string?>("--until") { Description = "Exchange.HelpAskNotNow", HelpName = "DATE" };
        var contact = new Option<string?>("--contact") { Description = "Introductions.HelpTheirContact", HelpName = "TEXT" };
        var answered = new Command("answered", "Introductions.HelpAnswered") { id, answer, whose, until, contact };
        answered.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.IntroductionEndingWith(typed.GetValue(id)!, stop);
            var side = typed.GetValue(whose) is { } by ? Enum.Parse<Side>(by, true) : Side.Second;
            await desk.Store.SayConsent(line.It.Id, side, new(Enum.Parse<Consent>(typed.GetValue(answer)!, true), Days.Of(typed.GetValue(until), desk.Today), null, typed.GetValue(contact)), desk.Today, desk.Clock, stop);
            return await Show(desk, line.It.Id, stop);
        }, stop));
        return answered;
    }

    private static Command Outcome(Shell shell)
    {
        var (id, what) = (Id(), new Argument<string>("OUTCOME") { Description = "Introductions.HelpOutcomeWhich" }.AcceptOnlyFromAmong("met", "notyet", "notuseful"));
        var outcome = new Command("outcome", "Introductions.HelpOutcome") { id, what };
        outcome.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.IntroductionEndingWith(typed.GetValue(id)!, stop);
            await desk.Store.SayMeeting(line.It.Id, Side.First, Enum.Parse<MeetingOutcome>(typed.GetValue(what)!, true), desk.Today, stop);
            return await Show(desk, line.It.Id, stop);
        }, stop));
        return outcome;
    }

    private static Command Thanked(Shell shell)
    {
        var (id, text) = (Id(), Shell.Words("TEXT", "Introductions.HelpThanks", ArgumentArity.ZeroOrMore));
        var thanked = new Command("thanked", "Introductions.HelpThanked") { id, text };
        thanked.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.IntroductionEndingWith(typed.GetValue(id)!, stop);
            await desk.Store.ThankConnector(line.It.Id, WhoCli.Name(typed, text), desk.Today, desk.Clock, stop);
            return await Show(desk, line.It.Id, stop);
        }, stop));
        return thanked;
    }

    private static Command Remove(Shell shell)
    {
        var id = Id();
        var remove = new Command("remove", "Introductions.HelpRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.IntroductionEndingWith(typed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, line.It.Id, await desk.Store.RemoveIntroduction(line.It.Id, desk.Clock, stop), "Introductions.SaidRemoved");
        }, stop));
        return remove;
    }

    private static Command Turn(Shell shell, string verb, string about, Func<Desk, Guid, CancellationToken, Task> act)
    {
        var id = Id();
        var turn = new Command(verb, about) { id };
        turn.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.IntroductionEndingWith(typed.GetValue(id)!, stop);
            await act(desk, line.It.Id, stop);
            return await Show(desk, line.It.Id, stop);
        }, stop));
        return turn;
    }

    private static Argument<string> Id() => new("ID") { Description = "Introductions.HelpId" };

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.IntroductionOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(await desk.Store.AnswerOf(line, desk.Today, stop));
        else
        {
            PrintWhole(desk, line);
            if (line.UnreachedOn(desk.Today).Count > 0 && !line.It.IsSilence(desk.Today)) desk.Paper.Indented(8, Speech.Say("Introductions.SendAnewBy", line.It.Ending()));
            foreach (var letter in await desk.Store.PostedOf(line, desk.Today, stop)) desk.Paper.Indented(8, Speech.Say("Introductions.PostedLine", letter.Subject, letter.To, letter.Says) + (letter.Trouble is { } trouble ? " " + trouble : ""));
        }
        return Shell.Fine;
    }

    private static void PrintWhole(Desk desk, IntroductionLine line)
    {
        Print(desk, line);
        foreach (var reason in IntroductionWords.Told(line)) desk.Paper.Indented(8, reason.InWords());
    }

    private static void Print(Desk desk, IntroductionLine line)
    {
        desk.Paper.Line(Speech.Say("Introductions.IntroductionLine", line.It.Ending(), IntroductionWords.Title(line)));
        desk.Paper.Indented(8, IntroductionWords.State(line, desk.Today).InWords());
    }
}
