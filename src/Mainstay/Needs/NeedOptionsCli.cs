using System.CommandLine;
using Mainstay.Cli;

namespace Mainstay.Needs;

/// <summary>The options with which a command says what a need is.</summary>
internal sealed class NeedOptionsCli
{
    private readonly Option<string?> kind = new("--kind") { Description = "Needs.HelpKind", HelpName = "KIND" };
    private readonly Option<int?> importance = new("--importance") { Description = "Needs.HelpImportance", HelpName = "1..5" };
    private readonly Option<string?> by = new("--by") { Description = "Needs.HelpBy", HelpName = "DATE" };
    private readonly Option<string?> goal = new("--goal") { Description = "Needs.HelpGoalOf", HelpName = "ID" };
    private readonly Option<bool> skill = new("--skill") { Description = "Needs.HelpSkill" };

    public void On(Command command, bool isNew)
    {
        kind.AcceptOnlyFromAmong([.. Enum.GetNames<SupportKind>().Select(n => n.ToLowerInvariant())]);
        kind.Required = isNew;
        foreach (var option in (Option[])[kind, importance, by, goal, skill]) command.Add(option);
    }

    /// <summary>The need with everything that was typed.</summary>
    public async Task<NewNeed> Read(Desk desk, NewNeed need, CancellationToken stop)
    {
        var typed = desk.Parsed;
        return need with
        {
            Kind = typed.GetValue(kind) is { } said ? Enum.Parse<SupportKind>(said, true) : need.Kind,
            Importance = typed.GetValue(importance) ?? need.Importance,
            NeededBy = Days.OrNone(typed.GetValue(by), desk.Today, need.NeededBy),
            GoalId = typed.GetValue(goal) is { } end ? (await desk.Store.GoalEndingWith(end, stop)).Goal.Id : need.GoalId,
            IsSkill = typed.GetValue(skill) || need.IsSkill,
        };
    }
}
