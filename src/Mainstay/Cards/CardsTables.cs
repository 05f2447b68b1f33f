using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Cards;

public static class CardsTables
{
    extension(Store store)
    {
        public DbSet<Card> Cards => store.Set<Card>();
    }

    internal sealed class CardTable : IEntityTypeConfiguration<Card>
    {
        public void Configure(EntityTypeBuilder<Card> card) { }
    }
}
