using Mainstay.Exchange;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary>Whom one could turn to in a hard time, and what could wait.</summary>
/// <param name="About">What was looked for.</param>
/// <param name="Groups">For what, and who.</param>
/// <param name="Spared">So many are left out because they were asked a lot of late.</param>
/// <param name="Waits">What could be postponed, the nearest first.</param>
public sealed record Proposals(string About, IReadOnlyList<ProposedGroup> Groups, int Spared, IReadOnlyList<CanWait> Waits)
{
    /// <summary>So many are proposed for each: more would be a list, and no help.</summary>
    public const int Most = 4;
}

/// <summary>Those who are proposed for one thing, the likeliest first.</summary>
public sealed record ProposedGroup(HelpAs As, IReadOnlyList<Proposed> People);

/// <summary>Somebody who is proposed, and why.</summary>
public sealed record Proposed(Guid Id, string Name, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Where it stands, word for word.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The reasons, and what stands written, in words.</summary>
    public IReadOnlyList<Reason> All => [.. Reasons, .. Evidence.Select(e => new Reason("Challenges.Noted", e.Text))];
}

/// <summary>Something that could wait.</summary>
/// <param name="What">What it is.</param>
/// <param name="On">When it is due; null when it goes on.</param>
/// <param name="How">What to do about it, in words.</param>
/// <param name="Href">Where that is done.</param>
public sealed record CanWait(Reason What, DateOnly? On, Reason How, string Href);

/// <summary>What is known of somebody before they are proposed.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Strength">How strong the tie is, 0 to 1.</param>
/// <param name="Alive">How surely it has not gone dormant, 0 to 1.</param>
/// <param name="Near">How near they are and when they last talked, in words.</param>
public sealed record Candidate(Guid Id, string Name, double Strength, double Alive, Reason Near)
{
    /// <summary>What is left of the willingness of somebody who was asked a lot, 0 to 1.</summary>
    public double Willingness { get; init; } = 1;

    /// <summary>They were asked for more of late than one may ask of such a tie: they are left in peace.</summary>
    public bool IsAskedTooMuch { get; init; }

    /// <summary>Core or close.</summary>
    public bool IsClose { get; init; }

    /// <summary>That the owner said they give heart or encouragement, in words; null when they did not.</summary>
    public Reason? GivesHeart { get; init; }

    /// <summary>Help that went to and fro, in words; null when there was none.</summary>
    public Reason? ToAndFro { get; init; }

    /// <summary>The owner gave them more than they received, or as much.</summary>
    public bool OwesNothing { get; init; } = true;

    /// <summary>There is room for an ask of the usual weight.</summary>
    public bool HasRoom { get; init; } = true;

    private double Likely => Strength * Alive * Willingness;

    /// <summary>Who can listen: those who are near, and those of whom the owner said that they give heart.</summary>
    public static IReadOnlyList<Proposed> Listening(IEnumerable<Candidate> all) =>
    [
        .. all.Where(c => !c.IsAskedTooMuch && (c.IsClose || c.GivesHeart is not null)).OrderByDescending(c => c.Likely * (c.GivesHeart is null ? 1 : 1.25)).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id).Take(Proposals.Most)
            .Select(c => new Proposed(c.Id, c.Name, [.. c.GivesHeart is { } heart ? (Reason[])[heart] : [], c.Near])),
    ];

    /// <summary>Who can carry something: those with room, among whom help went to and fro or who are near; who is to listen is not to carry as well.</summary>
    public static IReadOnlyList<Proposed> Carrying(IEnumerable<Candidate> all, IReadOnlySet<Guid> listening) =>
    [
        .. all.Where(c => c is { HasRoom: true, IsAskedTooMuch: false } && (c.IsClose || c.ToAndFro is not null) && !listening.Contains(c.Id))
            .OrderByDescending(c => c.Likely * (c is { OwesNothing: true, ToAndFro: not null } ? 1.5 : 1)).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id).Take(Proposals.Most)
            .Select(c => new Proposed(c.Id, c.Name, [.. c.ToAndFro is { } help ? (Reason[])[help] : [], c.Near, new("Challenges.WhyRoom")])),
    ];
}
