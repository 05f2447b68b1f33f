using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Deliveries;

public static class DeliveriesTables
{
    extension(Store store)
    {
        public DbSet<Delivery> Deliveries => store.Set<Delivery>();
    }

    internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> delivery) => delivery.Property(d => d.Files);
    }
}
