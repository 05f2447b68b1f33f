using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Challenges;

public static class ChallengesTables
{
    extension(Store store)
    {
        public DbSet<Challenge> Challenges => store.Set<Challenge>();
        public DbSet<CrisisCountry> CrisisCountries => store.Set<CrisisCountry>();
    }

    internal sealed class ChallengeTable : IEntityTypeConfiguration<Challenge>
    {
        public void Configure(EntityTypeBuilder<Challenge> challenge) => challenge.Ignore(c => c.IsLocked);
    }

    internal sealed class CrisisCountryTable : IEntityTypeConfiguration<CrisisCountry>
    {
        public void Configure(EntityTypeBuilder<CrisisCountry> country) => country.HasIndex(c => c.SpaceId).IsUnique();
    }
}
