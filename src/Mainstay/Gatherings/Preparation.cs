using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>Somebody of the owner's who is expected, and why to talk to them: the weightiest reason first.</summary>
public sealed record ExpectedPerson(Guid Id, string Name, bool IsChosen, string? About, IReadOnlyList<(double Weight, Reason Reason)> Whys)
{
    public IEnumerable<Reason> Reasons => Whys.OrderByDescending(w => w.Weight).Select(w => w.Reason);

    public double Weight => Whys.Sum(w => w.Weight);
}

/// <summary>A candidate who may be met at a gathering.</summary>
/// <param name="Id">The candidate.</param>
/// <param name="Name">Whom to look for.</param>
/// <param name="Why">What they are a candidate for.</param>
public sealed record CandidateThere(Guid Id, string Name, IReadOnlyList<Reason> Why);

/// <summary>What to have in mind when going to a gathering.</summary>
/// <param name="TalkTo">At most three: those the owner chose, then those with the best reasons.</param>
/// <param name="Others">Who else of the owner's people is expected.</param>
/// <param name="MayKnow">People who are not expected, but may go: they know what it is about.</param>
public sealed record Preparation(IReadOnlyList<ExpectedPerson> TalkTo, IReadOnlyList<ExpectedPerson> Others, IReadOnlyList<ExpectedPerson> MayKnow)
{
    public const int Three = 3;

    /// <summary>Candidates who were noticed through it, or hoped for there.</summary>
    public IReadOnlyList<CandidateThere> Candidates { get; init; } = [];

    public static Preparation Of(IReadOnlyList<ExpectedPerson> expected, IReadOnlyList<ExpectedPerson> mayKnow)
    {
        var ranked = expected.OrderByDescending(p => p.IsChosen).ThenByDescending(p => p.Weight).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var talk = ranked.TakeWhile((p, i) => i < Three && (p.IsChosen || p.Whys.Count > 0)).ToList();
        return new(talk, ranked[talk.Count..], mayKnow);
    }
}
