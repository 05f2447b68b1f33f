using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Introductions;

public static class IntroductionsTables
{
    extension(Store store)
    {
        public DbSet<Acquaintance> Acquaintances => store.Set<Acquaintance>();
    }

    internal sealed class AcquaintanceTable : IEntityTypeConfiguration<Acquaintance>
    {
        public void Configure(EntityTypeBuilder<Acquaintance> acquaintance)
        {
            acquaintance.HasOne<Person>().WithMany().HasForeignKey(a => new { a.SpaceId, a.FirstId }).OnDelete(DeleteBehavior.Cascade);
            acquaintance.HasOne<Person>().WithMany().HasForeignKey(a => new { a.SpaceId, a.SecondId }).OnDelete(DeleteBehavior.Cascade);
            acquaintance.HasIndex(a => new { a.SpaceId, a.FirstId, a.SecondId }).IsUnique();
            acquaintance.HasIndex(a => new { a.SpaceId, a.SecondId });
        }
    }
}
