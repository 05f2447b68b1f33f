using System.CommandLine;
using Mainstay.Board;
using Mainstay.Cli;
using Mainstay.Gatherings;
using Mainstay.People;

namespace Mainstay.Learnings;

/// <summary>What can be said of a learning on the command line.</summary>
internal sealed class LearningOptionsCli
{
    public Option<string?> Topic { get; } = new("--topic") { Description = "Learnings.HelpTopic", HelpName = "TOPIC" };

    public Option<string?> On { get; } = new("--on") { Description = "Learnings.HelpOn", HelpName = "DATE" };

    private readonly Option<string?> from = new("--from") { Description = "Learnings.HelpFromWhom", HelpName = "NAME" };
    private readonly Option<string?> at = new("--at") { Description = "Learnings.HelpAt", HelpName = "GATHERING" };
    private readonly Option<string?> advice = new("--advice") { Description = "Learnings.HelpAdvice", HelpName = "ID" };
    private readonly Option<Guid?> touch = new("--touch") { Description = "Learnings.HelpTouch", HelpName = "ID" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[from, Topic, On, at, advice, touch]) command.Add(option);
    }

    /// <summary>What was typed; the rest as it was.</summary>
    public async Task<LearnedWhere> Where(Desk desk, ParseResult typed, LearnedWhere was, CancellationToken stop) => new(
        typed.GetValue(from) is { } name ? (await desk.Store.FindPerson(name, stop)).Id : was.PersonId,
        typed.GetValue(touch) ?? was.TouchId,
        typed.GetValue(at) is { } gathering ? (await desk.Store.FindGathering(gathering, desk.Today, stop)).Id : was.GatheringId,
        typed.GetValue(advice) is { } end ? (await desk.Store.AdviceEndingWith(end, stop)).Advice.Id : was.AdviceId);
}
