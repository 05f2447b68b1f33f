using Mainstay.Circles;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Rounds;

public static class RoundsTables
{
    extension(Store store)
    {
        public DbSet<Round> Rounds => store.Set<Round>();
        public DbSet<RoundSignUp> RoundSignUps => store.Set<RoundSignUp>();
        public DbSet<RoundPin> RoundPins => store.Set<RoundPin>();
        public DbSet<RoundPair> RoundPairs => store.Set<RoundPair>();
        public DbSet<RoundGroup> RoundGroups => store.Set<RoundGroup>();
        public DbSet<RoundSeat> RoundSeats => store.Set<RoundSeat>();
        public DbSet<RoundCheck> RoundChecks => store.Set<RoundCheck>();
    }

    internal sealed class RoundTable : IEntityTypeConfiguration<Round>
    {
        public void Configure(EntityTypeBuilder<Round> round) => round.HasIndex(r => new { r.SpaceId, r.State, r.Id });
    }

    internal sealed class RoundSignUpTable : IEntityTypeConfiguration<RoundSignUp>
    {
        public void Configure(EntityTypeBuilder<RoundSignUp> signUp)
        {
            signUp.HasOne<Round>().WithMany().HasForeignKey(s => new { s.SpaceId, s.RoundId }).OnDelete(DeleteBehavior.Cascade);
            signUp.HasOne<Member>().WithMany().HasForeignKey(s => new { s.SpaceId, s.MemberId }).OnDelete(DeleteBehavior.Cascade);
            signUp.HasIndex(s => new { s.SpaceId, s.RoundId, s.MemberId }).IsUnique();
            signUp.HasIndex(s => new { s.SpaceId, s.MemberId });
        }
    }

    internal sealed class RoundPinTable : IEntityTypeConfiguration<RoundPin>
    {
        public void Configure(EntityTypeBuilder<RoundPin> pin)
        {
            pin.HasOne<Round>().WithMany().HasForeignKey(p => new { p.SpaceId, p.RoundId }).OnDelete(DeleteBehavior.Cascade);
            pin.HasIndex(p => new { p.SpaceId, p.RoundId, p.OneId, p.OtherId }).IsUnique();
        }
    }

    internal sealed class RoundPairTable : IEntityTypeConfiguration<RoundPair>
    {
        public void Configure(EntityTypeBuilder<RoundPair> pair)
        {
            pair.HasOne<Round>().WithMany().HasForeignKey(p => new { p.SpaceId, p.RoundId }).OnDelete(DeleteBehavior.Cascade);
            pair.HasOne<Member>().WithMany().HasForeignKey(p => new { p.SpaceId, p.MenteeId }).OnDelete(DeleteBehavior.Cascade);
            pair.HasOne<Member>().WithMany().HasForeignKey(p => new { p.SpaceId, p.MentorId }).OnDelete(DeleteBehavior.Cascade);
            pair.HasIndex(p => new { p.SpaceId, p.RoundId, p.State });
            pair.HasIndex(p => new { p.SpaceId, p.MenteeId });
            pair.HasIndex(p => new { p.SpaceId, p.MentorId });
        }
    }

    internal sealed class RoundGroupTable : IEntityTypeConfiguration<RoundGroup>
    {
        public void Configure(EntityTypeBuilder<RoundGroup> group)
        {
            group.HasOne<Round>().WithMany().HasForeignKey(g => new { g.SpaceId, g.RoundId }).OnDelete(DeleteBehavior.Cascade);
            group.HasIndex(g => new { g.SpaceId, g.RoundId, g.Turn });
        }
    }

    internal sealed class RoundSeatTable : IEntityTypeConfiguration<RoundSeat>
    {
        public void Configure(EntityTypeBuilder<RoundSeat> seat)
        {
            seat.HasOne<RoundGroup>().WithMany().HasForeignKey(s => new { s.SpaceId, s.GroupId }).OnDelete(DeleteBehavior.Cascade);
            seat.HasOne<Member>().WithMany().HasForeignKey(s => new { s.SpaceId, s.MemberId }).OnDelete(DeleteBehavior.Cascade);
            seat.HasIndex(s => new { s.SpaceId, s.GroupId, s.MemberId }).IsUnique();
            seat.HasIndex(s => new { s.SpaceId, s.MemberId });
        }
    }

    internal sealed class RoundCheckTable : IEntityTypeConfiguration<RoundCheck>
    {
        public void Configure(EntityTypeBuilder<RoundCheck> check)
        {
            check.HasOne<RoundGroup>().WithMany().HasForeignKey(c => new { c.SpaceId, c.GroupId }).OnDelete(DeleteBehavior.Cascade);
            check.HasOne<Member>().WithMany().HasForeignKey(c => new { c.SpaceId, c.MemberId }).OnDelete(DeleteBehavior.Cascade);
            check.HasIndex(c => new { c.SpaceId, c.GroupId, c.MemberId, c.Week }).IsUnique();
            check.HasIndex(c => new { c.SpaceId, c.MemberId });
        }
    }
}
