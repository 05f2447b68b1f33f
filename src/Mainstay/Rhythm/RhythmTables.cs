using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Rhythm;

public static class RhythmTables
{
    extension(Store store)
    {
        public DbSet<Touch> Touches => store.Set<Touch>();
        public DbSet<TouchPerson> TouchPeople => store.Set<TouchPerson>();
        public DbSet<Tie> Ties => store.Set<Tie>();
        public DbSet<PackedContacts> PackedContacts => store.Set<PackedContacts>();
        public DbSet<PromisedTask> Tasks => store.Set<PromisedTask>();
        public DbSet<Tempo> Tempos => store.Set<Tempo>();
    }

    internal sealed class TouchTable : IEntityTypeConfiguration<Touch>
    {
        public void Configure(EntityTypeBuilder<Touch> touch) => touch.HasIndex(t => new { t.SpaceId, t.On });
    }

    internal sealed class TouchPersonTable : IEntityTypeConfiguration<TouchPerson>
    {
        public void Configure(EntityTypeBuilder<TouchPerson> there)
        {
            there.HasOne<Touch>().WithMany().HasForeignKey(t => new { t.SpaceId, t.TouchId }).OnDelete(DeleteBehavior.Cascade);
            there.HasOne<Person>().WithMany().HasForeignKey(t => new { t.SpaceId, t.PersonId }).OnDelete(DeleteBehavior.Cascade);
            there.HasIndex(t => new { t.SpaceId, t.TouchId, t.PersonId }).IsUnique();
            there.HasIndex(t => new { t.SpaceId, t.PersonId, t.On, t.TouchId });
        }
    }

    internal sealed class TieTable : IEntityTypeConfiguration<Tie>
    {
        public void Configure(EntityTypeBuilder<Tie> tie)
        {
            tie.HasOne<Person>().WithOne().HasForeignKey<Tie>(t => new { t.SpaceId, t.Id }).OnDelete(DeleteBehavior.Cascade);
            tie.HasIndex(t => new { t.SpaceId, t.DueOn });
        }
    }

    internal sealed class PackedContactsTable : IEntityTypeConfiguration<PackedContacts>
    {
        public void Configure(EntityTypeBuilder<PackedContacts> history) =>
            history.HasOne<Person>().WithOne().HasForeignKey<PackedContacts>(h => new { h.SpaceId, h.Id }).OnDelete(DeleteBehavior.Cascade);
    }

    internal sealed class PromisedTaskTable : IEntityTypeConfiguration<PromisedTask>
    {
        public void Configure(EntityTypeBuilder<PromisedTask> task)
        {
            task.HasOne<Person>().WithMany().HasForeignKey(t => new { t.SpaceId, t.PersonId }).OnDelete(DeleteBehavior.Cascade);
            task.HasIndex(t => new { t.SpaceId, t.PersonId });
            task.HasIndex(t => new { t.SpaceId, t.DueOn });
        }
    }

    internal sealed class TempoTable : IEntityTypeConfiguration<Tempo>
    {
        public void Configure(EntityTypeBuilder<Tempo> tempo) => tempo.HasIndex(t => t.SpaceId).IsUnique();
    }
}
