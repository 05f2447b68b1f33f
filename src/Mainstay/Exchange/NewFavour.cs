using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>A favour as somebody notes it.</summary>
public sealed record NewFavour
{
    private const int EarliestYear = 1900;

    /// <summary>The favour's id, when the door has one: noted twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Way Way { get; init; }

    public required string What { get; init; }

    public Weight Weight { get; init; } = Weight.Normal;

    /// <summary>Today when not said.</summary>
    public DateOnly? On { get; init; }

    public SupportKind? Kind { get; init; }

    public string? Topic { get; init; }

    public Guid? NeedId { get; init; }

    /// <summary>What they had said that they need, and need no more.</summary>
    public Guid? WishId { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(What), "what", "Exchange.FavourMissing")
        .When(What?.Length > NewAsk.MostText, "what", "Exchange.TooLong", NewAsk.MostText)
        .When(Topic?.Length > NewAsk.MostWords, "topic", "Exchange.TooLong", NewAsk.MostWords)
        .When(On > today.AddDays(1), "on", "Exchange.InFuture")
        .When(On?.Year < EarliestYear, "on", "Exchange.TooLongAgo")
        .When(!Enum.IsDefined(Way), "way", "Exchange.NotAWay")
        .When(!Enum.IsDefined(Weight), "weight", "Exchange.NotAWeight")
        .When(Kind is { } kind && !Enum.IsDefined(kind), "kind", "Exchange.NotAKind");
}

/// <summary>What a person told that they need, as somebody notes it.</summary>
public sealed record NewWish(Guid PersonId, string Text, DateOnly? On = null, Guid? Id = null)
{
    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(Text), "text", "Exchange.WishMissing")
        .When(Text?.Length > NewAsk.MostText, "text", "Exchange.TooLong", NewAsk.MostText)
        .When(On > today.AddDays(1), "on", "Exchange.InFuture");
}

/// <summary>A door that somebody opened, as somebody notes it.</summary>
public sealed record NewOpportunity(Guid PersonId, string What, DateOnly? On = null, Guid? Id = null)
{
    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(What), "what", "Exchange.DoorMissing")
        .When(What?.Length > NewAsk.MostText, "what", "Exchange.TooLong", NewAsk.MostText)
        .When(On > today.AddDays(1), "on", "Exchange.InFuture");
}
