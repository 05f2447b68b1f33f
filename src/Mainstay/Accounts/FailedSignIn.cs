namespace Mainstay.Accounts;

/// <summary>Tries that failed, of one mail address or from one place; whether there is such an account makes no difference.</summary>
public sealed class FailedSignIn
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5), Longest = TimeSpan.FromMinutes(15);

    /// <summary>So long after the last, they are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>The hash of the mail address, or of the network address, that was tried.</summary>
    public required string KeyNormal { get; init; }

    public int Count { get; set; }

    public DateTime LastAt { get; set; }

    /// <summary>How long to wait after so many: nothing at first, then twice as long each time.</summary>
    /// <param name="count">Tries that failed.</param>
    /// <param name="free">How many cost nothing.</param>
    public static TimeSpan Delay(int count, int free)
    {
        if (count < free) return TimeSpan.Zero;
        var delay = Shortest * Math.Pow(2, Math.Min(count - free, 20));
        return delay < Longest ? delay : Longest;
    }
}
