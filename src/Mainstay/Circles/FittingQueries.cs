using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>What fits an ask or an offer.</summary>
/// <param name="Posts">Offers that fit an ask, asks that fit an offer.</param>
/// <param name="Lessons">What somebody left about it.</param>
/// <param name="Members">Who said that they help with it.</param>
/// <param name="Mine">People of the network of whoever looks. Nobody else is told of them, and the circle does not learn that they were looked for.</param>
public sealed record Fitting(IReadOnlyList<PostLine> Posts, IReadOnlyList<PostLine> Lessons, IReadOnlyList<FittingMember> Members, IReadOnlyList<WhoCanHelp> Mine);

public static class FittingQueries
{
    private const int Most = 5, MostOfMine = 3;

    /// <summary>Everything that fits a post, as far as somebody may see it.</summary>
    /// <param name="store">Of the circle.</param>
    /// <param name="seat">Who looks.</param>
    /// <param name="post">What it is to fit.</param>
    /// <param name="network">The network that they own; null when they look from somebody else's.</param>
    /// <param name="today">The circle's day.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<Fitting> WhatFits(this Store store, CircleSeat seat, Post post, Guid? network, DateOnly today, CancellationToken stop) => new(
        post.Kind is PostKind.Ask or PostKind.Offer ? await store.MatchesOf(seat, post, post.Kind == PostKind.Ask ? PostKind.Offer : PostKind.Ask, today, Most, stop) : [],
        await store.MatchesOf(seat, post, PostKind.Lesson, today, Most, stop),
        post.Kind == PostKind.Ask ? await store.WhoFits(seat, post, Most, stop) : [],
        post is { Kind: PostKind.Ask, State: PostState.Open } && !(post.Until < today) && network is { } mine ? (await store.LookingAt(mine, () => store.WhoCanHelp(Question(post), null, MostOfMine, today, stop))).People : []);

    /// <summary>What one looks for in one's own network: its topics, or else what is asked.</summary>
    internal static string Question(Post post) => post.Topics?.Replace("\n", ", ", StringComparison.Ordinal) ?? post.Title;
}
