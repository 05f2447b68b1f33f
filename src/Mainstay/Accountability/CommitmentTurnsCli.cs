using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using static Mainstay.Accountability.CommitmentsCli;

namespace Mainstay.Accountability;

/// <summary>What becomes of a commitment, on the command line.</summary>
internal static class CommitmentTurnsCli
{
    public static IEnumerable<Command> Commands(Shell shell) => [ShowOne(shell), Change(shell), Withdraw(shell), Pause(shell), Resume(shell), GoOn(shell), End(shell), Remove(shell)];

    private static Command ShowOne(Shell shell)
    {
        var id = Id();
        var show = new Command("show", "Accountability.HelpShow") { id };
        show.SetAction((typed, stop) => shell.At(typed, async desk => await Show(desk, (await desk.Store.CommitmentEndingWith(typed.GetValue(id)!, stop)).It.Id, stop, whole: true), stop));
        return show;
    }

    private static Command Change(Shell shell)
    {
        var id = Id();
        var outcome = new Option<string?>("--outcome") { Description = "Accountability.HelpOutcome", HelpName = "TEXT" };
        var health = new Option<bool>("--health") { Description = "Accountability.HelpHealth" };
        var emergency = new Option<bool>("--emergency") { Description = "Accountability.HelpEmergency" };
        var because = new Option<string?>("--because") { Description = "Accountability.HelpBecause", HelpName = "TEXT" };
        var options = new CommitmentOptionsCli();
        var change = new Command("change", "Accountability.HelpChange") { id, outcome, health, emergency, because };
        options.AddTo(change);
        return Turn(shell, change, id, async (desk, was, stop) => await desk.Store.ChangePromise(was.It.Id, new(options.Promise(desk, desk.Parsed.GetValue(outcome), was.Course.PromiseOn(desk.Today)))
        {
            FirstStep = options.FirstStep(desk, was.It.FirstStep),
            GoalId = await options.Goal(desk, was.Goal is null ? null : was.It.GoalId, stop),
            Reason = desk.Parsed.GetValue(health) ? ChangeReason.Health : desk.Parsed.GetValue(emergency) ? ChangeReason.Emergency : ChangeReason.Notice,
            Because = desk.Parsed.GetValue(because),
        }, desk.Today, desk.Clock, stop));
    }

    private static Command Withdraw(Shell shell)
    {
        var id = Id();
        return Turn(shell, new("withdraw", "Accountability.HelpWithdraw") { id }, id, (desk, was, stop) => desk.Store.WithdrawChange(was.It.Id, desk.Today, desk.Clock, stop));
    }

    private static Command Pause(Shell shell)
    {
        var id = Id();
        var from = new Option<string?>("--from") { Description = "Accountability.HelpFrom", HelpName = "DATE" };
        var until = new Option<string?>("--until") { Description = "Accountability.HelpUntil", HelpName = "DATE" };
        return Turn(shell, new("pause", "Accountability.HelpPause") { id, from, until }, id, (desk, was, stop) =>
            desk.Store.PauseCommitment(was.It.Id, new(Days.Of(desk.Parsed.GetValue(from), desk.Today), Days.OrNone(desk.Parsed.GetValue(until), desk.Today)), desk.Today, desk.Clock, stop));
    }

    private static Command Resume(Shell shell)
    {
        var id = Id();
        return Turn(shell, new("resume", "Accountability.HelpResume") { id }, id, (desk, was, stop) => desk.Store.ResumeCommitment(was.It.Id, desk.Today, desk.Clock, stop));
    }

    private static Command GoOn(Shell shell)
    {
        var id = Id();
        return Turn(shell, new("go-on", "Accountability.HelpGoOn") { id }, id, (desk, was, stop) => desk.Store.GoOn(was.It.Id, desk.Today, desk.Clock, stop));
    }

    private static Command End(Shell shell)
    {
        var id = Id();
        var how = new Argument<string>("STATE") { Description = "Accountability.HelpHow" }.AcceptOnlyFromAmong("kept", "partly", "not", "dropped");
        var came = new Option<string?>("--came") { Description = "Accountability.HelpCame", HelpName = "TEXT" };
        var learned = new Option<string?>("--learned") { Description = "Accountability.HelpLearned", HelpName = "TEXT" };
        var topic = new Option<string?>("--topic") { Description = "Accountability.HelpTopic", HelpName = "TOPIC" };
        return Turn(shell, new("end", "Accountability.HelpEnd") { id, how, came, learned, topic }, id, (desk, was, stop) =>
        {
            var state = desk.Parsed.GetValue(how) switch { "kept" => CommitmentState.Kept, "partly" => CommitmentState.PartlyKept, "not" => CommitmentState.NotKept, _ => CommitmentState.Dropped };
            return desk.Store.EndCommitment(was.It.Id, new(state, desk.Parsed.GetValue(came), desk.Parsed.GetValue(learned), desk.Parsed.GetValue(topic)), desk.Today, desk.Clock, stop);
        });
    }

    private static Command Remove(Shell shell)
    {
        var id = Id();
        var remove = new Command("remove", "Accountability.HelpRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.CommitmentEndingWith(typed.GetValue(id)!, stop)).It.Id;
            return ChangesCli.Gone(desk, was, await desk.Store.RemoveCommitment(was, desk.Clock, stop), "Accountability.SaidRemoved");
        }, stop));
        return remove;
    }
}
