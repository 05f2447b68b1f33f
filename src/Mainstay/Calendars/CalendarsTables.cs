using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Calendars;

public static class CalendarsTables
{
    extension(Store store)
    {
        public DbSet<SubscribedCalendar> SubscribedCalendars => store.Set<SubscribedCalendar>();
        public DbSet<Announced> Announced => store.Set<Announced>();
        public DbSet<AttendingPlan> AttendingPlans => store.Set<AttendingPlan>();
    }

    internal sealed class SubscribedCalendarTable : IEntityTypeConfiguration<SubscribedCalendar>
    {
        public void Configure(EntityTypeBuilder<SubscribedCalendar> calendar) => calendar.Ignore(c => c.Host);
    }

    internal sealed class AnnouncedTable : IEntityTypeConfiguration<Announced>
    {
        public void Configure(EntityTypeBuilder<Announced> announced)
        {
            announced.HasOne<SubscribedCalendar>().WithMany().HasForeignKey(a => new { a.SpaceId, a.CalendarId }).OnDelete(DeleteBehavior.Cascade);
            announced.HasIndex(a => new { a.SpaceId, a.CalendarId, a.Key }).IsUnique();
            announced.HasIndex(a => new { a.SpaceId, a.Key });
            announced.HasIndex(a => new { a.SpaceId, a.LastDay });
        }
    }

    internal sealed class AttendingPlanTable : IEntityTypeConfiguration<AttendingPlan>
    {
        public void Configure(EntityTypeBuilder<AttendingPlan> plan) => plan.HasIndex(p => p.SpaceId).IsUnique();
    }
}
