using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Challenges;

public static class ChallengesTables
{
    extension(Store store)
    {
        public DbSet<Challenge> Challenges => store.Set<Challenge>();
        public DbSet<ChallengeAsk> ChallengeAsks => store.Set<ChallengeAsk>();
        public DbSet<ThanksDue> ThanksDue => store.Set<ThanksDue>();
        public DbSet<CrisisCountry> CrisisCountries => store.Set<CrisisCountry>();
    }

    internal sealed class ChallengeTable : IEntityTypeConfiguration<Challenge>
    {
        public void Configure(EntityTypeBuilder<Challenge> challenge) => challenge.Ignore(c => c.IsLocked);
    }

    internal sealed class ChallengeAskTable : IEntityTypeConfiguration<ChallengeAsk>
    {
        public void Configure(EntityTypeBuilder<ChallengeAsk> ask)
        {
            ask.HasOne<Challenge>().WithMany().HasForeignKey(a => new { a.SpaceId, a.ChallengeId }).OnDelete(DeleteBehavior.Cascade);
            ask.HasIndex(a => new { a.SpaceId, a.ChallengeId });
            ask.HasIndex(a => new { a.SpaceId, a.ThreadId }).IsUnique();
        }
    }

    internal sealed class ThanksDueTable : IEntityTypeConfiguration<ThanksDue>
    {
        public void Configure(EntityTypeBuilder<ThanksDue> thanks)
        {
            thanks.HasOne<Person>().WithMany().HasForeignKey(t => new { t.SpaceId, t.PersonId }).OnDelete(DeleteBehavior.Cascade);
            thanks.HasIndex(t => new { t.SpaceId, t.PersonId }).IsUnique();
        }
    }

    internal sealed class CrisisCountryTable : IEntityTypeConfiguration<CrisisCountry>
    {
        public void Configure(EntityTypeBuilder<CrisisCountry> country) => country.HasIndex(c => c.SpaceId).IsUnique();
    }
}
