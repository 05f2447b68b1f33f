using Mainstay.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>What was asked for in a hard time and has run out is deleted, also when nobody looks.</summary>
internal sealed class HardTimesJob : IJob
{
    internal const string Forget = "circle-hard-times";

    public string Name => Forget;

    public async Task<DateTime?> Run(Due due, CancellationToken stop)
    {
        var (store, today) = (due.Store, due.Owner.Today(due.Clock));
        await store.ForgetHardTimes(store.Posts.Where(p => p.Until < today), stop);
        return await store.Posts.Where(p => p.IsForHardTimes && p.Until != null).MinAsync(p => p.Until, stop) is { } next ? next.AddDays(1).ToDateTime(default, DateTimeKind.Utc) : null;
    }
}
