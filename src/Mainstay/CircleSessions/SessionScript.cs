namespace Mainstay.CircleSessions;

/// <summary>A part of a session.</summary>
/// <param name="Step">What happens in it.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="IsRound">Everybody has a turn, in the order in which they came.</param>
public sealed record SessionPhase(SessionStep Step, int Minutes, bool IsRound = false);

public enum SessionStep
{
    CheckIn = 0, Commitments = 1, Presenting = 2, Questions = 3, Experience = 4, TakingAway = 5, Actions = 6, Close = 7,
    Welcome = 10, Requests = 11, Offers = 12, Farewell = 13, Writing = 14,
    Reading = 20, Hardest = 21, Tomorrow = 22,
}

/// <summary>How each kind of session runs: its parts with their minutes, for how many people it is, and who may write what in which part.</summary>
public static class SessionScript
{
    private const int RingFrame = 10, PeerReading = 5, PeerLast = 10;

    /// <summary>A ring by writing is open for a week.</summary>
    public const int WrittenDays = 7;

    private static readonly SessionPhase[] HotSeat =
    [
        new(SessionStep.CheckIn, 10, IsRound: true), new(SessionStep.Commitments, 10, IsRound: true), new(SessionStep.Presenting, 10), new(SessionStep.Questions, 20),
        new(SessionStep.Experience, 20), new(SessionStep.TakingAway, 5), new(SessionStep.Actions, 10, IsRound: true), new(SessionStep.Close, 5),
    ];

    public static IReadOnlyList<SessionPhase> Of(CircleSession session) => session switch
    {
        { Kind: SessionKind.HotSeat } => HotSeat,
        { Kind: SessionKind.Peer } => [new(SessionStep.Reading, PeerReading), new(SessionStep.Hardest, session.Minutes - PeerReading - PeerLast), new(SessionStep.Tomorrow, PeerLast)],
        { Days: { } days } => [new(SessionStep.Writing, days * 24 * 60)],
        _ => Ring(session.Minutes),
    };

    /// <summary>Half of what is left between welcome and close for the requests, the other half for what can be done about them.</summary>
    private static SessionPhase[] Ring(int minutes)
    {
        var between = minutes - 2 * RingFrame;
        return [new(SessionStep.Welcome, RingFrame), new(SessionStep.Requests, between / 2, IsRound: true), new(SessionStep.Offers, between - between / 2), new(SessionStep.Farewell, RingFrame)];
    }

    /// <summary>For how many people it is meant, and how many there is room for.</summary>
    public static (int Fewest, int Most) People(SessionKind kind) => kind switch { SessionKind.HotSeat => (5, 8), SessionKind.Ring => (8, 30), _ => (2, 2) };

    /// <summary>With fewer it is no conversation of this kind.</summary>
    public static int AtLeast(SessionKind kind) => kind == SessionKind.Peer ? 2 : 3;

    /// <summary>How long it may be, in minutes.</summary>
    public static (int Shortest, int Longest, int Usual) Lasting(SessionKind kind) => kind switch { SessionKind.HotSeat => (90, 90, 90), SessionKind.Ring => (60, 120, 90), _ => (30, 45, 45) };

    /// <summary>Whether somebody with this role may write this in this part. In a hot seat the presenter listens while others share, and alone says what they take away.</summary>
    public static bool MayWrite(SessionStep step, SessionRole role, EntryKind kind) => (step, kind) switch
    {
        (SessionStep.Welcome or SessionStep.Requests or SessionStep.Offers or SessionStep.Writing, EntryKind.Request) => true,
        (SessionStep.Requests or SessionStep.Offers or SessionStep.Writing, EntryKind.ICan or EntryKind.IKnowSomeone or EntryKind.IKnowASource) => true,
        (SessionStep.Presenting, EntryKind.Note) => role != SessionRole.Presenter,
        (SessionStep.Questions, EntryKind.Question) => role != SessionRole.Presenter,
        (SessionStep.Experience, EntryKind.Experience) => role != SessionRole.Presenter,
        (SessionStep.TakingAway, EntryKind.Takeaway) => role == SessionRole.Presenter,
        (SessionStep.Actions, EntryKind.Action) => true,
        (SessionStep.Tomorrow, EntryKind.BeforeTomorrow or EntryKind.WhoElseKnows) => role == SessionRole.Asker,
        _ => false,
    };

    /// <summary>Of these each person has one, which saying it again replaces.</summary>
    public static bool IsOne(EntryKind kind) => kind is EntryKind.Request or EntryKind.Action or EntryKind.BeforeTomorrow or EntryKind.WhoElseKnows;

    public static bool IsLead(EntryKind kind) => kind is EntryKind.ICan or EntryKind.IKnowSomeone or EntryKind.IKnowASource;
}
