using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Jobs;

/// <summary>Alarms have not the filter of a space: they are found before it is known whose time has come, and say nothing of what is to be done.</summary>
public static class JobsTables
{
    extension(Store store)
    {
        public DbSet<Alarm> Alarms => store.Set<Alarm>();
    }

    internal sealed class AlarmTable : IEntityTypeConfiguration<Alarm>
    {
        public void Configure(EntityTypeBuilder<Alarm> alarm)
        {
            alarm.ToTable("Alarm");
            alarm.HasKey(a => new { a.SpaceId, a.Job });
            alarm.HasOne<Space>().WithMany().HasForeignKey(a => a.SpaceId).OnDelete(DeleteBehavior.Cascade);
            alarm.HasIndex(a => a.DueAt);
        }
    }
}
