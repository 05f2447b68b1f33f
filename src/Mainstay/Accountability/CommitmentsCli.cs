using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary><c>mainstay commit</c>: promises something by a day. <c>mainstay checkin</c>: says how a week went. <c>mainstay commitments</c>: what was promised, and what becomes of it.</summary>
internal static class CommitmentsCli
{
    public static IEnumerable<Command> Commands(Shell shell) => [Commit(shell), CheckIn(shell), Commitments(shell)];

    private static Command Commit(Shell shell)
    {
        var outcome = Shell.Words("TEXT", "Accountability.HelpOutcome", ArgumentArity.OneOrMore);
        var options = new CommitmentOptionsCli();
        var witness = new Option<string?>("--witness") { Description = "Accountability.HelpWitness", HelpName = "NAME" };
        var day = new Option<string?>("--check-in") { Description = "Accountability.HelpCheckInOn", HelpName = "WEEKDAY" }.AcceptOnlyFromAmong([.. Enum.GetNames<DayOfWeek>().Select(d => d.ToLowerInvariant())]);
        var commit = new Command("commit", "Accountability.HelpCommit") { outcome, witness, day };
        options.AddTo(commit);
        commit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var row = await desk.Store.Commit(new()
            {
                Promise = options.Promise(desk, WhoCli.Name(typed, outcome), null),
                FirstStep = options.FirstStep(desk, null),
                GoalId = await options.Goal(desk, null, stop),
                WitnessId = typed.GetValue(witness) is { } name ? (await desk.Store.FindPerson(name, stop)).Id : null,
                CheckInOn = typed.GetValue(day) is { } said ? Enum.Parse<DayOfWeek>(said, true) : null,
            }, desk.Today, desk.Clock, stop);
            if (row.WitnessId is not null && !desk.Paper.AsJson) desk.Paper.Aside(Speech.Say("Accountability.AskWith", row.Ending()));
            return await Show(desk, row.Id, stop);
        }, stop));
        return commit;
    }

    private static Command CheckIn(Shell shell)
    {
        var answer = new Argument<string>("ANSWER") { Description = "Accountability.HelpAnswer" }.AcceptOnlyFromAmong("done", "partly", "not", "paused");
        var id = new Argument<string?>("ID") { Description = "Accountability.HelpWhich", Arity = ArgumentArity.ZeroOrOne };
        var said = new Option<string?>("--said") { Description = "Accountability.HelpSaid", HelpName = "TEXT" };
        var next = new Option<string?>("--next") { Description = "Accountability.HelpNext", HelpName = "TEXT" };
        var day = new Option<string?>("--for") { Description = "Accountability.HelpFor", HelpName = "DATE" };
        var checkIn = new Command("checkin", "Accountability.HelpCheckIn") { answer, id, said, next, day };
        checkIn.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = typed.GetValue(id) is { } end ? await desk.Store.CommitmentEndingWith(end, stop) : await desk.Store.CommitmentToCheckIn(desk.Today, stop);
            var change = await desk.Store.NoteCheckIn(line.It.Id, new(Enum.Parse<Went>(typed.GetValue(answer)!, true), typed.GetValue(said), typed.GetValue(next), Days.Of(typed.GetValue(day), desk.Today)), desk.Today, desk.Clock, stop);
            return await Show(desk, line.It.Id, stop, change);
        }, stop));
        return checkIn;
    }

    private static Command Commitments(Shell shell)
    {
        var witness = new Option<string?>("--witness") { Description = "Accountability.HelpWitnessed", HelpName = "NAME" };
        var open = new Option<bool>("--open") { Description = "Accountability.HelpOpen" };
        var commitments = new Command("commitments", "Accountability.HelpCommitments") { witness, open };
        foreach (var command in CommitmentTurnsCli.Commands(shell).Concat(WitnessCli.Commands(shell))) commitments.Add(command);
        commitments.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = typed.GetValue(witness) is { } name ? (await desk.Store.FindPerson(name, stop)).Id : (Guid?)null;
            var lines = (await desk.Store.AllCommitments(desk.Today, stop, person)).Where(l => l.Course.IsOpen || !typed.GetValue(open)).ToList();
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => CommitmentAnswer.Of(l, desk.Today)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say(person is null && !typed.GetValue(open) ? "Accountability.NoneYet" : "Accountability.NoneSuch"));
            else foreach (var line in lines) Print(desk, line);
            return Shell.Fine;
        }, stop));
        return commitments;
    }

    internal static Argument<string> Id() => new("ID") { Description = "Accountability.HelpId" };

    /// <summary>A command that changes one commitment, and shows it as it is then.</summary>
    internal static Command Turn(Shell shell, Command turn, Argument<string> id, Func<Desk, CommitmentLine, CancellationToken, Task<Guid>> act)
    {
        turn.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = await desk.Store.CommitmentEndingWith(typed.GetValue(id)!, stop);
            return await Show(desk, was.It.Id, stop, await act(desk, was, stop));
        }, stop));
        return turn;
    }

    internal static async Task<int> Show(Desk desk, Guid id, CancellationToken stop, Guid? change = null, bool whole = false)
    {
        var line = await desk.Store.CommitmentOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(CommitmentAnswer.Of(line, desk.Today));
        else Print(desk, line);
        if (whole && !desk.Paper.AsJson) PrintCourse(desk, line);
        if (change is { } made) ChangesCli.HowToTakeBack(desk, made);
        return Shell.Fine;
    }

    private static void Print(Desk desk, CommitmentLine line)
    {
        desk.Paper.Line($"{line.It.Ending()}  {CommitmentWords.Title(line.Course, desk.Today)}");
        Reason?[] said = [CommitmentWords.State(line.Course, desk.Today), CommitmentWords.Next(line.Course, desk.Today), .. CommitmentWords.ComingPauses(line.Course, desk.Today), CommitmentWords.Witness(line, desk.Today)];
        desk.Paper.Indented(8, string.Join(' ', said.OfType<Reason>().Select(s => s.InWords())));
        if (line.Course.SeemsTooLarge(desk.Today)) desk.Paper.Indented(8, Speech.Say("Accountability.TooLargeCli"));
    }

    private static void PrintCourse(Desk desk, CommitmentLine line)
    {
        foreach (var reason in CommitmentWords.LinesForOwner(line.Course, desk.Today)) desk.Paper.Indented(8, reason.InWords());
        foreach (var day in line.Course.CheckInsBy(desk.Today)) desk.Paper.Indented(8, $"{day.On:d}  {string.Join(" · ", new[] { CommitmentWords.Week(day).InWords(), day.Report?.Sentence, day.Report?.NextStep is { } next ? Speech.Say("Accountability.NextStepIs", next) : null }.OfType<string>())}");
        foreach (var change in line.Course.Changes) desk.Paper.Indented(8, string.Join(' ', CommitmentWords.Differences(line.Course.Before(change), CommitmentCourse.Of(change)).Prepend(CommitmentWords.Change(change, desk.Today)).Select(c => c.InWords())));
        foreach (var word in line.Words) desk.Paper.Indented(8, $"{word.On:d}  {Speech.Say("Accountability.TheyWrote", word.Text)}");
        if (line.It.CameOfIt is { } came) desk.Paper.Indented(8, came);
    }
}
