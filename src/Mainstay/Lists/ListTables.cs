using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Lists;

/// <summary>A run of people by id, packed. Its id is that of the first when it was made; it goes as far as the next block.</summary>
public sealed class PeopleBlock : IOwned
{
    public Guid SpaceId { get; set; }

    public required Guid Id { get; init; }

    public required byte[] Packed { get; set; }
}

/// <summary>How the blocks of a space are packed. One row in a space, and a new one whenever a block changes: its id tells whether what was read before still holds. None, or another version, means that they must be built.</summary>
public sealed class ListState : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int Version { get; set; }
}

public static class ListTables
{
    extension(Store store)
    {
        internal DbSet<PeopleBlock> PeopleBlocks => store.Set<PeopleBlock>();
        internal DbSet<ListState> ListStates => store.Set<ListState>();
        public DbSet<SavedView> SavedViews => store.Set<SavedView>();
        public DbSet<BulkChange> BulkChanges => store.Set<BulkChange>();
    }

    internal sealed class PeopleBlockTable : IEntityTypeConfiguration<PeopleBlock>
    {
        public void Configure(EntityTypeBuilder<PeopleBlock> block) { }
    }

    internal sealed class ListStateTable : IEntityTypeConfiguration<ListState>
    {
        public void Configure(EntityTypeBuilder<ListState> state) => state.HasIndex(s => s.SpaceId).IsUnique();
    }

    internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> view) => view.Ignore(v => v.People);
    }

    internal sealed class BulkChangeTable : IEntityTypeConfiguration<BulkChange>
    {
        public void Configure(EntityTypeBuilder<BulkChange> change)
        {
            change.HasIndex(c => new { c.SpaceId, c.At });
            change.Ignore(c => c.What).Ignore(c => c.Were).Ignore(c => c.WhoStayed).Ignore(c => c.Said).Ignore(c => c.SaidOfOthers);
        }
    }
}
