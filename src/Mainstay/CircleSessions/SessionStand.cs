namespace Mainstay.CircleSessions;

/// <summary>A session as it stands at a moment, for one member: what it is at, whose turn it is, and what they may do.</summary>
/// <param name="Session">Which.</param>
/// <param name="Seats">Who is in it, in the order of the round.</param>
/// <param name="Me">Who looks.</param>
/// <param name="Hosts">They host the circle.</param>
/// <param name="Now">The moment, in UTC.</param>
public sealed record SessionStand(CircleSession Session, IReadOnlyList<SessionSeat> Seats, Guid Me, bool Hosts, DateTime Now)
{
    /// <summary>A session that nobody ends is over after a day, and so is one that nobody began.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public IReadOnlyList<SessionPhase> Phases { get; } = SessionScript.Of(Session);

    public SessionState State { get; } = StateOf(Session, Seats, Now);

    /// <summary>Its day is over, whether anybody ended it or not.</summary>
    public bool IsForgotten => IsForgottenAt(Session, Now);

    public SessionSeat? Mine { get; } = Seats.FirstOrDefault(s => s.MemberId == Me);

    public bool IsIn => Mine is not null;

    public bool IsPeer => Session.Kind == SessionKind.Peer;

    public SessionPhase Phase => Phases[Math.Min(Session.Phase, Phases.Count - 1)];

    /// <summary>Moves it on: who facilitates it, and the hosts of the circle; between two, either of them.</summary>
    public bool Runs => IsPeer ? IsIn : Mine?.Role == SessionRole.Facilitator || Hosts;

    /// <summary>A hot seat in which nobody sits.</summary>
    public bool LacksPresenter => Session.Kind == SessionKind.HotSeat && Seats.All(s => s.Role != SessionRole.Presenter);

    public bool IsFull => Seats.Count >= SessionScript.People(Session.Kind).Most;

    /// <summary>A hot seat is closed to others once it went beyond the check-in, and a ring once it ends.</summary>
    public bool IsOpen => !IsPeer && State switch { SessionState.Planned => true, SessionState.Running => Session.Kind == SessionKind.Ring || Session.Phase == 0, _ => false };

    public bool IsPaused => Session.PausedAt is not null;

    public DateTime EndsPhaseAt => (Session.PhaseStartedAt ?? Now).AddMinutes(Phase.Minutes);

    /// <summary>How much is left of the phase while time stands still.</summary>
    public TimeSpan Left => EndsPhaseAt - (Session.PausedAt ?? Now) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    public bool IsMyTurn => State == SessionState.Running && Turn?.MemberId == Me;

    /// <summary>Each has the same share of a round.</summary>
    public DateTime EndsTurnAt => (Session.TurnStartedAt ?? Now).AddSeconds(Phase.Minutes * 60.0 / Math.Max(1, Seats.Count));

    /// <summary>Who helps keep the time says that the next may speak, and so does who has spoken.</summary>
    public bool PassesTurn => State == SessionState.Running && Turn is not null && (IsMyTurn || Runs || Mine?.Role == SessionRole.Timekeeper);

    /// <summary>What they may write now.</summary>
    public bool MayWrite(EntryKind kind) => Mine is { } mine && !Session.IsStopped && (State == SessionState.Running && SessionScript.MayWrite(Phase.Step, mine.Role, kind) || State == SessionState.Planned && kind == EntryKind.Request && Session.Kind == SessionKind.Ring);

    /// <summary>When it ended, or would end by itself.</summary>
    public DateTime EndedAt => Session.EndedAt ?? (Session.Days is { } days ? Session.StartsAt.AddDays(days) : (Session.BegunAt ?? Session.StartsAt) + Forgotten);

    /// <summary>Whose turn it is. When they left the circle, that of the next in the round; null when everybody had theirs.</summary>
    public SessionSeat? Turn => Session.TurnId is null ? null : Seats.FirstOrDefault(s => s.MemberId == Session.TurnId) ?? Seats.FirstOrDefault(s => s.Position > Session.TurnPosition);

    /// <summary>Whose turn comes after the one whose it is; null after the last.</summary>
    public SessionSeat? AfterTurn => Turn is { } turn ? Seats.FirstOrDefault(s => s.Position > turn.Position) : null;

    /// <summary>Whether they may read this. In peer support nobody reads before they said that they have room. What was written in a hot seat is, once it is over, the presenter's alone, but for actions: those stay with who takes them and who witnesses.</summary>
    public bool Sees(SessionEntry entry) => Mine?.AgreedAt is not null && (Session.Kind != SessionKind.HotSeat || (State, entry.Kind) switch
    {
        (SessionState.Over, EntryKind.Action) => entry.AuthorId == Me || entry.WitnessId == Me,
        (SessionState.Over, _) => Mine!.Role == SessionRole.Presenter,
        (_, EntryKind.Note) => entry.AuthorId == Me || Mine!.Role == SessionRole.Presenter && Phase.Step >= SessionStep.TakingAway,
        _ => true,
    });

    /// <summary>A hot seat is over when whoever sat in it left the circle, and peer support waits for another when whoever was asked did.</summary>
    private static SessionState StateOf(CircleSession session, IReadOnlyList<SessionSeat> seats, DateTime now) => session switch
    {
        { State: SessionState.Over } => SessionState.Over,
        { State: SessionState.Running, Kind: SessionKind.HotSeat, Phase: > 0 } when seats.All(s => s.Role != SessionRole.Presenter) => SessionState.Over,
        { State: SessionState.Running, Kind: SessionKind.Peer, IsStopped: false } when !IsForgottenAt(session, now) && seats.All(s => s.Role != SessionRole.Helper) => SessionState.Planned,
        { Days: { } days } => now < session.StartsAt ? SessionState.Planned : now < session.StartsAt.AddDays(days) ? SessionState.Running : SessionState.Over,
        _ => IsForgottenAt(session, now) ? SessionState.Over : session.State,
    };

    private static bool IsForgottenAt(CircleSession session, DateTime now) => now >= (session.BegunAt ?? session.StartsAt) + Forgotten;
}
