using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>To whom a path is looked for.</summary>
/// <param name="Kind">A person, or anybody of an organization, or who knows about a topic.</param>
/// <param name="Words">What it is called.</param>
/// <param name="People">Who would do.</param>
public sealed record PathTarget(TargetKind Kind, string Words, IReadOnlyList<Guid> People)
{
    /// <summary>Who was asked for and is none of the owner's people; null where it leads to what was asked for.</summary>
    public Outsider? Instead { get; init; }
}

/// <summary>Somebody whom the owner would like to know and to whom nothing leads: ways are looked for to what they belong to.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Href">Where they are looked at.</param>
/// <param name="Sentence">To what it leads in their place, or that it leads nowhere and what helps.</param>
public sealed record Outsider(string Name, string Href, Reason Sentence);

/// <summary>A room that knows people whom the owner would like to know.</summary>
public interface IPathTargets
{
    /// <summary>What leads to the one who is meant; null when it is nobody there.</summary>
    /// <param name="store">The owner's rows.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="exactly">Only whose whole name or id it is, not whoever answers to a part of it.</param>
    /// <param name="stop">Ends it.</param>
    Task<PathTarget?> Target(Store store, string typed, bool exactly, CancellationToken stop);
}

public enum TargetKind { Person, Organization, Topic }

/// <summary>Somebody who could be reached, and how.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Found">The ways to them.</param>
/// <param name="Own">How the owner's own tie with them stands, when there is one.</param>
/// <param name="IsClose">The owner knows them well: nobody needs to stand between.</param>
public sealed record Reachable(Guid Id, string Name, PathsFound Found, IReadOnlyList<Reason> Own, bool IsClose);

/// <summary>Who could lead to what was asked for.</summary>
/// <param name="Target">What was asked for.</param>
/// <param name="Targets">Who would do, those that can be reached best first.</param>
/// <param name="Remarks">What is to be known of the answer as a whole.</param>
public sealed record PathAnswer(PathTarget Target, IReadOnlyList<Reachable> Targets, IReadOnlyList<Reason> Remarks)
{
    /// <summary>Names of everybody on a path.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public IEnumerable<WarmPath> Paths => Targets.SelectMany(t => t.Found.Paths);
}
