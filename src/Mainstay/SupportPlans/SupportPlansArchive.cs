using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.SupportPlans;

internal sealed record ArchivedSupportPlan(Guid Id, Guid Challenge, string Opening, DateOnly EndsOn, Guid? Coordinator, DateTime CreatedAt, DateOnly? ClosedOn)
{
    public IReadOnlyList<ArchivedSupportHelper> Helpers { get; init; } = [];

    public IReadOnlyList<ArchivedSupportTask> Tasks { get; init; } = [];

    public IReadOnlyList<ArchivedSupportUpdate> Updates { get; init; } = [];
}

internal sealed record ArchivedSupportHelper(Guid Id, Guid Person, HelperState State, int MostADay, DateOnly InvitedOn, DateOnly? WrittenOn);

internal sealed record ArchivedSupportTask(Guid Id, string What, DateOnly On, DateOnly? Until, Guid? Helper, SupportTaskState State, DateTime CreatedAt)
{
    public DateOnly? ClaimedOn { get; init; }
    public DateOnly? DoneOn { get; init; }
    public DateOnly? PassedOn { get; init; }
}

internal sealed record ArchivedSupportUpdate(Guid Id, Guid? Helper, bool IsOwners, string Text, DateOnly On, DateTime WrittenAt);

/// <summary>Support plans in the owner's own archive, each with its helpers, tasks and updates. Links are not in it.</summary>
internal sealed class SupportPlansArchive() : ArchiveSection<ArchivedSupportPlan>("supportPlans")
{
    /// <summary>Days are counted from it, also beyond the last one.</summary>
    private static readonly DateOnly LastDay = new(9000, 1, 1);

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.SupportPlans.AnyAsync(stop);

    protected override async IAsyncEnumerable<ArchivedSupportPlan> Rows(Store store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var plan in await store.SupportPlans.AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop))
        {
            var line = await store.Whole(plan, stop);
            yield return new(plan.Id, plan.ChallengeId, plan.Opening, plan.EndsOn, plan.CoordinatorId, plan.CreatedAt, plan.ClosedOn)
            {
                Helpers = [.. line.Helpers.Select(h => h.It).OrderBy(h => h.Id).Select(h => new ArchivedSupportHelper(h.Id, h.PersonId, h.State, h.MostADay, h.InvitedOn, h.WrittenOn))],
                Tasks = [.. line.Tasks.OrderBy(t => t.Id).Select(t => new ArchivedSupportTask(t.Id, t.What, t.On, t.Until, t.HelperId, t.State, t.CreatedAt) { ClaimedOn = t.ClaimedOn, DoneOn = t.DoneOn, PassedOn = t.PassedOn })],
                Updates = [.. line.Updates.OrderBy(u => u.Id).Select(u => new ArchivedSupportUpdate(u.Id, u.HelperId, u.IsOwners, u.Text, u.On, u.WrittenAt))],
            };
        }
    }

    protected override void Check(ArchivedSupportPlan p, ArchiveCheck check)
    {
        check.Holds(!p.Helpers.Contains(null!) && !p.Tasks.Contains(null!) && !p.Updates.Contains(null!), "SupportPlans.NotAPlan");
        check.IsNew("support plan", p.Id);
        check.Refers("challenge", p.Challenge);
        check.Holds(check.IsFirst("plan of a challenge", p.Challenge.ToString()), "SupportPlans.NotAPlan");
        check.Holds(new NewSupportPlan(p.Opening).Check(DateOnly.MinValue));
        check.Holds(p.EndsOn < LastDay, "SupportPlans.EndIsFar");
        foreach (var helper in p.Helpers)
        {
            check.IsNew("support helper", helper.Id);
            check.Refers(PeopleArchive.Kind, helper.Person);
            check.Holds(Enum.IsDefined(helper.State) && helper.MostADay is >= 1 and <= SupportHelper.MostEachDay, "SupportPlans.NotAPlan");
        }
        foreach (var task in p.Tasks)
        {
            check.IsNew("support task", task.Id);
            check.Holds(new NewSupportTask(task.What, task.On, task.Until).Check(DateOnly.MinValue, LastDay));
            check.Holds(Enum.IsDefined(task.State) && (task.Until ?? task.On).DayNumber - task.On.DayNumber <= NewSupportPlan.MostDays && (task.Helper is null ? task.State != SupportTaskState.Taken : task.State != SupportTaskState.Open && p.Helpers.Any(h => h.Id == task.Helper)), "SupportPlans.NotAPlan");
        }
        foreach (var update in p.Updates)
        {
            check.IsNew("support update", update.Id);
            check.Holds(SupportUpdate.Check(update.Text));
            check.Holds(update.Helper is null || (!update.IsOwners && p.Helpers.Any(h => h.Id == update.Helper)), "SupportPlans.NotAPlan");
        }
        check.Holds(p.Helpers.Select(h => h.Person).Distinct().Count() == p.Helpers.Count && (p.Coordinator is null || p.Helpers.Any(h => h.Id == p.Coordinator)), "SupportPlans.NotAPlan");
    }

    protected override async Task Write(Store store, IReadOnlyList<ArchivedSupportPlan> plans, CancellationToken stop)
    {
        await store.InsertMany(plans.Select(p => new SupportPlan { Id = p.Id, ChallengeId = p.Challenge, Opening = p.Opening, EndsOn = p.EndsOn, CoordinatorId = p.Coordinator, CreatedAt = p.CreatedAt, ClosedOn = p.ClosedOn }), stop);
        await store.InsertMany(plans.SelectMany(p => p.Helpers, (p, h) => new SupportHelper { Id = h.Id, PlanId = p.Id, PersonId = h.Person, State = h.State, MostADay = h.MostADay, InvitedOn = h.InvitedOn, WrittenOn = h.WrittenOn }), stop);
        await store.InsertMany(plans.SelectMany(p => p.Tasks, (p, t) => new SupportTask { Id = t.Id, PlanId = p.Id, What = t.What, On = t.On, Until = t.Until, HelperId = t.Helper, State = t.State, ClaimedOn = t.ClaimedOn, DoneOn = t.DoneOn, PassedOn = t.PassedOn, CreatedAt = t.CreatedAt }), stop);
        await store.InsertMany(plans.SelectMany(p => p.Updates, (p, u) => new SupportUpdate { Id = u.Id, PlanId = p.Id, HelperId = u.Helper, IsOwners = u.IsOwners, Text = u.Text, On = u.On, WrittenAt = u.WrittenAt }), stop);
    }
}
