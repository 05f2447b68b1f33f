using Mainstay.Circles;
using Mainstay.Jobs;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rounds;

/// <summary>Whoever leaves a circle takes with them what they said in its rounds; who was with them is asked about with the next.</summary>
internal sealed class SignUpsLeaveActions(TimeProvider clock) : IMemberLeaves
{
    public async Task BeforeLeaving(Store store, Guid member, CancellationToken stop)
    {
        await store.RoundSignUps.Where(s => s.MemberId == member).ExecuteDeleteAsync(stop);
        await store.RoundChecks.Where(c => c.MemberId == member).ExecuteDeleteAsync(stop);
        await store.RoundSeats.Where(s => s.MemberId == member).ExecuteDeleteAsync(stop);
        await store.RoundPins.Where(p => p.OneId == member || p.OtherId == member).ExecuteDeleteAsync(stop);
        await store.Wake(RoundsJob.Look, clock.GetUtcNow().UtcDateTime, stop);
    }
}
