using Mainstay.Accounts;
using Mainstay.CircleSessions;
using Mainstay.Tests.Circles;

namespace Mainstay.Tests.CircleSessions;

/// <summary>A circle with a session in it, for tests: Ada planned it.</summary>
internal sealed class Round
{
    private readonly TestHouse house;

    private Round(TestHouse house, Ring ring, Guid id) => (this.house, Ring, Id) = (house, ring, id);

    public Ring Ring { get; }

    public Guid Id { get; }

    public string Href => $"{Ring.Href}/sessions/{Id}";

    public DateTime Now => house.Clock.GetUtcNow().UtcDateTime;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Round> Of(TestHouse house, SessionKind kind, bool isWritten = false)
    {
        var ring = await Ring.Of(house);
        var made = await ring.Store.PlanSession(ring.Ada.Id, new() { Kind = kind, Title = "Spring", Minutes = SessionScript.Lasting(kind).Usual, IsWritten = isWritten }, house.Clock, Stop);
        return new(house, ring, made.Id);
    }

    /// <summary>Somebody comes into the circle and the session.</summary>
    public async Task<Account> Come(string name, SessionRole role = SessionRole.Member)
    {
        var who = await Ring.Join(name, name.Split(' ')[0].ToLowerInvariant() + "@example.org");
        await Join(who, role);
        return who;
    }

    public Task<CircleSession> Join(Account who, SessionRole role = SessionRole.Member) => Ring.Store.JoinSession(who.Id, Id, role, house.Clock, Stop);

    public Task<CircleSession> Begin(bool withFewer = true) => Ring.Store.BeginSession(Ring.Ada.Id, Id, withFewer, house.Clock, Stop);

    /// <summary>Ada moves it on to this part.</summary>
    public async Task On(SessionStep step)
    {
        for (var view = await Seen(Ring.Ada); view.Stand.Phase.Step != step; view = await Seen(Ring.Ada)) await Ring.Store.NextPhase(Ring.Ada.Id, Id, view.It.Phase, house.Clock, Stop);
    }

    public Task<CircleSession> Next(int seen) => Ring.Store.NextPhase(Ring.Ada.Id, Id, seen, house.Clock, Stop);

    public Task<CircleSession> End() => Ring.Store.EndSession(Ring.Ada.Id, Id, house.Clock, Stop);

    public async Task<SessionEntry> Say(Account who, EntryKind kind, string text, Guid? about = null, Guid? witness = null)
    {
        house.Clock.Pass(TimeSpan.FromMilliseconds(1));
        return await Ring.Store.SayInSession(who.Id, Id, new() { Kind = kind, Text = text, AboutId = about, WitnessId = witness, DueOn = kind == EntryKind.Action ? new(2026, 5, 8) : null }, house.Today, house.Clock, Stop);
    }

    public async Task<SessionView> Seen(Account who) => await Ring.Store.SessionShown(await Ring.Seat(who), Id, Now, Stop);
}
