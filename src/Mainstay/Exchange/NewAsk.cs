using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>An ask as somebody writes it.</summary>
public sealed record NewAsk
{
    public const int MostText = 2_000, MostMessage = 10_000, MostWords = 200, MostNext = 20;

    /// <summary>The ask's id, when the door has one: made twice with the same, it is made once.</summary>
    public Guid? Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string What { get; init; }

    /// <summary>Minutes, or words.</summary>
    public string? HowLong { get; init; }

    /// <summary>The last day on which an answer helps; three days from now when not said.</summary>
    public DateOnly? AnswerBy { get; init; }

    public string? InReturn { get; init; }

    public Weight Weight { get; init; } = Weight.Normal;

    public Guid? NeedId { get; init; }

    public SupportKind? Kind { get; init; }

    /// <summary>Asks to be one of those I can lean on.</summary>
    public bool IsFirst { get; init; }

    public string? Scope { get; init; }

    public DateOnly? Until { get; init; }

    public string? Message { get; init; }

    /// <summary>Whom to ask next if this one does not help, in this order.</summary>
    public IReadOnlyList<Guid> Then { get; init; } = [];

    /// <summary>Nothing but its own page is to show what it is about; who is asked next for the same is asked as confidentially.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>The ask before, of which this is the next.</summary>
    public Guid? After { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(string.IsNullOrWhiteSpace(What), "what", "Exchange.WhatMissing")
        .When(What.Length > MostText, "what", "Exchange.TooLong", MostText)
        .When(HowLong?.Length > MostWords, "howLong", "Exchange.TooLong", MostWords)
        .When(InReturn?.Length > MostText, "inReturn", "Exchange.TooLong", MostText)
        .When(Scope?.Length > MostWords, "scope", "Exchange.TooLong", MostWords)
        .When(Message?.Length > MostMessage, "message", "Exchange.TooLong", MostMessage)
        .When(AnswerBy < today, "answerBy", "Exchange.AnswerByIsOver")
        .When(AnswerBy > today.AddYears(1), "answerBy", "Exchange.TooFarAhead")
        .When(Until < today, "until", "Exchange.UntilIsOver")
        .When(!Enum.IsDefined(Weight), "weight", "Exchange.NotAWeight")
        .When(Kind is { } kind && !Enum.IsDefined(kind), "kind", "Exchange.NotAKind")
        .When(Then.Count > MostNext, "then", "Exchange.TooManyNext", MostNext);
}

/// <summary>The same open ask is on its way to this person already.</summary>
public sealed class AskedAlready(Guid ask, string name) : Refusal(409, new("Exchange.AskedAlready", name))
{
    /// <summary>The one there is.</summary>
    public Guid AskId { get; } = ask;
}
