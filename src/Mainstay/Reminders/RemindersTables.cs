using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Reminders;

public static class RemindersTables
{
    extension(Store store)
    {
        public DbSet<ReminderPlan> ReminderPlans => store.Set<ReminderPlan>();
    }

    internal sealed class ReminderPlanTable : IEntityTypeConfiguration<ReminderPlan>
    {
        public void Configure(EntityTypeBuilder<ReminderPlan> plan) => plan.HasIndex(p => p.SpaceId).IsUnique();
    }
}
