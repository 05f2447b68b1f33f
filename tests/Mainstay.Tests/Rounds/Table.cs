using Mainstay.Accounts;
using Mainstay.Rounds;
using Mainstay.Tests.Circles;

namespace Mainstay.Tests.Rounds;

/// <summary>A round in Ada's circle, for tests.</summary>
internal static class Table
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<(Ring Ring, Guid Round)> Of(TestHouse house, RoundKind kind = RoundKind.Mentoring)
    {
        var ring = await Ring.Of(house);
        return (ring, (await ring.Store.AnnounceRound(ring.Ada.Id, new() { Kind = kind, Title = "Summer" }, house.Today, house.Clock, Stop)).Id);
    }

    public static Task Looks(this Ring ring, TestHouse house, Guid round, Account who, string wants) =>
        ring.Store.SignUp(who.Id, round, new() { Side = RoundSide.Mentee, Wants = wants }, house.Today, house.Clock, Stop);

    public static Task Takes(this Ring ring, TestHouse house, Guid round, Account who, string offers, int places) =>
        ring.Store.SignUp(who.Id, round, new() { Side = RoundSide.Mentor, Offers = offers, Places = places }, house.Today, house.Clock, Stop);

    /// <summary>Members who come in and sign up for a round without sides.</summary>
    public static async Task<List<Account>> Come(this Ring ring, TestHouse house, Guid round, int many, int after = 0)
    {
        var all = new List<Account>();
        for (var at = after; at < after + many; at++)
        {
            all.Add(await ring.Join($"Member {at}", $"member{at}@example.org"));
            await ring.Store.SignUp(all[^1].Id, round, new() { Offers = $"topic {at % 3}", Wants = "topic 1" }, house.Today, house.Clock, Stop);
        }
        return all;
    }

    public static async Task Publish(this Ring ring, TestHouse house, Guid round)
    {
        await ring.Store.DraftRound(ring.Ada.Id, round, new(), Stop);
        await ring.Store.PublishRound(ring.Ada.Id, new(round, null), house.Today, house.Clock, Stop);
    }
}
