using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>Everything the map is made of, looked up on a day.</summary>
public sealed record MapInputs
{
    public required DateOnly On { get; init; }

    /// <summary>What is needed, the most important first.</summary>
    public required IReadOnlyList<Need> Needs { get; init; }

    /// <summary>Who can meet which need.</summary>
    public required ILookup<Guid, Support> Supports { get; init; }

    /// <summary>Everybody who is named as a supporter or thought of as one.</summary>
    public required IReadOnlyDictionary<Guid, HelpingPerson> People { get; init; }

    /// <summary>For each need who might be thought of.</summary>
    public required ILookup<Guid, Thought> Thoughts { get; init; }

    /// <summary>For each need organizations that might be looked at.</summary>
    public required ILookup<Guid, Likely> Organizations { get; init; }

    /// <summary>What supporters are like, for each of them.</summary>
    public required IReadOnlyDictionary<Guid, Profile> Profiles { get; init; }

    /// <summary>As if a person were not there.</summary>
    public MapInputs Without(Guid person) => this with
    {
        Supports = Needs.SelectMany(n => Supports[n.Id]).Where(s => s.PersonId != person).ToLookup(s => s.NeedId),
        Thoughts = Needs.SelectMany(n => Thoughts[n.Id].Select(t => (n.Id, Thought: t))).Where(t => t.Thought.Support.PersonId != person).ToLookup(t => t.Id, t => t.Thought),
    };

    /// <summary>As if a person could meet a need, and the owner had said so.</summary>
    public MapInputs With(Guid need, Guid person, Ability ability) => this with
    {
        Supports = Needs.SelectMany(n => Supports[n.Id]).Where(s => (s.NeedId, s.PersonId) != (need, person))
            .Append(new(need, person, People[person].Name, ability, SupportBasis.Said) { Reason = new Reason("Coverage.AsIf") }).ToLookup(s => s.NeedId),
    };
}

/// <summary>Somebody who might meet a need: not near enough to count on, or already near but never thought of for it.</summary>
public sealed record Thought(Support Support, IReadOnlyList<Reason> Reasons);
