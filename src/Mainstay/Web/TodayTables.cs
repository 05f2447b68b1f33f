using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Web;

public static class TodayTables
{
    extension(Store store)
    {
        public DbSet<DealtCard> DealtCards => store.Set<DealtCard>();
    }

    internal sealed class DealtCardTable : IEntityTypeConfiguration<DealtCard>
    {
        public void Configure(EntityTypeBuilder<DealtCard> card) =>
            card.HasIndex(c => new { c.SpaceId, c.On, c.Kind, c.Subject }).IsUnique();
    }
}
