using Mainstay.CircleSessions;
using Mainstay.Words;

namespace Mainstay.Tests.CircleSessions;

public class SessionEntryActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Nobody_writes_more_than_twenty_times_within_a_minute(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        var (grace, alan) = (await round.Come("Grace Hopper"), await round.Come("Alan Turing"));
        var request = await round.Say(alan, EntryKind.Request, "A printer");
        for (var i = 0; i < SessionEntryActions.MostAMinute - 1; i++) await round.Say(grace, EntryKind.ICan, $"My printer {i}", request.Id);
        await round.Say(grace, EntryKind.Request, "A law student");

        var fast = await Assert.ThrowsAsync<CannotBeDone>(() => round.Say(grace, EntryKind.ICan, "One more", request.Id));
        await round.Say(grace, EntryKind.Request, "A law student in spring"); // what replaces something does not count
        await round.Say(alan, EntryKind.Request, "Two printers");
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await round.Say(grace, EntryKind.ICan, "One more", request.Id);

        Assert.Equal("You have written 20 times within a minute. Wait a moment, then go on.", fast.Reason.InWords(new("en")));
        Assert.Equal("Du hast in einer Minute 20 Mal geschrieben. Warte einen Augenblick, dann geht es weiter.", fast.Reason.InWords(new("de")));
    }

    [Theory, OnBoth]
    public async Task Nobody_writes_more_than_two_hundred_times_in_a_session(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        var (grace, alan) = (await round.Come("Grace Hopper"), await round.Come("Alan Turing"));
        var request = await round.Say(alan, EntryKind.Request, "A printer");
        var hers = await round.Say(grace, EntryKind.Request, "A law student");
        var store = round.Ring.Store;
        store.AddRange(Enumerable.Range(0, SessionEntryActions.Most - 1).Select(i => new SessionEntry { SessionId = round.Id, AuthorId = grace.Id, Kind = EntryKind.ICan, AboutId = request.Id, Text = $"My printer {i}", At = round.Now.AddHours(-1) }));
        await store.SaveChangesAsync(Stop);

        var enough = await Assert.ThrowsAsync<CannotBeDone>(() => round.Say(grace, EntryKind.ICan, "One more", request.Id));
        var again = await round.Say(grace, EntryKind.Request, "A law student in spring");
        await round.Say(alan, EntryKind.ICan, "I know one.", hers.Id);

        Assert.Equal("You have written 200 times here. That is enough for one session.", enough.Reason.InWords(new("en")));
        Assert.Equal(hers.Id, again.Id);
    }
}
