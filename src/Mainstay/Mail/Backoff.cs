namespace Mainstay.Mail;

/// <summary>When to try again what could not be sent: soon at first, then ever more seldom, for a day and a half in all. A mail server that is down for a day loses nothing.</summary>
public static class Backoff
{
    private static readonly TimeSpan[] Waits =
        [.. ((double[])[1, 5, 15, 30, 60, 2 * 60, 4 * 60, 6 * 60, 10 * 60, 12 * 60]).Select(TimeSpan.FromMinutes)];

    /// <param name="attempts">How often it was tried, 1 or more.</param>
    /// <returns>How long to wait; null when it was tried often enough.</returns>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[Math.Max(attempts, 1) - 1] : null;
}
