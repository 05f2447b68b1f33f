using Mainstay.Jobs;

namespace Mainstay.Rounds;

/// <summary>What runs out in a circle's rounds falls through to the next, and coffee partners change, while nobody looks.</summary>
internal sealed class RoundsJob : IJob
{
    internal const string Look = "rounds";

    public string Name => Look;

    public async Task<DateTime?> Run(Due due, CancellationToken stop)
    {
        await due.Store.SettleRounds(due.Now, stop);
        await due.Store.ChangeCoffee(due.Owner.Today(due.Clock), stop);
        return await due.Store.NextLook(due.Owner, due.Now, stop);
    }
}
