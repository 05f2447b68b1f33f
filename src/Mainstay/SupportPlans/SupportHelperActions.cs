using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.SupportPlans;

/// <summary>Who is invited to help, by which link, and who is let go.</summary>
public static class SupportHelperActions
{
    /// <summary>Invites people one knows; nothing is sent. Who is invited already stays so.</summary>
    public static Task<SupportPlan> InviteHelpers(this Store store, Guid challenge, IReadOnlyList<Guid> people, DateOnly today, CancellationToken stop) => store.ChangePlan(challenge, async plan =>
    {
        if (plan.IsOver(today)) throw new Conflict("SupportPlans.ItIsOver");
        var before = await store.SupportHelpers.Where(h => h.PlanId == plan.Id).ToListAsync(stop);
        Mistaken.ThrowIf(new Problems().When(people.Count == 0, "who", "Exchange.WhomMissing").When(people.Union(before.Select(h => h.PersonId)).Count() > SupportHelper.MostOfOne, "who", "SupportPlans.TooManyHelpers", SupportHelper.MostOfOne));
        foreach (var person in people.Distinct())
        {
            await store.WhoIsAsked(person, stop);
            if (before.Find(h => h.PersonId == person) is { } again) again.Invite(today);
            else store.Add(new SupportHelper { PlanId = plan.Id, PersonId = person, InvitedOn = today });
        }
    }, stop);

    /// <summary>Makes the link of a helper, good until the plan is over; the one before opens nothing any more.</summary>
    /// <returns>Its secret, to be shown now and never again.</returns>
    public static async Task<string> MakeSupportLink(this Store store, Guid helper, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var secret = "";
        await store.ChangeHelper(helper, async (plan, its) =>
        {
            if (plan.IsOver(today)) throw new Conflict("SupportPlans.ItIsOver");
            if (!its.Helps()) throw new Conflict("SupportPlans.HelpsNoMore");
            await store.WhoIsAsked(its.PersonId, stop);
            await store.ReplaceLinks(SupportPlanActions.Purpose, helper, clock, stop);
            secret = await store.MakeLink(SupportPlanActions.Purpose, helper, clock, stop, SupportPlanActions.LinkGood(plan, today));
        }, stop);
        return secret;
    }

    /// <summary>The owner says that they wrote to them. That is a touch without a note: no word of it, which a search could find, stands for the hard time. Said twice on a day, it counts once.</summary>
    public static Task<SupportHelper> WroteToHelper(this Store store, Guid helper, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeHelper(helper, async (_, its) =>
    {
        await store.WhoIsAsked(its.PersonId, stop);
        if (its.WrittenOn == today) return;
        its.WrittenOn = today;
        await store.Record(new() { People = [its.PersonId], On = today, Kind = TouchKind.Message, Direction = Direction.Out }, today, clock, stop);
    }, stop);

    /// <summary>The owner lets somebody go: their link opens nothing any more, and what they had taken is free again.</summary>
    public static Task<SupportHelper> LetHelperGo(this Store store, Guid helper, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeHelper(helper, async (plan, its) =>
    {
        if (its.Helps()) await store.EndHelping(plan, its, HelperState.LetGo, today, clock, stop);
    }, stop);

    /// <summary>What lay ahead of them is free again, which who leaves passes on; what was theirs on days that have passed stays theirs.</summary>
    internal static async Task EndHelping(this Store store, SupportPlan plan, SupportHelper its, HelperState how, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        its.State = how;
        if (plan.CoordinatorId == its.Id) plan.CoordinatorId = null;
        foreach (var task in await store.SupportTasks.Where(t => t.HelperId == its.Id && t.State == SupportTaskState.Taken).ToListAsync(stop))
            if (task.LastDay() >= today) task.Free(how == HelperState.Left ? today : null);
        await store.RevokeLinks(SupportPlanActions.Purpose, its.Id, clock, stop);
    }

    private static async Task<SupportHelper> ChangeHelper(this Store store, Guid helper, Func<SupportPlan, SupportHelper, Task> change, CancellationToken stop)
    {
        SupportHelper? its = null;
        await store.ChangePlan((await store.PlanWith(helper, stop)).ChallengeId, async plan =>
        {
            its = await store.SupportHelpers.FirstOrDefaultAsync(h => h.Id == helper, stop) ?? throw new NotFound("SupportPlans.PartNotThere");
            await change(plan, its);
        }, stop);
        return its!;
    }
}
