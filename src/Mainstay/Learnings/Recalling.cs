using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary>
/// When a learning comes back. What is recalled at widening intervals stays longest (Cepeda, Pashler, Vul, Wixted and Rohrer 2006);
/// the intervals themselves are our judgement.
/// </summary>
public static class Recalling
{
    private static readonly int[] Days = [7, 30, 91, 182, 365];

    /// <summary>After so many times that it came back and was still true.</summary>
    public static int DaysAfter(int recalls) => Days[Math.Clamp(recalls, 0, Days.Length - 1)];

    /// <summary>A new one comes back after a week, even when it was learned long ago.</summary>
    public static DateOnly First(DateOnly today) => today.AddDays(Days[0]);

    /// <summary>It came back and is still true.</summary>
    public static void Confirm(this Learning learning, DateOnly today)
    {
        learning.Recalls++;
        learning.NextOn = today.AddDays(DaysAfter(learning.Recalls));
    }

    /// <summary>It is kept and comes back no more.</summary>
    public static void Rest(this Learning learning) => learning.NextOn = null;

    /// <summary>It comes back again, from the beginning.</summary>
    public static void Wake(this Learning learning, DateOnly today) => (learning.Recalls, learning.NextOn) = (0, First(today));

    /// <summary>What came of it. Said empty, nothing came of it.</summary>
    public static void SayUsed(this Learning learning, string? what, DateOnly today)
    {
        Mistaken.ThrowIf(new Problems().When(what?.Length > NewLearning.MostText, "used", "Learnings.TooLong", NewLearning.MostText));
        learning.Used = Texts.Filled(what);
        learning.UsedOn = learning.Used is null ? null : learning.UsedOn ?? today;
    }
}
