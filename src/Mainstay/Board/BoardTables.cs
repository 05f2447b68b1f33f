using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Board;

public static class BoardTables
{
    extension(Store store)
    {
        public DbSet<Seat> Seats => store.Set<Seat>();
        public DbSet<Advice> Advice => store.Set<Advice>();
    }

    internal sealed class SeatTable : IEntityTypeConfiguration<Seat>
    {
        public void Configure(EntityTypeBuilder<Seat> seat)
        {
            seat.HasOne<Person>().WithMany().HasForeignKey(s => new { s.SpaceId, s.PersonId }).OnDelete(DeleteBehavior.Cascade);
            seat.HasIndex(s => new { s.SpaceId, s.PersonId });
        }
    }

    internal sealed class AdviceTable : IEntityTypeConfiguration<Advice>
    {
        public void Configure(EntityTypeBuilder<Advice> advice)
        {
            advice.HasOne<Person>().WithMany().HasForeignKey(a => new { a.SpaceId, a.PersonId }).OnDelete(DeleteBehavior.Cascade);
            advice.HasIndex(a => new { a.SpaceId, a.PersonId, a.On });
        }
    }
}
