using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Needs;

public static class NeedsTables
{
    extension(Store store)
    {
        public DbSet<Goal> Goals => store.Set<Goal>();
        public DbSet<Need> Needs => store.Set<Need>();
        public DbSet<Offer> Offers => store.Set<Offer>();
        public DbSet<Supporter> Supporters => store.Set<Supporter>();
    }

    internal sealed class GoalTable : IEntityTypeConfiguration<Goal>
    {
        public void Configure(EntityTypeBuilder<Goal> goal) { }
    }

    internal sealed class NeedTable : IEntityTypeConfiguration<Need>
    {
        public void Configure(EntityTypeBuilder<Need> need) =>
            need.HasOne<Goal>().WithMany().HasForeignKey(n => new { n.SpaceId, n.GoalId }).OnDelete(DeleteBehavior.Cascade);
    }

    internal sealed class OfferTable : IEntityTypeConfiguration<Offer>
    {
        public void Configure(EntityTypeBuilder<Offer> offer) { }
    }

    internal sealed class SupporterTable : IEntityTypeConfiguration<Supporter>
    {
        public void Configure(EntityTypeBuilder<Supporter> supporter)
        {
            supporter.HasOne<Need>().WithMany().HasForeignKey(s => new { s.SpaceId, s.NeedId }).OnDelete(DeleteBehavior.Cascade);
            supporter.HasOne<Person>().WithMany().HasForeignKey(s => new { s.SpaceId, s.PersonId }).OnDelete(DeleteBehavior.Cascade);
            supporter.HasIndex(s => new { s.SpaceId, s.NeedId, s.PersonId }).IsUnique();
            supporter.HasIndex(s => new { s.SpaceId, s.PersonId });
        }
    }
}
