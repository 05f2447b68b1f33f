using Mainstay.Challenges;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.SupportPlans;

public static class SupportPlansTables
{
    extension(Store store)
    {
        public DbSet<SupportPlan> SupportPlans => store.Set<SupportPlan>();
        public DbSet<SupportHelper> SupportHelpers => store.Set<SupportHelper>();
        public DbSet<SupportTask> SupportTasks => store.Set<SupportTask>();
        public DbSet<SupportUpdate> SupportUpdates => store.Set<SupportUpdate>();
    }

    internal sealed class PlanTable : IEntityTypeConfiguration<SupportPlan>
    {
        public void Configure(EntityTypeBuilder<SupportPlan> plan)
        {
            plan.HasOne<Challenge>().WithMany().HasForeignKey(p => new { p.SpaceId, p.ChallengeId }).OnDelete(DeleteBehavior.Cascade);
            plan.HasIndex(p => new { p.SpaceId, p.ChallengeId }).IsUnique();
        }
    }

    internal sealed class HelperTable : IEntityTypeConfiguration<SupportHelper>
    {
        public void Configure(EntityTypeBuilder<SupportHelper> helper)
        {
            helper.HasOne<SupportPlan>().WithMany().HasForeignKey(h => new { h.SpaceId, h.PlanId }).OnDelete(DeleteBehavior.Cascade);
            helper.HasOne<Person>().WithMany().HasForeignKey(h => new { h.SpaceId, h.PersonId }).OnDelete(DeleteBehavior.Cascade);
            helper.HasIndex(h => new { h.SpaceId, h.PlanId, h.PersonId }).IsUnique();
            helper.HasIndex(h => new { h.SpaceId, h.PersonId });
        }
    }

    internal sealed class TaskTable : IEntityTypeConfiguration<SupportTask>
    {
        public void Configure(EntityTypeBuilder<SupportTask> task)
        {
            task.HasOne<SupportPlan>().WithMany().HasForeignKey(t => new { t.SpaceId, t.PlanId }).OnDelete(DeleteBehavior.Cascade);
            task.HasIndex(t => new { t.SpaceId, t.PlanId });
        }
    }

    internal sealed class UpdateTable : IEntityTypeConfiguration<SupportUpdate>
    {
        public void Configure(EntityTypeBuilder<SupportUpdate> update)
        {
            update.HasOne<SupportPlan>().WithMany().HasForeignKey(u => new { u.SpaceId, u.PlanId }).OnDelete(DeleteBehavior.Cascade);
            update.HasIndex(u => new { u.SpaceId, u.PlanId });
        }
    }

    /// <summary>What somebody took is free again when they are removed for good, and nobody coordinates any more if they did. What they did and wrote stays, without their name.</summary>
    internal sealed class HelpersLeave : IPersonLeaves
    {
        public async Task BeforeLeaving(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
        {
            foreach (var some in people.Chunk(Store.MostParameters))
            {
                var theirs = store.SupportHelpers.Where(h => some.Contains(h.PersonId)).Select(h => (Guid?)h.Id);
                await store.SupportTasks.Where(t => t.State == SupportTaskState.Taken && theirs.Contains(t.HelperId)).ExecuteUpdateAsync(t => t.SetProperty(x => x.State, SupportTaskState.Open).SetProperty(x => x.ClaimedOn, (DateOnly?)null).SetProperty(x => x.HelperId, (Guid?)null), stop);
                await store.SupportTasks.Where(t => theirs.Contains(t.HelperId)).ExecuteUpdateAsync(t => t.SetProperty(x => x.HelperId, (Guid?)null), stop);
                await store.SupportPlans.Where(p => theirs.Contains(p.CoordinatorId)).ExecuteUpdateAsync(p => p.SetProperty(x => x.CoordinatorId, (Guid?)null), stop);
                await store.SupportUpdates.Where(u => theirs.Contains(u.HelperId)).ExecuteUpdateAsync(u => u.SetProperty(x => x.HelperId, (Guid?)null), stop);
            }
        }
    }
}
