using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>One step of a path, as programs are told of it.</summary>
public sealed record PathStepAnswer(
    [property: Description("Who asks; `me` for yourself.")] string From,
    [property: Description("Who is asked, or reached.")] string To,
    [property: Description("How likely the step comes off, 0 to 1.")] double P,
    [property: Description("From what that is seen.")] IReadOnlyList<string> Evidence,
    Guid? FromId,
    Guid ToId)
{
    public static PathStepAnswer Of(PathStep step, IReadOnlyDictionary<Guid, string> names) =>
        new(step.From is { } from ? names[from] : "me", names[step.To], Math.Round(step.Probability, 4), [.. step.Evidence.Select(e => e.InWords())], step.From, step.To);
}

/// <summary>A chain of acquaintances, as programs are told of it.</summary>
public sealed record WarmPathAnswer(
    [property: Description("How likely all of it comes off, 0 to 1: a weak predictor, of which only the order has support.")] double Success,
    [property: Description("At most three: at most two people between.")] IReadOnlyList<PathStepAnswer> Steps,
    [property: Description("The introduction to ask for first. Where two stand between, it is the first of two steps.")] FirstRequestAnswer Ask)
{
    public static WarmPathAnswer Of(WarmPath path, IReadOnlyDictionary<Guid, string> names) => new(Math.Round(path.Success, 4), [.. path.Steps.Select(s => PathStepAnswer.Of(s, names))], FirstRequestAnswer.Of(path, names));
}

/// <summary>The introduction to ask for first, with what it is asked.</summary>
public sealed record FirstRequestAnswer(
    [property: Description("Who is asked.")] Guid Through,
    [property: Description("For whom: the one at the end, or who stands before them.")] Guid Second,
    [property: Description("The one at the end, where two steps are needed.")] Guid? Towards,
    [property: Description("What is to be done, in words.")] string Sentence)
{
    public static FirstRequestAnswer Of(WarmPath path, IReadOnlyDictionary<Guid, string> names) => new(path.Broker, path.Next, path.Towards,
        path.Towards is { } on ? Speech.Say("Introductions.TwoSteps", names[path.Broker], names[path.Next], names[on]) : Speech.Say("Introductions.OneStep", names[path.Broker], names[path.Next]));
}

/// <summary>Somebody who could be reached, as programs are told of them.</summary>
public sealed record ReachableAnswer(
    Guid Id, string Name,
    [property: Description("You know them well: nobody needs to stand between.")] bool Close,
    [property: Description("How likely one of several ways comes off that share nobody, 0 to 1.")] double Together,
    [property: Description("How many people could be asked first who know them.")] int Brokers,
    [property: Description("How your own tie with them stands.")] IReadOnlyList<string> Own,
    [property: Description("The best ways, each by another first person.")] IReadOnlyList<WarmPathAnswer> Paths)
{
    public static ReachableAnswer Of(Reachable reachable, IReadOnlyDictionary<Guid, string> names) => new(reachable.Id, reachable.Name, reachable.IsClose, Math.Round(reachable.Found.Together, 4), reachable.Found.Brokers,
        [.. reachable.Own.Select(r => r.InWords())], [.. reachable.Found.Paths.Select(p => WarmPathAnswer.Of(p, names))]);
}

/// <summary>Who could lead to somebody, as programs are told of it.</summary>
public sealed record PathsAnswer(
    [property: Description("As what it was understood: a person, an organization, or a topic.")] TargetKind Kind,
    [property: Description("What it is called.")] string To,
    [property: Description("What is to be known of the answer as a whole.")] IReadOnlyList<string> Remarks,
    [property: Description("Who would do, those that can be reached best first.")] IReadOnlyList<ReachableAnswer> Targets)
{
    public static PathsAnswer Of(PathAnswer answer) => new(answer.Target.Kind, answer.Target.Words, [.. answer.Remarks.Select(r => r.InWords())], [.. answer.Targets.Select(t => ReachableAnswer.Of(t, answer.Names))]);
}
