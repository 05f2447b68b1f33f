using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Organizations;

public static class OrganizationsTables
{
    extension(Store store)
    {
        public DbSet<Organization> Organizations => store.Set<Organization>();
        public DbSet<Affiliation> Affiliations => store.Set<Affiliation>();
    }

    internal sealed class OrganizationTable : IEntityTypeConfiguration<Organization>
    {
        public void Configure(EntityTypeBuilder<Organization> organization) =>
            organization.HasIndex(o => new { o.SpaceId, o.SortKey }).IsUnique();
    }

    internal sealed class AffiliationTable : PeopleTables.DetailTable<Affiliation>
    {
        public override void Configure(EntityTypeBuilder<Affiliation> detail)
        {
            base.Configure(detail);
            detail.HasOne<Organization>().WithMany().HasForeignKey(a => new { a.SpaceId, a.OrganizationId }).OnDelete(DeleteBehavior.Cascade);
            detail.HasIndex(a => new { a.SpaceId, a.OrganizationId });
        }
    }
}
