using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Reviews;

public static class ReviewTables
{
    extension(Store store)
    {
        public DbSet<Review> Reviews => store.Set<Review>();
        public DbSet<ReviewRest> ReviewRests => store.Set<ReviewRest>();
    }

    internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> review) => review.HasIndex(r => new { r.SpaceId, r.On }).IsUnique();
    }

    internal sealed class ReviewRestTable : IEntityTypeConfiguration<ReviewRest>
    {
        public void Configure(EntityTypeBuilder<ReviewRest> rest) => rest.HasIndex(r => r.SpaceId).IsUnique();
    }
}
