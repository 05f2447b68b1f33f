using Mainstay.Words;

namespace Mainstay.CircleSessions;

/// <summary>Sessions in words.</summary>
internal static class SessionWords
{
    public static Reason Title(CircleSession session) => session.Kind == SessionKind.Peer ? new("CircleSessions.PeerTitle") : new("CircleSessions.Titled", session.Title);

    public static string Icon(SessionKind kind) => kind switch { SessionKind.Ring => "serendipity", SessionKind.HotSeat => "seat", _ => "favour" };

    /// <summary>"today at 18:00", in the zone of the circle.</summary>
    public static Reason When(DateTime moment, TimeZoneInfo zone, DateOnly today)
    {
        var there = TimeZoneInfo.ConvertTimeFromUtc(moment, zone);
        var (day, time) = (DateOnly.FromDateTime(there), TimeOnly.FromDateTime(there));
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => new("CircleSessions.WhenToday", time),
            1 => new("CircleSessions.WhenTomorrow", time),
            -1 => new("CircleSessions.WhenYesterday", time),
            _ => new("CircleSessions.WhenOn", day, time),
        };
    }

    /// <summary>"Reciprocity ring", "by writing, for a week" or "90 minutes", "4 of 30 places taken", and how it stands.</summary>
    public static IEnumerable<Reason> Line(SessionStand stand, TimeZoneInfo zone, DateOnly today)
    {
        var session = stand.Session;
        yield return new("CircleSessions.Kind_" + session.Kind);
        if (State(stand) is { } state) yield return state;
        if (stand.State != SessionState.Over || !stand.IsPeer) yield return When(session.StartsAt, zone, today);
        yield return session.Days is { } days ? new("CircleSessions.ByWriting", days) : new("CircleSessions.Lasts", session.Minutes);
        if (!stand.IsPeer) yield return new("CircleSessions.Places", stand.Seats.Count, SessionScript.People(session.Kind).Most);
    }

    public static Reason? State(SessionStand stand) => stand switch
    {
        { State: SessionState.Running, Session.Days: { } days } => new("CircleSessions.OpenUntil", DateOnly.FromDateTime(stand.Session.StartsAt.AddDays(days))),
        { State: SessionState.Running } => new("CircleSessions.Runs"),
        { State: SessionState.Over, Session: { BegunAt: null, Days: null } } => new("CircleSessions.DidNotBegin"),
        { State: SessionState.Over } => new("CircleSessions.IsOver"),
        _ => null,
    };

    /// <summary>What is asked of somebody in this part.</summary>
    public static Reason Asked(SessionStand stand)
    {
        var (step, key) = (stand.Phase.Step, $"CircleSessions.Asked_{stand.Phase.Step}");
        return (step, stand.Mine?.Role) switch
        {
            (SessionStep.Presenting or SessionStep.Questions or SessionStep.Experience or SessionStep.TakingAway, SessionRole.Presenter) => new(key + "_Presenter"),
            (SessionStep.Hardest or SessionStep.Tomorrow, SessionRole.Helper) => new(key + "_Helper"),
            _ => new(key),
        };
    }

    /// <summary>What one may write in a field, with its label: by the part of the session.</summary>
    public static string Label(EntryKind kind) => "CircleSessions.Write_" + kind;

    /// <summary>The numbers of a ring, each with what it counts.</summary>
    public static IEnumerable<(string Key, Reason Says)> Report(RingReport report) =>
    [
        ("Requests", new("CircleSessions.ReportRequests", report.Requests)),
        ("WithLead", new("CircleSessions.ReportWithLead", report.WithLead, report.Requests)),
        ("Solved", new("CircleSessions.ReportSolved", report.Solved, report.Requests)),
        ("Helpers", new("CircleSessions.ReportHelpers", report.Helpers)),
        ("Between", new("CircleSessions.ReportBetween", report.Opened, report.Helped, report.Thanked)),
    ];

    /// <summary>What somebody said became of something, in words.</summary>
    public static IEnumerable<Reason> Said(Became became) => new[] { Became.Opened, Became.Helped, Became.Solved, Became.Thanked }.Where(b => became.HasFlag(b)).Select(b => new Reason("CircleSessions.Became_" + b));
}
