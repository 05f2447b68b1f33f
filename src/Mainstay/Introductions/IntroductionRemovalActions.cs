using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Introductions;

/// <summary>An introduction that is removed, and taken back.</summary>
public static class IntroductionRemovalActions
{
    /// <summary>Removes it, as if it had never been; favours and touches that came of it stay, but for those of letters that never went out. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveIntroduction(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.IntroductionToChange(id, stop);
        await store.RevokeIntroductionLinks(id, clock, stop);
        await store.CallOff(it, clock, stop);
        return await store.LetGo(new(it, it.SecondId), clock, stop);
    }, stop);

    /// <summary>Takes a removal back. Its links stay revoked.</summary>
    internal sealed class Back : RemovalActions.Back<Introduction>
    {
        protected override async Task MayReturn(Store store, Introduction it, TimeProvider clock, CancellationToken stop)
        {
            var today = await store.OwnersDay(clock, stop);
            if (it.IsUnderWay(today)) await store.ThrowIfUnderWay(it.FirstId, it.SecondId, today, stop);
        }
    }
}
