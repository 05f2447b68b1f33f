using Mainstay.Accountability;
using Mainstay.Words;

namespace Mainstay.Tests.Accountability;

/// <summary>What Today says of commitments over days and months: each matter heard, and none twice too often.</summary>
public class CommitmentNewsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silence_is_answered_by_silence_however_many_months_it_lasts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Asks(due: house.Today.AddDays(80));
        var said = new List<(int Day, string Key)>();

        for (var day = 1; day <= 150; day++)
        {
            house.Clock.Pass(TimeSpan.FromDays(1));
            said.AddRange((await house.Says()).Select(c => (day, c.Sentence.Key)));
        }

        foreach (var (once, key) in new[] { (2, "CardTooLarge"), (2, "CardWitnessSilent"), (2, "CardHowItEnded"), (22, "CardCheckIn") }) // eleven Fridays
            Assert.Equal(once, said.Count(s => s.Key == "Accountability." + key));
    }

    [Theory, OnBoth]
    public async Task That_the_witness_declined_is_heard_when_Today_is_opened_late(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, path) = await house.Asks();
        await using var site = await TestSite.OpenToAll(house);
        (await site.Press(path, ("answer", "no"))).Dispose();

        house.Clock.Pass(TimeSpan.FromDays(10));
        await house.ChecksIn(id, Went.Done);

        Assert.Equal(["Accountability.CardWitnessDeclined"], (await house.Says()).Select(c => c.Sentence.Key));
    }

    [Theory, OnBoth]
    public async Task A_word_is_heard_beside_what_else_there_is_to_say_and_after_the_end(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, grace, path) = await house.Witnessed(due: new(2026, 5, 5));
        house.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Equal(["Accountability.CardHowItEnded"], (await house.Says()).Select(c => c.Sentence.Key));
        await house.Writes(path, "How did it go?");
        house.Clock.Pass(TimeSpan.FromDays(1));
        var first = Assert.Single(await house.Says());
        await house.Again().EndCommitment(id, new(CommitmentState.Kept), house.Today, house.Clock, Stop);
        await house.Writes(path, "Well done");
        house.Clock.Pass(TimeSpan.FromDays(1)); // of one person a day says one thing
        var second = Assert.Single(await house.Says());
        house.Clock.Pass(TimeSpan.FromDays(40));

        Assert.Equal(("Accountability.CardWitnessWrote", grace, "They wrote: “How did it go?”"), (first.Sentence.Key, first.PersonId, first.Reasons[0].InWords()));
        Assert.Equal("They wrote: “Well done”", second.Reasons[0].InWords());
        Assert.Empty(await house.Says());
        Assert.Empty(await (await house.Bob()).CommitmentsToSay(CommitmentCard.CheckIns, CommitmentCard.Others, house.Today.AddDays(-40), Stop));
    }
}
