using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Accountability;

public static class AccountabilityTables
{
    extension(Store store)
    {
        public DbSet<Commitment> Commitments => store.Set<Commitment>();

        public DbSet<CheckIn> CheckIns => store.Set<CheckIn>();

        public DbSet<CommitmentPause> CommitmentPauses => store.Set<CommitmentPause>();

        public DbSet<CommitmentChange> CommitmentChanges => store.Set<CommitmentChange>();

        public DbSet<WitnessWord> WitnessWords => store.Set<WitnessWord>();
    }

    internal sealed class CommitmentTable : IEntityTypeConfiguration<Commitment>
    {
        public void Configure(EntityTypeBuilder<Commitment> commitment)
        {
            commitment.HasOne<Person>().WithMany().HasForeignKey(c => new { c.SpaceId, c.WitnessId }).OnDelete(DeleteBehavior.Cascade);
            commitment.HasIndex(c => new { c.SpaceId, c.WitnessId });
        }
    }

    internal sealed class CheckInTable : IEntityTypeConfiguration<CheckIn>
    {
        public void Configure(EntityTypeBuilder<CheckIn> checkIn)
        {
            checkIn.HasOne<Commitment>().WithMany().HasForeignKey(c => new { c.SpaceId, c.CommitmentId }).OnDelete(DeleteBehavior.Cascade);
            checkIn.HasIndex(c => new { c.SpaceId, c.CommitmentId, c.For }).IsUnique();
        }
    }

    internal sealed class CommitmentPauseTable : IEntityTypeConfiguration<CommitmentPause>
    {
        public void Configure(EntityTypeBuilder<CommitmentPause> pause)
        {
            pause.HasOne<Commitment>().WithMany().HasForeignKey(p => new { p.SpaceId, p.CommitmentId }).OnDelete(DeleteBehavior.Cascade);
            pause.HasIndex(p => new { p.SpaceId, p.CommitmentId });
        }
    }

    internal sealed class CommitmentChangeTable : IEntityTypeConfiguration<CommitmentChange>
    {
        public void Configure(EntityTypeBuilder<CommitmentChange> change)
        {
            change.HasOne<Commitment>().WithMany().HasForeignKey(c => new { c.SpaceId, c.CommitmentId }).OnDelete(DeleteBehavior.Cascade);
            change.HasIndex(c => new { c.SpaceId, c.CommitmentId, c.Number }).IsUnique();
        }
    }

    internal sealed class WitnessWordTable : IEntityTypeConfiguration<WitnessWord>
    {
        public void Configure(EntityTypeBuilder<WitnessWord> word)
        {
            word.HasOne<Commitment>().WithMany().HasForeignKey(w => new { w.SpaceId, w.CommitmentId }).OnDelete(DeleteBehavior.Cascade);
            word.HasOne<Person>().WithMany().HasForeignKey(w => new { w.SpaceId, w.PersonId }).OnDelete(DeleteBehavior.Cascade);
            word.HasIndex(w => new { w.SpaceId, w.CommitmentId });
            word.HasIndex(w => new { w.SpaceId, w.PersonId });
        }
    }

    /// <summary>What I promised stays mine when its witness is removed for good, and so does what they wrote.</summary>
    internal sealed class WitnessesLeave : IPersonLeaves
    {
        public async Task BeforeLeaving(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
        {
            foreach (var some in people.Chunk(Store.MostParameters))
            {
                await store.Commitments.Where(c => c.WitnessId != null && some.Contains(c.WitnessId.Value)).ExecuteUpdateAsync(c => c.SetProperty(x => x.WitnessId, (Guid?)null), stop);
                await store.WitnessWords.Where(w => w.PersonId != null && some.Contains(w.PersonId.Value)).ExecuteUpdateAsync(w => w.SetProperty(x => x.PersonId, (Guid?)null), stop);
            }
        }
    }
}
