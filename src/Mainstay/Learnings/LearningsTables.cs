using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Learnings;

public static class LearningsTables
{
    extension(Store store)
    {
        public DbSet<Learning> Learnings => store.Set<Learning>();
    }

    internal sealed class LearningTable : IEntityTypeConfiguration<Learning>
    {
        public void Configure(EntityTypeBuilder<Learning> learning)
        {
            learning.HasOne<Person>().WithMany().HasForeignKey(l => new { l.SpaceId, l.PersonId }).OnDelete(DeleteBehavior.Cascade);
            learning.HasIndex(l => new { l.SpaceId, l.PersonId });
            learning.HasIndex(l => new { l.SpaceId, l.NextOn });
        }
    }

    /// <summary>What I learned stays mine when who said it is removed for good.</summary>
    internal sealed class LearningsLeave : IPersonLeaves
    {
        public async Task BeforeLeaving(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
        {
            foreach (var some in people.Chunk(Store.MostParameters)) await store.Learnings.Where(l => l.PersonId != null && some.Contains(l.PersonId.Value)).ExecuteUpdateAsync(l => l.SetProperty(x => x.PersonId, (Guid?)null), stop);
        }
    }
}
