using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Merging;

public static class MergingTables
{
    extension(Store store)
    {
        public DbSet<KnownApart> KnownApart => store.Set<KnownApart>();
    }

    internal sealed class KnownApartTable : IEntityTypeConfiguration<KnownApart>
    {
        public void Configure(EntityTypeBuilder<KnownApart> apart)
        {
            apart.HasOne<Person>().WithMany().HasForeignKey(a => new { a.SpaceId, a.FirstId }).OnDelete(DeleteBehavior.Cascade);
            apart.HasOne<Person>().WithMany().HasForeignKey(a => new { a.SpaceId, a.SecondId }).OnDelete(DeleteBehavior.Cascade);
            apart.HasIndex(a => new { a.SpaceId, a.FirstId, a.SecondId }).IsUnique();
            apart.HasIndex(a => new { a.SpaceId, a.SecondId });
        }
    }
}
