using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary><c>mainstay candidates</c>: people the owner would like to have in their network.</summary>
internal static class CandidatesCli
{
    public static Command Command(Shell shell)
    {
        var stage = new Option<string?>("--stage") { Description = "Outreach.HelpStageOnly", HelpName = "STAGE" }.AcceptOnly<Stage>();
        var resting = new Option<bool>("--resting") { Description = "Outreach.HelpResting" };
        var about = new Option<string?>("--about") { Description = "Outreach.HelpAbout", HelpName = "TOPIC" };
        var candidates = new Command("candidates", "Outreach.HelpCandidates") { stage, resting, about, Add(shell), Edit(shell), Move(shell), Followed(shell), Rest(shell), Show(shell), Remove(shell) };
        candidates.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var only = typed.GetValue(stage) is { } name ? Enum.Parse<Stage>(name, true) : (Stage?)null;
            var lines = (await desk.Store.AllCandidates(desk.Today, stop)).Where(l => (only is null || l.It.Stage == only) && l.It.RestingSince is not null == typed.GetValue(resting) && (typed.GetValue(about) is not { } topic || l.Knows(topic))).ToList();
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => CandidateAnswer.Of(l, desk.Today)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Outreach.NoCandidates"));
            else foreach (var line in lines) Print(desk, line);
            return Shell.Fine;
        }, stop));
        return candidates;
    }

    private static Command Add(Shell shell)
    {
        var name = Shell.Words("NAME", "Outreach.HelpName", ArgumentArity.OneOrMore);
        var known = new Option<bool>("--known") { Description = "Outreach.HelpKnown" };
        var isNew = new Option<bool>("--new") { Description = "Outreach.HelpNew" };
        var details = new CandidateOptionsCli();
        var add = new Command("add", "Outreach.HelpAdd") { name, known, isNew };
        details.AddTo(add);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var called = WhoCli.Name(typed, name);
            Mistaken.ThrowIf(new Problems().When(typed.GetValue(known) && typed.GetValue(isNew), "new", "Outreach.EitherKnownOrNew"));
            var said = await details.Onto(new()
            {
                Name = called,
                PersonId = typed.GetValue(known) ? (await desk.Store.FindPerson(called, stop)).Id : null,
                IsNew = typed.GetValue(isNew),
            }, typed, desk, stop);
            return await One(desk, await Noted(desk, said, stop), stop);
        }, stop));
        return add;
    }

    /// <summary>Who is there already, among the people or the candidates, is told with what to type next.</summary>
    private static async Task<Guid> Noted(Desk desk, NewCandidate said, CancellationToken stop)
    {
        try
        {
            return (await desk.Store.AddCandidate(said, desk.Today, desk.Clock, stop)).Id;
        }
        catch (PersonAlready there)
        {
            if (there.People.Count == 1) throw new Mistaken(new Problems { { "name", "Outreach.SayWhoToAdd", there.Name } });
            throw new Mistaken(new Problems { { "name", "Outreach.SayWhichToAdd", there.Name, await desk.Store.IdsApart(there.People, stop) } });
        }
        catch (CandidateAlready there)
        {
            throw new Conflict("Outreach.CandidateAlreadyShow", there.Name, there.CandidateId.ToString("N")[^6..]);
        }
    }

    private static Command Edit(Shell shell)
    {
        var who = Who;
        var name = new Option<string?>("--name") { Description = "Outreach.HelpName", HelpName = "NAME" };
        var details = new CandidateOptionsCli();
        var edit = new Command("edit", "Outreach.HelpEdit") { who, name };
        details.AddTo(edit);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = (await desk.Store.FindCandidate(WhoCli.Name(typed, who), desk.Today, stop)).It;
            var was = NewCandidate.Of(it);
            await desk.Store.ChangeCandidate(it.Id, await details.Onto(was with { Name = typed.GetValue(name) ?? was.Name }, typed, desk, stop), stop);
            return await One(desk, it.Id, stop);
        }, stop));
        return edit;
    }

    private static Command Followed(Shell shell)
    {
        var who = Who;
        var followed = new Command("followed", "Outreach.HelpFollowed") { who };
        followed.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.FindCandidate(WhoCli.Name(typed, who), desk.Today, stop);
            await desk.Store.FollowUp(line.It.Id, desk.Today, desk.Clock, stop);
            return await One(desk, line.It.Id, stop);
        }, stop));
        return followed;
    }

    private static Command Move(Shell shell)
    {
        var who = Who;
        var stage = new Option<string?>("--to") { Description = "Outreach.HelpStage", HelpName = "STAGE", Required = true }.AcceptOnly<Stage>();
        var on = new Option<string?>("--on") { Description = "Outreach.HelpMovedOn", HelpName = "DATE" };
        var layer = new Option<string?>("--layer") { Description = "Outreach.HelpLayer", HelpName = "LAYER" };
        var same = new Option<string?>("--is") { Description = "Outreach.HelpIs", HelpName = "WHOM" };
        var isNew = new Option<bool>("--new") { Description = "Outreach.HelpNew" };
        var move = new Command("move", "Outreach.HelpMove") { who, stage, on, layer, same, isNew };
        move.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            Mistaken.ThrowIf(new Problems().When(typed.GetValue(same) is not null && typed.GetValue(isNew), "new", "Outreach.EitherKnownOrNew"));
            var line = await desk.Store.FindCandidate(WhoCli.Name(typed, who), desk.Today, stop);
            var to = new Move(Enum.Parse<Stage>(typed.GetValue(stage)!, true), Days.Of(typed.GetValue(on), desk.Today))
            {
                Layer = typed.GetValue(layer) is { } near ? LayersCli.Meant(near) : null,
                PersonId = typed.GetValue(same) is { } known ? (await desk.Store.FindPerson(known, stop)).Id : null,
                IsNew = typed.GetValue(isNew),
            };
            var moved = await MoveOrAsk(desk, line.It.Id, to, stop);
            if (moved.BecamePerson && !desk.Paper.AsJson) desk.Paper.Line(Speech.Say("Outreach.SaidBecamePerson"));
            if (moved.IsSomebodyKnown && !desk.Paper.AsJson) desk.Paper.Line(Speech.Say("Outreach.SaidIsSomebodyKnown"));
            var told = await One(desk, line.It.Id, stop, moved.Change);
            if (moved.Change is { } change) ChangesCli.HowToTakeBack(desk, change);
            if (!desk.Paper.AsJson && await desk.Store.AsksHowOften(moved.Candidate, stop)) desk.Paper.Aside(Speech.Say("Outreach.PrintHowOften", Storage.ShortIds.Ending(moved.Candidate), LayersCli.HowOften()));
            return told;
        }, stop));
        return move;
    }

    /// <summary>Whoever is called so among the people is told with what to type next.</summary>
    private static async Task<Moved> MoveOrAsk(Desk desk, Guid id, Move to, CancellationToken stop)
    {
        try
        {
            return await desk.Store.MoveCandidate(id, to, desk.Today, desk.Clock, stop);
        }
        catch (PersonAlready there)
        {
            throw new Mistaken(new Problems { { "is", "Outreach.SayWhoToMove", there.Name, await desk.Store.IdsApart(there.People, stop) } });
        }
    }

    private static Command Rest(Shell shell)
    {
        var who = Who;
        var until = new Option<string?>("--until") { Description = "Outreach.HelpRestUntil", HelpName = "DATE" };
        var wake = new Option<bool>("--wake") { Description = "Outreach.HelpWake" };
        var rest = new Command("rest", "Outreach.HelpRest") { who, until, wake };
        rest.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.FindCandidate(WhoCli.Name(typed, who), desk.Today, stop);
            if (typed.GetValue(wake)) await desk.Store.WakeUp(line.It.Id, desk.Today, stop);
            else await desk.Store.LetRest(line.It.Id, Days.Of(typed.GetValue(until), desk.Today), desk.Today, stop);
            return await One(desk, line.It.Id, stop);
        }, stop));
        return rest;
    }

    private static Command Show(Shell shell)
    {
        var who = Who;
        var show = new Command("show", "Outreach.HelpShow") { who };
        show.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = (await desk.Store.FindCandidate(WhoCli.Name(typed, who), desk.Today, stop)).It;
            var shown = await One(desk, it.Id, stop);
            if (!desk.Paper.AsJson) desk.Paper.Aside(Speech.Say("Outreach.WhoLeadsHint", Storage.ShortIds.Ending(it)));
            return shown;
        }, stop));
        return show;
    }

    private static Command Remove(Shell shell)
    {
        var who = Who;
        var remove = new Command("remove", "Outreach.HelpRemove") { who };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await desk.Store.FindCandidate(WhoCli.Name(typed, who), desk.Today, stop);
            return ChangesCli.Gone(desk, line.It.Id, await desk.Store.RemoveCandidate(line.It.Id, desk.Clock, stop), "Outreach.SaidRemoved");
        }, stop));
        return remove;
    }

    private static Argument<string[]> Who => Shell.Words("CANDIDATE", "Outreach.HelpWho", ArgumentArity.OneOrMore);

    private static async Task<int> One(Desk desk, Guid id, CancellationToken stop, Guid? change = null)
    {
        var line = await desk.Store.CandidateOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(CandidateAnswer.Of(line, desk.Today) with { Change = change });
        else Print(desk, line);
        return Shell.Fine;
    }

    private static void Print(Desk desk, CandidateLine line)
    {
        desk.Paper.Line($"{Storage.ShortIds.Ending(line.It)}  {line.It.Name}{(CandidateWords.Line(line.It) is { } who ? $" ({who})" : "")}");
        var next = line.StepOn(desk.Today) == CandidateStep.Nothing ? "" : " " + CandidateWords.Next(line, desk.Today).InWords();
        desk.Paper.Indented(8, CandidateWords.State(line.It).InWords() + next);
    }
}
