using Mainstay.Organizations;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Memberships;

public static class MembershipsTables
{
    extension(Store store)
    {
        public DbSet<Membership> Memberships => store.Set<Membership>();
        public DbSet<MembershipNeed> MembershipNeeds => store.Set<MembershipNeed>();
    }

    internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> membership)
        {
            membership.HasOne<Organization>().WithMany().HasForeignKey(m => new { m.SpaceId, m.OrganizationId }).OnDelete(DeleteBehavior.Cascade);
            membership.HasIndex(m => new { m.SpaceId, m.OrganizationId });
        }
    }

    /// <summary>A need that is gone may come back: its rows stay, and are not shown meanwhile.</summary>
    internal sealed class MembershipNeedTable : IEntityTypeConfiguration<MembershipNeed>
    {
        public void Configure(EntityTypeBuilder<MembershipNeed> need)
        {
            need.HasOne<Membership>().WithMany().HasForeignKey(n => new { n.SpaceId, n.MembershipId }).OnDelete(DeleteBehavior.Cascade);
            need.HasIndex(n => new { n.SpaceId, n.MembershipId, n.NeedId }).IsUnique();
        }
    }
}
