using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Api;

public static class KeptAnswerTables
{
    extension(Store store)
    {
        public DbSet<KeptAnswer> KeptAnswers => store.Set<KeptAnswer>();
    }

    internal sealed class KeptAnswerTable : IEntityTypeConfiguration<KeptAnswer>
    {
        public void Configure(EntityTypeBuilder<KeptAnswer> answer) => answer.HasIndex(a => new { a.SpaceId, a.At });
    }
}
