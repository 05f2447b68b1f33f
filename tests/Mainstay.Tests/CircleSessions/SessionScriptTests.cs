using Mainstay.CircleSessions;

namespace Mainstay.Tests.CircleSessions;

public class SessionScriptTests
{
    private static readonly DateTime Noon = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(SessionKind.HotSeat, 90), InlineData(SessionKind.Ring, 60), InlineData(SessionKind.Ring, 95), InlineData(SessionKind.Ring, 120), InlineData(SessionKind.Peer, 30), InlineData(SessionKind.Peer, 45)]
    public void The_parts_fill_the_time(SessionKind kind, int minutes) => Assert.Equal(minutes, SessionScript.Of(Planned(kind, minutes)).Sum(p => p.Minutes));

    [Fact]
    public void A_hot_seat_keeps_to_the_protocol() =>
        Assert.Equal([10, 10, 10, 20, 20, 5, 10, 5], SessionScript.Of(Planned(SessionKind.HotSeat, 90)).Select(p => p.Minutes));

    [Fact]
    public void Peer_support_ends_with_ten_minutes_for_tomorrow() =>
        Assert.Equal((SessionStep.Tomorrow, 10), SessionScript.Of(Planned(SessionKind.Peer, 30)).Select(p => (p.Step, p.Minutes)).Last());

    [Fact]
    public void A_presenter_listens_while_others_share_and_alone_takes_away()
    {
        foreach (var step in Enum.GetValues<SessionStep>())
        foreach (var kind in new[] { EntryKind.Question, EntryKind.Experience, EntryKind.Note }) Assert.False(SessionScript.MayWrite(step, SessionRole.Presenter, kind));
        Assert.True(SessionScript.MayWrite(SessionStep.TakingAway, SessionRole.Presenter, EntryKind.Takeaway));
        foreach (var role in new[] { SessionRole.Member, SessionRole.Facilitator, SessionRole.Timekeeper })
        foreach (var kind in Enum.GetValues<EntryKind>()) Assert.False(SessionScript.MayWrite(SessionStep.TakingAway, role, kind));
    }

    [Theory]
    [InlineData(SessionStep.Questions, EntryKind.Question), InlineData(SessionStep.Experience, EntryKind.Experience), InlineData(SessionStep.Presenting, EntryKind.Note)]
    public void A_part_takes_what_it_is_for_and_nothing_else(SessionStep step, EntryKind only) =>
        Assert.Equal([only], Enum.GetValues<EntryKind>().Where(kind => SessionScript.MayWrite(step, SessionRole.Member, kind)));

    [Fact]
    public void The_turn_goes_round_in_the_order_in_which_they_came()
    {
        var (ada, grace, alan) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        SessionSeat[] seats = [new() { MemberId = ada }, new() { MemberId = grace, Position = 1 }, new() { MemberId = alan, Position = 2 }];

        Assert.Equal(grace, After(ada));
        Assert.Equal(alan, After(grace));
        Assert.Null(After(alan));

        Guid? After(Guid turn)
        {
            var session = Planned(SessionKind.HotSeat, 90);
            session.TurnId = turn;
            return new SessionStand(session, seats, ada, false, Noon).AfterTurn?.MemberId;
        }
    }

    [Fact]
    public void Who_is_asked_reads_nothing_before_they_say_that_they_have_room()
    {
        var (grace, alan) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        SessionSeat[] seats = [new() { MemberId = grace, Role = SessionRole.Asker, AgreedAt = Noon }, new() { MemberId = alan, Role = SessionRole.Helper, Position = 1 }];
        var said = new SessionEntry { AuthorId = grace, Kind = EntryKind.BeforeTomorrow, Text = "Sleep at my sister's." };

        Assert.Equal((true, false), (Sees(grace), Sees(alan)));
        seats[1].AgreedAt = Noon;
        Assert.True(Sees(alan));

        bool Sees(Guid who) => new SessionStand(Planned(SessionKind.Peer, 45), seats, who, false, Noon).Sees(said);
    }

    [Fact]
    public void A_pause_keeps_what_is_left()
    {
        var session = Planned(SessionKind.HotSeat, 90);
        (session.State, session.BegunAt, session.PhaseStartedAt, session.PausedAt) = (SessionState.Running, Noon, Noon, Noon.AddMinutes(4));

        Assert.Equal(TimeSpan.FromMinutes(6), new SessionStand(session, [], default, false, Noon.AddMinutes(9)).Left);
    }

    [Fact]
    public void A_ring_by_writing_opens_and_closes_by_itself()
    {
        var ring = new CircleSession { Kind = SessionKind.Ring, Title = "Spring", StartsAt = Noon, Days = 7 };

        Assert.Equal([SessionState.Planned, SessionState.Running, SessionState.Running, SessionState.Over], new[] { -1.0, 0, 6.9, 7 }.Select(day => new SessionStand(ring, [], default, false, Noon.AddDays(day)).State));
    }

    [Fact]
    public void What_nobody_ends_is_over_after_a_day()
    {
        var session = Planned(SessionKind.HotSeat, 90);
        (session.State, session.BegunAt) = (SessionState.Running, Noon);

        Assert.Equal(SessionState.Running, new SessionStand(session, [], default, false, Noon.AddHours(23)).State);
        Assert.Equal(SessionState.Over, new SessionStand(session, [], default, false, Noon.AddHours(24)).State);
    }

    [Theory]
    [InlineData(6, null, null), InlineData(7, null, 7), InlineData(8, 7, null), InlineData(29, 8, null), InlineData(30, 8, 30), InlineData(31, 30, null), InlineData(40, null, 30), InlineData(60, null, null)]
    public void What_became_of_a_request_is_asked_after_a_week_and_a_month(int day, int? said, int? due)
    {
        var ended = new DateOnly(2026, 5, 1);
        var request = new SessionEntry { Text = "", SaidOn = said is { } s ? ended.AddDays(s) : null };

        Assert.Equal(due, FollowingUp.DueOn(request, ended, ended.AddDays(day)));
    }

    [Fact]
    public void What_is_solved_and_thanked_for_is_asked_no_more() =>
        Assert.Null(FollowingUp.DueOn(new() { Text = "", Became = Became.Solved | Became.Thanked }, new(2026, 5, 1), new(2026, 5, 31)));

    [Fact]
    public void The_report_counts_requests_leads_and_distinct_helpers()
    {
        var (grace, alan) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        SessionEntry first = new() { Text = "", Became = Became.Opened | Became.Solved }, second = new() { Text = "" };
        SessionEntry[] all = [first, second, Lead(grace, first), Lead(grace, first), Lead(alan, first)];

        Assert.Equal(new RingReport(Requests: 2, WithLead: 1, Opened: 1, Helped: 0, Solved: 1, Thanked: 0, Helpers: 2), RingReport.Of(all));

        static SessionEntry Lead(Guid by, SessionEntry about) => new() { Kind = EntryKind.ICan, AuthorId = by, AboutId = about.Id, Text = "" };
    }

    private static CircleSession Planned(SessionKind kind, int minutes) => new() { Kind = kind, Title = "Spring", StartsAt = Noon, Minutes = minutes };
}
