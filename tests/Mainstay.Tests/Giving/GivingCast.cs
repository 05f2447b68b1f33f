using Mainstay.Introductions;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Giving;

/// <summary>Short words for what tests of giving begin with.</summary>
internal static class GivingCast
{
    /// <summary>Ada brings Grace and Alan together, and both want it.</summary>
    public static async Task<(Guid Grace, Guid Alan)> Introduced(this TestHouse house)
    {
        var (stop, grace, alan) = (TestContext.Current.CancellationToken, await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = alan, Purpose = "Both hire." }, house.Today, house.Clock, stop);
        await house.Again().SendIntroduction(it.Id, house.Today, house.Clock, stop);
        foreach (var side in (Side[])[Side.First, Side.Second]) await house.Again().SayConsent(it.Id, side, new(Consent.Yes), house.Today, house.Clock, stop);
        return (grace, alan);
    }
}
