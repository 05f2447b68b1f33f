using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Gatherings;

public static class GatheringsTables
{
    extension(Store store)
    {
        public DbSet<Gathering> Gatherings => store.Set<Gathering>();
        public DbSet<Expected> Expected => store.Set<Expected>();
        public DbSet<Encounter> Encounters => store.Set<Encounter>();
    }

    internal sealed class GatheringTable : IEntityTypeConfiguration<Gathering>
    {
        public void Configure(EntityTypeBuilder<Gathering> gathering)
        {
            gathering.HasIndex(g => new { g.SpaceId, g.FirstDay });
            gathering.HasIndex(g => new { g.SpaceId, g.SourceKey });
            gathering.HasIndex(g => new { g.SpaceId, g.OrganizationId });
        }
    }

    internal sealed class ExpectedTable : IEntityTypeConfiguration<Expected>
    {
        public void Configure(EntityTypeBuilder<Expected> expected)
        {
            expected.HasOne<Gathering>().WithMany().HasForeignKey(e => new { e.SpaceId, e.GatheringId }).OnDelete(DeleteBehavior.Cascade);
            expected.HasOne<Person>().WithMany().HasForeignKey(e => new { e.SpaceId, e.PersonId }).OnDelete(DeleteBehavior.Cascade);
            expected.HasIndex(e => new { e.SpaceId, e.GatheringId, e.PersonId }).IsUnique();
            expected.HasIndex(e => new { e.SpaceId, e.PersonId });
        }
    }

    internal sealed class EncounterTable : IEntityTypeConfiguration<Encounter>
    {
        public void Configure(EntityTypeBuilder<Encounter> encounter)
        {
            encounter.HasOne<Gathering>().WithMany().HasForeignKey(e => new { e.SpaceId, e.GatheringId }).OnDelete(DeleteBehavior.Cascade);
            encounter.HasOne<Person>().WithMany().HasForeignKey(e => new { e.SpaceId, e.PersonId }).OnDelete(DeleteBehavior.Cascade);
            encounter.HasIndex(e => new { e.SpaceId, e.GatheringId });
            encounter.HasIndex(e => new { e.SpaceId, e.PersonId });
        }
    }
}
