namespace Mainstay.Algorithms.Series;

/// <summary>
/// What the buy-till-you-die models know of one tie. Sufficient: two ties with the same history get the same answers.
/// Kept in days, so that equal silences of whole days stay equal to the bit; the models themselves count in weeks.
/// </summary>
/// <param name="Repeats">Contact days after the first one, x ≥ 0.</param>
/// <param name="LastDays">Days from the first contact day to the last, t_x; 0 when there was only one.</param>
/// <param name="AgeDays">Days from the first contact day to now, T ≥ t_x.</param>
public readonly record struct ContactHistory(int Repeats, double LastDays, double AgeDays)
{
    /// <summary>Days in the unit of the models.</summary>
    public const double DaysPerWeek = 7;

    /// <summary>t_x in weeks.</summary>
    public double Last => LastDays / DaysPerWeek;

    /// <summary>T in weeks.</summary>
    public double Age => AgeDays / DaysPerWeek;

    /// <summary>Days from the last contact day to now.</summary>
    public double SilentDays => AgeDays - LastDays;

    /// <summary>A history whose times are given in weeks.</summary>
    public static ContactHistory InWeeks(int repeats, double last, double age) => new(repeats, last * DaysPerWeek, age * DaysPerWeek);

    /// <summary>
    /// The history at <paramref name="now"/> of contact days given in rising order, all in days from one epoch. Days
    /// after now are ignored and repeated ones count once; null when none is left. O(n).
    /// </summary>
    public static ContactHistory? Of(ReadOnlySpan<double> days, double now)
    {
        var (first, last, count) = (double.NaN, double.NaN, 0);
        foreach (var day in days)
        {
            if (day > now) break;
            if (count == 0) first = day;
            if (day != last) count++;
            last = day;
        }
        return count == 0 ? null : new(count - 1, last - first, now - first);
    }

    /// <summary>The history at <paramref name="now"/> of folded contact days in rising order, as for plain days. O(n).</summary>
    public static ContactHistory? Of(ReadOnlySpan<ContactDay> days, double now)
    {
        while (!days.IsEmpty && days[^1].Day > now) days = days[..^1];
        return days.IsEmpty ? null : new(days.Length - 1, days[^1].Day - days[0].Day, now - days[0].Day);
    }

    /// <summary>The same tie, silent for <paramref name="days"/> more.</summary>
    public ContactHistory After(double days) => this with { AgeDays = AgeDays + days };

    /// <summary>Throws where a model would answer nonsense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Repeats or LastDays is negative, AgeDays is less than LastDays, or one is not a number.</exception>
    internal void Check()
    {
        if (Repeats >= 0 && LastDays >= 0 && AgeDays >= LastDays && double.IsFinite(AgeDays)) return;
        throw new ArgumentOutOfRangeException(nameof(AgeDays), AgeDays, "A history needs repeats >= 0 and 0 <= last <= age.");
    }
}
