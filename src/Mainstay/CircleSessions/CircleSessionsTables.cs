using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.CircleSessions;

public static class CircleSessionsTables
{
    extension(Store store)
    {
        public DbSet<CircleSession> CircleSessions => store.Set<CircleSession>();
        public DbSet<SessionSeat> SessionSeats => store.Set<SessionSeat>();
        public DbSet<SessionEntry> SessionEntries => store.Set<SessionEntry>();
    }

    internal sealed class CircleSessionTable : IEntityTypeConfiguration<CircleSession>
    {
        public void Configure(EntityTypeBuilder<CircleSession> session)
        {
            session.HasOne<Member>().WithMany().HasForeignKey(s => new { s.SpaceId, s.HostId }).OnDelete(DeleteBehavior.Cascade);
            session.HasIndex(s => new { s.SpaceId, s.State, s.StartsAt });
        }
    }

    internal sealed class SessionSeatTable : IEntityTypeConfiguration<SessionSeat>
    {
        public void Configure(EntityTypeBuilder<SessionSeat> seat)
        {
            seat.HasOne<CircleSession>().WithMany().HasForeignKey(s => new { s.SpaceId, s.SessionId }).OnDelete(DeleteBehavior.Cascade);
            seat.HasOne<Access>().WithMany().HasForeignKey(s => new { s.MemberId, s.SpaceId }).OnDelete(DeleteBehavior.Cascade); // so that whoever leaves the circle, however they do, has no seat any more
            seat.HasIndex(s => new { s.SpaceId, s.SessionId, s.MemberId }).IsUnique();
            seat.HasIndex(s => new { s.MemberId, s.SpaceId });
        }
    }

    internal sealed class SessionEntryTable : IEntityTypeConfiguration<SessionEntry>
    {
        public void Configure(EntityTypeBuilder<SessionEntry> entry)
        {
            entry.HasOne<CircleSession>().WithMany().HasForeignKey(e => new { e.SpaceId, e.SessionId }).OnDelete(DeleteBehavior.Cascade);
            entry.HasIndex(e => new { e.SpaceId, e.SessionId, e.Id });
            entry.HasIndex(e => new { e.SpaceId, e.AuthorId, e.Kind });
        }
    }
}
