using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.Accounts;

public class SpaceActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Of_several_networks_one_has_to_be_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);

        var refused = await Assert.ThrowsAsync<Mistaken>(() => house.Again().EnterAsLocalOwner(house.Clock, Stop));
        var bobs = (await house.Type("people", "--space", "bob's NETWORK")).Fine();
        var adas = (await house.Type("people")).Fine();
        var unknown = await house.Type("people", "--space", "Eve's network");

        var sentence = refused.Problems.Single().Sentence.InWords();
        Assert.StartsWith("There are several networks here: My network (", sentence, StringComparison.Ordinal);
        Assert.Contains($"Bob's network ({bob.SpaceId})", sentence, StringComparison.Ordinal);
        Assert.Contains("Bob's friend", bobs.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob's friend", adas.Out, StringComparison.Ordinal);
        Assert.Equal((2, "There is no network “Eve's network” here."), (unknown.Code, unknown.Error.Trim()));
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_by_their_ids()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.BobsAccount();

        var refused = await house.Type("people", "--space", "My network");

        Assert.StartsWith("Several networks are called “My network”", refused.Error, StringComparison.Ordinal);
        Assert.Contains(house.Ada.SpaceId.ToString(), refused.Error, StringComparison.Ordinal);
    }
}
