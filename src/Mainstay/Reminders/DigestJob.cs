using Mainstay.Jobs;

namespace Mainstay.Reminders;

/// <summary>Reminds each owner at their hour.</summary>
internal sealed class DigestJob : IJob
{
    internal const string Digest = "digest";

    public string Name => Digest;

    public async Task<DateTime?> Run(Due due, CancellationToken stop)
    {
        if (await due.Store.Plan(stop) is not { IsOn: true } plan) return null;
        if (DigestClock.IsDue(plan, due.Now, due.Owner.Zone))
        {
            await due.Store.PostDueDigest(DigestActions.Desk.At(due.Services, due.Owner, due.Clock), stop);
            plan = await due.Store.Plan(stop);
        }
        return plan is null ? null : DigestClock.Next(plan, due.Now, due.Owner.Zone);
    }
}
