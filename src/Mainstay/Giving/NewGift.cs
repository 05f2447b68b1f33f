using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Giving;

/// <summary>Something given back, as somebody notes it.</summary>
public sealed record NewGift
{
    public const int MostText = 10_000, MostWords = 200;

    public const double MostHours = 100_000;

    private const int EarliestYear = 1900;

    /// <summary>The gift's id, when the door has one: noted twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public GiftKind Kind { get; init; } = GiftKind.Other;

    public required string What { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>An organization or a group, by name; one that is noted is meant when it is called so.</summary>
    public string? ForWhom { get; init; }

    /// <summary>The day, or the first of them; today when not said.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day; the first when not said, unless it goes on.</summary>
    public DateOnly? Until { get; init; }

    public bool GoesOn { get; init; }

    public double? Hours { get; init; }

    public string? Became { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(!Enum.IsDefined(Kind), "kind", "Giving.NotAKind")
        .When(string.IsNullOrWhiteSpace(What), "what", "Giving.WhatMissing")
        .When(What?.Length > MostText, "what", "Giving.TooLong", MostText)
        .When(ForWhom?.Length > MostWords, "forWhom", "Giving.TooLong", MostWords)
        .When(Since?.Year < EarliestYear, "since", "Giving.TooLongAgo")
        .When(Until < (Since ?? today), "until", "Giving.EndsFirst")
        .When(GoesOn && Until is not null, "until", "Giving.EndsAndGoesOn")
        .When(Hours is not null and not (>= 0 and <= MostHours), "hours", "Giving.OddHours", MostHours)
        .When(Became?.Length > MostText, "became", "Giving.TooLong", MostText);

    /// <summary>Hours as they are typed, with a point or a comma; nothing is none.</summary>
    internal static double? ReadHours(string? typed, Problems problems)
    {
        if (Texts.Filled(typed) is not { } filled) return null;
        if (double.TryParse(filled.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)) return hours;
        problems.Add("hours", "Giving.OddHours", MostHours);
        return null;
    }

    /// <summary>Whole minutes, as they are kept.</summary>
    internal int? Minutes => Hours is { } hours ? (int)Math.Round(hours * 60) : null;
}
