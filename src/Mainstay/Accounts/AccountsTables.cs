using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Accounts;

public static class AccountsTables
{
    extension(Store store)
    {
        public DbSet<Space> Spaces => store.Set<Space>();
    }

    internal sealed class SpaceTable : IEntityTypeConfiguration<Space>
    {
        public void Configure(EntityTypeBuilder<Space> space)
        {
            space.ToTable("Space");
            space.Property(s => s.Id).ValueGeneratedNever();
        }
    }
}
