using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Capture;

public static class CaptureTables
{
    extension(Store store)
    {
        public DbSet<Jotting> Jottings => store.Set<Jotting>();
    }

    internal sealed class JottingTable : IEntityTypeConfiguration<Jotting>
    {
        public void Configure(EntityTypeBuilder<Jotting> jotting) => jotting.HasIndex(j => new { j.SpaceId, j.State });
    }
}
