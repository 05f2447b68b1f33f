using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Rhythm;

namespace Mainstay.Collaborations;

/// <summary>The options with which a command says what a collaboration is.</summary>
internal sealed class CollaborationOptionsCli
{
    private readonly Option<string?> stage = new Option<string?>("--stage") { Description = "Collaborations.HelpStage", HelpName = "STAGE" }.AcceptOnly<CollaborationStage>();
    private readonly Option<string?> since = new("--since") { Description = "Collaborations.HelpSince", HelpName = "DATE" };
    private readonly Option<string?> goal = new("--goal") { Description = "Collaborations.HelpGoal", HelpName = "TEXT" };
    private readonly Option<string?> give = new("--give") { Description = "Collaborations.HelpGive", HelpName = "TEXT" };
    private readonly Option<string?> get = new("--get") { Description = "Collaborations.HelpGet", HelpName = "TEXT" };
    private readonly Option<string?> next = new("--next") { Description = "Collaborations.HelpNext", HelpName = "TEXT" };
    private readonly Option<string?> by = new("--by") { Description = "Collaborations.HelpBy", HelpName = "DATE" };
    private readonly Option<string?> ends = new("--ends") { Description = "Collaborations.HelpEnds", HelpName = "DATE" };
    private readonly Option<string?> link = new("--link") { Description = "Collaborations.HelpLink", HelpName = "URL" };
    private readonly Option<string?> note = new("--note") { Description = "Collaborations.HelpNote", HelpName = "TEXT" };
    private readonly Option<string?> outcome = new("--outcome") { Description = "Collaborations.HelpOutcome", HelpName = "TEXT" };

    public void On(Command command)
    {
        foreach (var option in (Option[])[stage, since, goal, give, get, next, by, ends, link, note, outcome]) command.Add(option);
    }

    /// <summary>The collaboration with everything that was typed; what was not typed stays.</summary>
    public CollaborationDetails Read(Desk desk, CollaborationDetails was)
    {
        var typed = desk.Parsed;
        var now = typed.GetValue(stage) is { } said ? Enum.Parse<CollaborationStage>(said, true) : was.Stage;
        var step = typed.GetValue(next) ?? (now.IsOver ? null : was.Next.Text);
        return was with
        {
            Stage = now,
            Since = Days.Of(typed.GetValue(since), desk.Today) ?? (now == was.Stage ? was.Since : null),
            SharedGoal = typed.GetValue(goal) ?? was.SharedGoal,
            WhatIGive = typed.GetValue(give) ?? was.WhatIGive,
            WhatTheyGive = typed.GetValue(get) ?? was.WhatTheyGive,
            Next = new(step, Days.OrNone(typed.GetValue(by), desk.Today, step == was.Next.Text ? was.Next.On : null)),
            EndsOn = Days.OrNone(typed.GetValue(ends), desk.Today, was.EndsOn),
            Link = typed.GetValue(link) ?? was.Link,
            Note = typed.GetValue(note) ?? was.Note,
            Outcome = typed.GetValue(outcome) ?? was.Outcome,
        };
    }
}
