namespace Mainstay.Algorithms.Series;

/// <summary>Who turned to whom.</summary>
[Flags]
public enum ContactDirection
{
    /// <summary>Not known: counts for activation, for neither side of reciprocity.</summary>
    None = 0,

    /// <summary>They turned to me.</summary>
    In = 1,

    /// <summary>I turned to them.</summary>
    Out = 2,

    /// <summary>A meeting or a talk: counts for each.</summary>
    Both = In | Out,
}

/// <summary>One contact.</summary>
/// <param name="Time">Days from any one epoch, in the owner's local time; the whole part is the day.</param>
/// <param name="Weight">How much it counts, 0 or more; see <see cref="ContactWeight"/>.</param>
/// <param name="Direction">Who turned to whom.</param>
public readonly record struct ContactEvent(double Time, double Weight, ContactDirection Direction);

/// <summary>All contacts of one day folded together.</summary>
/// <param name="Day">Whole days from the epoch.</param>
/// <param name="Weight">The largest weight of the day: a second contact on one day does not add.</param>
/// <param name="In">The sum of the incoming weights, without a cap.</param>
/// <param name="Out">The sum of the outgoing weights, without a cap.</param>
public readonly record struct ContactDay(double Day, double Weight, double In, double Out)
{
    /// <summary>
    /// The days of <paramref name="events"/>, rising. The order of the events does not matter, to the bit, because they are
    /// sorted before anything is summed. O(n log n).
    /// </summary>
    public static ContactDay[] Fold(ReadOnlySpan<ContactEvent> events)
    {
        var sorted = events.ToArray();
        Array.Sort(sorted, Compare);
        var days = new List<ContactDay>(sorted.Length);
        foreach (var e in sorted)
        {
            var day = Math.Floor(e.Time);
            if (days.Count > 0 && days[^1].Day == day) days[^1] = days[^1].With(e);
            else days.Add(new ContactDay(day, 0, 0, 0).With(e));
        }
        return [.. days];
    }

    private ContactDay With(ContactEvent e) => new(
        Day,
        Math.Max(Weight, e.Weight),
        In + (e.Direction.HasFlag(ContactDirection.In) ? e.Weight : 0),
        Out + (e.Direction.HasFlag(ContactDirection.Out) ? e.Weight : 0));

    private static int Compare(ContactEvent a, ContactEvent b)
    {
        var byDay = Math.Floor(a.Time).CompareTo(Math.Floor(b.Time));
        if (byDay != 0) return byDay;
        var byWeight = a.Weight.CompareTo(b.Weight);
        return byWeight != 0 ? byWeight : a.Direction.CompareTo(b.Direction);
    }
}
