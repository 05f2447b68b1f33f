using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Needs;

namespace Mainstay.Accountability;

/// <summary>What can be said of a commitment on the command line.</summary>
internal sealed class CommitmentOptionsCli
{
    private readonly Option<string?> by = new("--by") { Description = "Accountability.HelpBy", HelpName = "DATE" };
    private readonly Option<string?> measure = new("--measure") { Description = "Accountability.HelpMeasure", HelpName = "TEXT" };
    private readonly Option<string?> counts = new("--counts") { Description = "Accountability.HelpCounts", HelpName = "TEXT" };
    private readonly Option<string?> step = new("--first-step") { Description = "Accountability.HelpFirstStep", HelpName = "TEXT" };
    private readonly Option<string?> goal = new("--goal") { Description = "Accountability.HelpGoal", HelpName = "ID" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[by, measure, counts, step, goal]) command.Add(option);
    }

    /// <summary>The promise that was typed; the rest as it was, and today as its day when none was said.</summary>
    public Promise Promise(Desk desk, string? outcome, Promise? was)
    {
        var typed = desk.Parsed;
        var due = Days.Of(typed.GetValue(by), desk.Today) ?? was?.Due;
        Words.Mistaken.ThrowIf(new Words.Problems().When(due is null, "due", "Accountability.DueMissing"));
        return new(outcome ?? was?.Outcome ?? "", due!.Value, typed.GetValue(measure) ?? was?.Measure, typed.GetValue(counts) ?? was?.Counts);
    }

    public string? FirstStep(Desk desk, string? was) => desk.Parsed.GetValue(step) ?? was;

    public async Task<Guid?> Goal(Desk desk, Guid? was, CancellationToken stop) => desk.Parsed.GetValue(goal) switch
    {
        null => was,
        "" or "none" => null,
        var end => (await desk.Store.GoalEndingWith(end, stop)).Goal.Id,
    };
}
