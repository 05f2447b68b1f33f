using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Intake;

public static class IntakeTables
{
    extension(Store store)
    {
        public DbSet<Import> Imports => store.Set<Import>();
        public DbSet<ImportChange> ImportChanges => store.Set<ImportChange>();
        public DbSet<SourceIdentity> SourceIdentities => store.Set<SourceIdentity>();
        public DbSet<TouchIdentity> TouchIdentities => store.Set<TouchIdentity>();
    }

    internal sealed class ImportTable : IEntityTypeConfiguration<Import>
    {
        public void Configure(EntityTypeBuilder<Import> import) => import.Property(i => i.Files);
    }

    internal sealed class ImportChangeTable : IEntityTypeConfiguration<ImportChange>
    {
        public void Configure(EntityTypeBuilder<ImportChange> change)
        {
            change.HasOne<Import>().WithMany().HasForeignKey(c => new { c.SpaceId, c.ImportId }).OnDelete(DeleteBehavior.Cascade);
            change.HasIndex(c => new { c.SpaceId, c.ImportId });
        }
    }

    internal sealed class SourceIdentityTable : IEntityTypeConfiguration<SourceIdentity>
    {
        public void Configure(EntityTypeBuilder<SourceIdentity> identity)
        {
            identity.HasOne<Person>().WithMany().HasForeignKey(i => new { i.SpaceId, i.PersonId }).OnDelete(DeleteBehavior.Cascade);
            identity.HasIndex(i => new { i.SpaceId, i.PersonId });
            identity.HasIndex(i => new { i.SpaceId, i.Source, i.Identity }).IsUnique();
        }
    }

    internal sealed class TouchIdentityTable : IEntityTypeConfiguration<TouchIdentity>
    {
        public void Configure(EntityTypeBuilder<TouchIdentity> identity)
        {
            identity.HasOne<Person>().WithMany().HasForeignKey(i => new { i.SpaceId, i.PersonId }).OnDelete(DeleteBehavior.Cascade);
            identity.HasIndex(i => new { i.SpaceId, i.PersonId });
            identity.HasIndex(i => new { i.SpaceId, i.Source, i.Identity }).IsUnique();
        }
    }
}
