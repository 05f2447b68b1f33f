using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Feedback;

/// <summary>A request that is removed with its answers, and how often the owner asks.</summary>
public static class FeedbackRemovalActions
{
    private const int LongestMonths = 24;

    /// <summary>Removes it with everything that was answered; favours and touches stay. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveFeedback(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.FeedbackRequests.FirstOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFound("Feedback.NotThere");
        var invites = await store.FeedbackInvites.Where(i => i.RequestId == id).ToListAsync(stop);
        var replies = await store.FeedbackReplies.Where(r => r.RequestId == id).ToListAsync(stop);
        foreach (var invite in invites) await store.RevokeLinks(FeedbackActions.Purpose, invite.Id, clock, stop);
        var whose = invites.ToDictionary(i => i.Id, i => i.PersonId);
        return await store.LetGo(new(row)
        {
            Along = [.. invites.Select(i => ((IOwned)i, (Guid?)i.PersonId)), .. replies.Select(r => ((IOwned)r, r.InviteId is { } by && whose.TryGetValue(by, out var person) ? person : (Guid?)null))],
        }, clock, stop);
    }, stop);

    /// <summary>The owner means to ask every so many months.</summary>
    public static Task<FeedbackPlan> SetFeedbackRhythm(this Store store, int months, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(months is < 1 or > LongestMonths, "months", "Feedback.MonthsOdd", LongestMonths));
        var row = await store.FeedbackPlans.FirstOrDefaultAsync(stop) ?? store.Add(new FeedbackPlan { Since = today }).Entity;
        if (row.Months != months) row.Since = today;
        (row.Months, row.QuietUntil) = (months, null);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Today is to say nothing of it until then.</summary>
    public static Task<FeedbackPlan> QuietFeedbackRhythm(this Store store, DateOnly until, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.PlanToChange(stop);
        row.QuietUntil = until;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>The owner has no rhythm of asking any more. The answer is by what that is taken back.</summary>
    public static Task<Guid> StopFeedbackRhythm(this Store store, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () => await store.LetGo(new(await store.PlanToChange(stop)), clock, stop), stop);

    private static async Task<FeedbackPlan> PlanToChange(this Store store, CancellationToken stop) => await store.FeedbackPlans.FirstOrDefaultAsync(stop) ?? throw new NotFound("Feedback.NoRhythm");

    /// <summary>Takes the removal of a request back, with those who are still there. Links stay revoked; new ones can be made.</summary>
    internal sealed class Back : RemovalActions.Back<FeedbackRequest>
    {
        protected override async Task Return(Store store, string along, CancellationToken stop)
        {
            using var row = JsonDocument.Parse(along);
            if (!row.RootElement.EnumerateObject().Any(p => string.Equals(p.Name, nameof(FeedbackInvite.PersonId), StringComparison.OrdinalIgnoreCase))) store.Add(Read<FeedbackReply>(along));
            else if (Read<FeedbackInvite>(along) is var invite && await store.People.IgnoreQueryFilters([Store.TrashFilter]).AnyAsync(p => p.Id == invite.PersonId, stop)) store.Add(invite);
        }
    }

    /// <summary>Takes back that the rhythm ended, unless another was set since.</summary>
    internal sealed class RhythmBack : RemovalActions.Back<FeedbackPlan>
    {
        protected override async Task MayReturn(Store store, FeedbackPlan row, TimeProvider clock, CancellationToken stop)
        {
            if (await store.FeedbackPlans.AnyAsync(stop)) throw new Conflict("Feedback.RhythmAgain");
        }
    }
}
