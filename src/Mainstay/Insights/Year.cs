using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>A year in the life of the owner's support system, as far as it is noted: counts and names, and no judgement.</summary>
/// <param name="Of">Which.</param>
/// <param name="Until">The last day that counts: its end, or today.</param>
/// <param name="First">The earliest year of which something is noted.</param>
/// <param name="Parts">What there is to tell; a part without anything is left out.</param>
/// <param name="Came">Where those who support the owner today first came from, whatever year is looked at.</param>
public sealed record Year(int Of, DateOnly Until, int First, IReadOnlyList<YearPart> Parts, FirstCame Came)
{
    public const int Earliest = 1900;

    public bool IsRunning => Until < new DateOnly(Of, 12, 31);

    public bool IsEmpty => Parts.Count == 0;

    /// <summary>"2026, until Friday, May 1, 2026".</summary>
    public Reason Basis => IsEmpty ? new("Insights.YearNothing", Named) : IsRunning ? new("Insights.YearSoFar", Named, Until) : new("Insights.YearBasis", Named);

    /// <summary>A year is no count: it has no thousands.</summary>
    public string Named => Of.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The year looked at when none is said, or none that can be.</summary>
    public static int? Read(string? typed, DateOnly today) =>
        int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year >= Earliest && year <= today.Year ? year : null;
}

/// <summary>A part of the year.</summary>
/// <param name="Kind">camelCase; <c>Insights.YearHead_</c> and the kind is its heading.</param>
/// <param name="Sentences">What is to say.</param>
/// <param name="Why">How that is counted.</param>
public sealed record YearPart(string Kind, IReadOnlyList<Reason> Sentences, Reason Why)
{
    public Reason Head => new($"Insights.YearHead_{Kind}");

    /// <summary>Those who, and what, it is about.</summary>
    public IReadOnlyList<YearName> Names { get; init; } = [];

    public YearChart? Chart { get; init; }
}

/// <summary>Somebody or something, and where it stands.</summary>
public sealed record YearName(string Name, string Href);

/// <summary>A year, month by month.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Series">One or two.</param>
/// <param name="Top">What fills its height; the greatest there is when null.</param>
public sealed record YearChart(Reason Caption, IReadOnlyList<YearSeries> Series, int? Top = null)
{
    public int Most => Top ?? Math.Max(1, Series.Max(s => s.Months.Max(m => m ?? 0)));
}

/// <summary>Twelve months of something; null where nothing is known.</summary>
public sealed record YearSeries(Reason Name, IReadOnlyList<int?> Months)
{
    /// <summary>How many in each month; of those after the last day that counts nothing is known.</summary>
    public static YearSeries Counting(string key, IEnumerable<DateOnly> days, DateOnly until) =>
        new(new(key), [.. Enumerable.Range(1, 12).GroupJoin(days, m => m, d => d.Month, (month, of) => month > until.Month ? (int?)null : of.Count())]);
}
