using Mainstay.Accounts;
using Mainstay.CircleSessions;
using Mainstay.Storage;
using Mainstay.Tests.Circles;

namespace Mainstay.Tests.CircleSessions;

/// <summary>Peer support for tests: in Ada's circle Grace asked Alan.</summary>
internal sealed class Pair
{
    private readonly TestHouse house;

    private Pair(TestHouse house, Ring ring, Account grace, Account alan, Guid id) => (this.house, Ring, Grace, Alan, Id) = (house, ring, grace, alan, id);

    public Ring Ring { get; }

    public Account Grace { get; }

    public Account Alan { get; }

    public Guid Id { get; }

    public Store Store => Ring.Store;

    public DateTime Now => house.Clock.GetUtcNow().UtcDateTime;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Pair> Of(TestHouse house)
    {
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        var made = await ring.Store.PlanSession(grace.Id, new() { Kind = SessionKind.Peer, Wish = SupportWish.Listen, OffLimits = "My mother", HelperId = alan.Id }, house.Clock, Stop);
        return new(house, ring, grace, alan, made.Id);
    }

    public async Task Begin()
    {
        await Store.SayHasRoom(Alan.Id, Id, house.Clock, Stop);
        await Store.BeginSession(Grace.Id, Id, false, house.Clock, Stop);
    }

    /// <summary>On to the last part, in which Grace writes something.</summary>
    public async Task Tomorrow(string text)
    {
        for (var phase = 0; phase < 2; phase++) await Store.NextPhase(Alan.Id, Id, phase, house.Clock, Stop);
        await Store.SayInSession(Grace.Id, Id, new() { Kind = EntryKind.BeforeTomorrow, Text = text }, house.Today, house.Clock, Stop);
    }

    public Task<int> Leave(Account who) => Store.LeaveSession(who.Id, Id, house.Clock, Stop);

    public Task<CircleSession> End(Account who) => Store.EndSession(who.Id, Id, house.Clock, Stop);

    public Task<CircleSession> Ask(Account helper) => Store.AskAnother(Grace.Id, Id, helper.Id, house.Clock, Stop);

    public async Task<SessionView> Seen(Account who) => await Store.SessionShown(await Ring.Seat(who), Id, Now, Stop);
}
