using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Organizations;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>What can be said of a gathering on the command line.</summary>
internal sealed class GatheringOptionsCli
{
    private readonly Option<string?> on, until = Date("--until", "Gatherings.HelpUntil"), from = Text("--from", "Gatherings.HelpFrom", "TIME"), to = Text("--to", "Gatherings.HelpTo", "TIME"),
        by = Text("--by", "Gatherings.HelpBy", "ORG"), place = Text("--place", "Gatherings.HelpPlace", "PLACE"), address = Text("--address", "Gatherings.HelpAddress"), link = Text("--link", "Gatherings.HelpLink", "URL"), topics = Text("--topics", "Gatherings.HelpTopics"),
        note = Text("--note", "Gatherings.HelpNote"), goal = Text("--goal", "Gatherings.HelpGoal"), ask = Text("--ask", "Gatherings.HelpAsk"), offer = Text("--offer", "Gatherings.HelpOffer"), pitch = Text("--pitch", "Gatherings.HelpPitch"),
        cost = Text("--cost", "Gatherings.HelpCost"), state = Text("--state", "Gatherings.HelpState", "STATE").AcceptOnly<GatheringState>();
    private readonly Option<double?> hours = new("--hours") { Description = "Gatherings.HelpHours", HelpName = "NUMBER" };

    public GatheringOptionsCli(bool isNew) => on = new("--on") { Description = "Gatherings.HelpOn", HelpName = "DATE", Required = isNew };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[on, from, until, to, by, place, address, link, topics, note, state, goal, ask, offer, pitch, cost, hours]) command.Add(option);
    }

    /// <summary>The gathering with what was typed; what was not stays, and an empty text takes away.</summary>
    public async Task<NewGathering> Read(Desk desk, NewGathering was, CancellationToken stop)
    {
        var (typed, today, problems) = (desk.Parsed, desk.Today, new Problems());
        var (begins, ends) = (Clock.Of(typed.GetValue(from), "from", problems), Clock.Of(typed.GetValue(to), "to", problems));
        Mistaken.ThrowIf(problems);
        return was with
        {
            On = Days.Of(typed.GetValue(on), today) ?? was.On,
            From = typed.GetResult(from) is null ? was.From : begins,
            Until = Days.OrNone(typed.GetValue(until), today, was.Until),
            To = typed.GetResult(to) is null ? was.To : ends,
            OrganizationId = typed.GetValue(by) is not { } named ? was.OrganizationId : Texts.Filled(named) is { } holds ? await OrganizationsCli.ThereOrNew(desk, holds, stop) : null,
            Place = Said(typed, place, was.Place),
            Address = Said(typed, address, was.Address),
            Link = Said(typed, link, was.Link),
            Topics = Said(typed, topics, was.Topics),
            Note = Said(typed, note, was.Note),
            State = typed.GetValue(state) is { } stands ? Enum.Parse<GatheringState>(stands, true) : was.State,
            Goal = Said(typed, goal, was.Goal),
            Ask = Said(typed, ask, was.Ask),
            Offer = Said(typed, offer, was.Offer),
            Pitch = Said(typed, pitch, was.Pitch),
            Cost = Said(typed, cost, was.Cost),
            Hours = typed.GetValue(hours) ?? was.Hours,
        };
    }

    private static string? Said(ParseResult typed, Option<string?> option, string? was) => typed.GetValue(option) is { } said ? Texts.Filled(said) : was;

    private static Option<string?> Text(string name, string about, string placeholder = "TEXT") => new(name) { Description = about, HelpName = placeholder };

    private static Option<string?> Date(string name, string about) => Text(name, about, "DATE");
}
