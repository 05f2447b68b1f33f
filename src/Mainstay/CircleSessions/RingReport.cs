namespace Mainstay.CircleSessions;

/// <summary>What came of a ring, as far as who looks may see it.</summary>
/// <param name="Requests">How many asked for something.</param>
/// <param name="WithLead">For how many of these somebody said what they can do, or whom or what they know.</param>
/// <param name="Opened">How many say that they followed a lead.</param>
/// <param name="Helped">How many say that it helped.</param>
/// <param name="Solved">How many say that it is solved.</param>
/// <param name="Thanked">How many say that they gave thanks.</param>
/// <param name="Helpers">How many different people offered something.</param>
public sealed record RingReport(int Requests, int WithLead, int Opened, int Helped, int Solved, int Thanked, int Helpers)
{
    public static RingReport Of(IReadOnlyCollection<SessionEntry> entries)
    {
        var (requests, leads) = (entries.Where(e => e.Kind == EntryKind.Request).ToList(), entries.Where(e => SessionScript.IsLead(e.Kind)).ToList());
        var about = leads.Select(l => l.AboutId).ToHashSet();
        return new(requests.Count, requests.Count(r => about.Contains(r.Id)), Count(Became.Opened), Count(Became.Helped), Count(Became.Solved), Count(Became.Thanked), leads.Select(l => l.AuthorId).Distinct().Count());

        int Count(Became what) => requests.Count(r => r.Became.HasFlag(what));
    }
}

/// <summary>When somebody is asked what became of their request: a week after the ring, and a month.</summary>
public static class FollowingUp
{
    private const int First = 7, Second = 30, Last = 60;

    /// <summary>Which of the two is asked today, in days; null when there is nothing to ask.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="ended">The day on which the ring ended.</param>
    /// <param name="today">The day it is asked.</param>
    public static int? DueOn(SessionEntry request, DateOnly ended, DateOnly today)
    {
        if (request.Became.HasFlag(Became.Solved | Became.Thanked) || today >= ended.AddDays(Last)) return null;
        var due = today >= ended.AddDays(Second) ? Second : today >= ended.AddDays(First) ? First : (int?)null;
        return due is { } days && (request.SaidOn is null || request.SaidOn < ended.AddDays(days)) ? due : null;
    }
}
