using Mainstay.Algorithms.Series;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>How a tie stands on a day: everything that can be said of it, with its inputs.</summary>
public sealed record Standing
{
    public required Tie Tie { get; init; }

    public required DateOnly On { get; init; }

    public required Strength Strength { get; init; }

    public required Aliveness Aliveness { get; init; }

    /// <summary>The strength as far as help is concerned: where the owner said nothing of closeness, the layer stands in for it, so that it does not jump when the first touch is logged.</summary>
    public double BlendedStrength => Strength.Contacts.Blended(Tie.Closeness is { } rating ? TieStrength.ClosenessOf(rating) : Layers.ClosenessOf(Tie.Layer));

    /// <summary>The probability of a touch within 30 days; null when it cannot be said.</summary>
    public double? ContactWithin30Days { get; init; }

    /// <summary>The last touch up to the day.</summary>
    public DateOnly? LastTouchOn { get; init; }

    /// <summary>How often the owner means to be in touch, in days.</summary>
    public int? Cadence { get; init; }

    /// <summary>About how often they are in touch, in days; null when it cannot be said yet.</summary>
    public double? Rhythm { get; init; }

    /// <summary>When the two would talk again by their own rhythm.</summary>
    public DateOnly? NaturalOn { get; init; }

    public Due? Due { get; init; }

    public DueStatus Status => Due?.Status ?? DueStatus.None;

    /// <summary>How far Today should put it ahead of others.</summary>
    public double Priority => DueList.Priority(this);

    public IReadOnlyList<Reason> Reasons => Telling.Of(this);

    /// <param name="tie">What the owner wants of it.</param>
    /// <param name="days">The person's contact days, rising.</param>
    /// <param name="model">The defaults, or what was fitted to the owner's touches.</param>
    /// <param name="on">The owner's day.</param>
    /// <param name="stretch">By how much the cadence is stretched to fit the owner's time.</param>
    public static Standing Of(Tie tie, ReadOnlySpan<ContactDay> days, ContactForecast model, DateOnly on, double stretch = 1)
    {
        var known = UpTo(days, on);
        var rhythm = DueList.Rhythm(known, tie.Cadence());
        DateOnly? last = known.IsEmpty ? null : DateOnly.FromDayNumber((int)known[^1].Day);
        return new()
        {
            Tie = tie,
            On = on,
            Strength = Strength.Of(known, tie.Closeness, on),
            Aliveness = Aliveness.Of(tie, known, model.Mechanism, on),
            ContactWithin30Days = tie.Verdict == Verdict.Over || ContactHistory.Of(known, on.DayNumber) is not { } history ? null : model.ContactWithin(history, 30),
            LastTouchOn = last,
            Cadence = tie.Cadence(),
            Rhythm = rhythm,
            NaturalOn = last is { } day && rhythm is { } gap ? day.AddDays((int)Math.Round(gap)) : null,
            Due = DueList.Of(tie, last, on, stretch),
        };
    }

    private static ReadOnlySpan<ContactDay> UpTo(ReadOnlySpan<ContactDay> days, DateOnly on)
    {
        while (!days.IsEmpty && days[^1].Day > on.DayNumber) days = days[..^1];
        return days;
    }
}
