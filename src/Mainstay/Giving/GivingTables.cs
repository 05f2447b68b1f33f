using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Giving;

public static class GivingTables
{
    extension(Store store)
    {
        public DbSet<Gift> Gifts => store.Set<Gift>();
    }

    internal sealed class GiftTable : IEntityTypeConfiguration<Gift>
    {
        public void Configure(EntityTypeBuilder<Gift> gift)
        {
            gift.HasOne<Person>().WithMany().HasForeignKey(g => new { g.SpaceId, g.PersonId }).OnDelete(DeleteBehavior.Cascade);
            gift.HasOne<Organization>().WithMany().HasForeignKey(g => new { g.SpaceId, g.OrganizationId }).OnDelete(DeleteBehavior.Cascade);
            gift.HasIndex(g => new { g.SpaceId, g.PersonId });
            gift.HasIndex(g => new { g.SpaceId, g.OrganizationId });
        }
    }

    /// <summary>What I gave stays noted when who had it is removed for good.</summary>
    internal sealed class GiftsLeave : IPersonLeaves
    {
        public async Task BeforeLeaving(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
        {
            foreach (var some in people.Chunk(Store.MostParameters)) await store.Gifts.Where(g => g.PersonId != null && some.Contains(g.PersonId.Value)).ExecuteUpdateAsync(g => g.SetProperty(x => x.PersonId, (Guid?)null), stop);
        }
    }

    /// <summary>What was given to an organization goes over to the one theirs becomes; of one that is removed, its name stays.</summary>
    internal sealed class GiftsMerge : IOrganizationRows
    {
        public string Name => "gifts";

        public async Task<string?> Part(Store store, Guid gone, Guid? into, CancellationToken stop)
        {
            var rows = await store.Gifts.Where(g => g.OrganizationId == gone).OrderBy(g => g.Id).ToListAsync(stop);
            if (rows.Count == 0) return null;
            var name = await store.Organizations.Where(o => o.Id == gone).Select(o => o.Name).FirstAsync(stop);
            foreach (var row in rows) (row.OrganizationId, row.ForWhom) = (into, into is null ? Texts.Shortened(name, NewGift.MostWords) : null);
            await store.SaveChangesAsync(stop);
            return JsonSerializer.Serialize(rows.ConvertAll(g => g.Id), Json.OneLine);
        }

        public async Task Return(Store store, Guid back, Guid? from, string kept, CancellationToken stop)
        {
            var ids = JsonSerializer.Deserialize<List<Guid>>(kept, Json.OneLine)!;
            foreach (var row in await store.Gifts.Where(g => ids.Contains(g.Id) && g.OrganizationId == from).ToListAsync(stop)) (row.OrganizationId, row.ForWhom) = (back, null);
        }
    }
}
