using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Pulse;

public static class PulseTables
{
    extension(Store store)
    {
        public DbSet<DayPulse> DayPulses => store.Set<DayPulse>();
        public DbSet<PulsePlan> PulsePlans => store.Set<PulsePlan>();
    }

    internal sealed class DayPulseTable : IEntityTypeConfiguration<DayPulse>
    {
        public void Configure(EntityTypeBuilder<DayPulse> pulse) => pulse.HasIndex(p => new { p.SpaceId, p.On }).IsUnique();
    }

    internal sealed class PulsePlanTable : IEntityTypeConfiguration<PulsePlan>
    {
        public void Configure(EntityTypeBuilder<PulsePlan> plan) => plan.HasIndex(p => p.SpaceId).IsUnique();
    }
}
