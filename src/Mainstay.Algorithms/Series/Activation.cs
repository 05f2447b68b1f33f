namespace Mainstay.Algorithms.Series;

/// <summary>Hyperbolic decay of contacts: one from <c>w</c> weeks ago counts 1 / (1 + w), so old strong ties fade slowly.</summary>
public static class Activation
{
    /// <summary>Days after which a contact counts half.</summary>
    public const double HalfDays = 7;

    /// <summary>What a contact of weight 1 still counts after <paramref name="days"/> ≥ 0, in (0, 1].</summary>
    public static double Decay(double days) => 1 / (1 + days / HalfDays);

    /// <summary>
    /// Activation A ≥ 0 at <paramref name="now"/>: the sum over the days up to now of weight times decay, in the order
    /// given (give them rising; the result is then reproducible to the bit). Later days are ignored. O(n), no allocation.
    /// </summary>
    public static double At(ReadOnlySpan<ContactDay> days, double now)
    {
        var sum = 0.0;
        foreach (ref readonly var day in days)
            if (day.Day <= now) sum += day.Weight * Decay(now - day.Day);
        return sum;
    }

    /// <summary>
    /// The indices of the days that contribute most to <see cref="At"/>, largest first and the later one first among equals,
    /// into <paramref name="indices"/>; the answer is how many there are. O(n k) for k places.
    /// </summary>
    public static int Strongest(ReadOnlySpan<ContactDay> days, double now, Span<int> indices)
    {
        var found = 0;
        for (var i = 0; i < days.Length; i++)
        {
            if (days[i].Day > now) continue;
            var place = found;
            while (place > 0 && Share(days[i], now) >= Share(days[indices[place - 1]], now)) place--;
            if (place >= indices.Length) continue;
            if (found < indices.Length) found++;
            indices[place..(found - 1)].CopyTo(indices[(place + 1)..]);
            indices[place] = i;
        }
        return found;
    }

    private static double Share(in ContactDay day, double now) => day.Weight * Decay(now - day.Day);
}
