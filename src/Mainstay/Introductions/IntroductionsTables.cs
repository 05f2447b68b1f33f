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
        public DbSet<Introduction> Introductions => store.Set<Introduction>();
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

    internal sealed class IntroductionTable : IEntityTypeConfiguration<Introduction>
    {
        public void Configure(EntityTypeBuilder<Introduction> introduction)
        {
            introduction.HasOne<Person>().WithMany().HasForeignKey(i => new { i.SpaceId, i.ConnectorId }).OnDelete(DeleteBehavior.Cascade);
            introduction.HasOne<Person>().WithMany().HasForeignKey(i => new { i.SpaceId, i.FirstId }).OnDelete(DeleteBehavior.Cascade);
            introduction.HasOne<Person>().WithMany().HasForeignKey(i => new { i.SpaceId, i.SecondId }).OnDelete(DeleteBehavior.Cascade);
            introduction.HasIndex(i => new { i.SpaceId, i.ConnectorId });
            introduction.HasIndex(i => new { i.SpaceId, i.FirstId });
            introduction.HasIndex(i => new { i.SpaceId, i.SecondId });
        }
    }
}
