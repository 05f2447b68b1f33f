using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Exchange;

public static class ExchangeTables
{
    extension(Store store)
    {
        public DbSet<Ask> Asks => store.Set<Ask>();
        public DbSet<AskNext> AskNexts => store.Set<AskNext>();
        public DbSet<Favour> Favours => store.Set<Favour>();
        public DbSet<Wish> Wishes => store.Set<Wish>();
        public DbSet<Opportunity> Opportunities => store.Set<Opportunity>();
    }

    internal sealed class AskTable : IEntityTypeConfiguration<Ask>
    {
        public void Configure(EntityTypeBuilder<Ask> ask)
        {
            ask.HasOne<Person>().WithMany().HasForeignKey(a => new { a.SpaceId, a.PersonId }).OnDelete(DeleteBehavior.Cascade);
            ask.HasIndex(a => new { a.SpaceId, a.PersonId });
            ask.HasIndex(a => new { a.SpaceId, a.SentOn });
            ask.HasIndex(a => new { a.SpaceId, a.ThreadId });
        }
    }

    internal sealed class AskNextTable : IEntityTypeConfiguration<AskNext>
    {
        public void Configure(EntityTypeBuilder<AskNext> next)
        {
            next.HasOne<Person>().WithMany().HasForeignKey(n => new { n.SpaceId, n.PersonId }).OnDelete(DeleteBehavior.Cascade);
            next.HasIndex(n => new { n.SpaceId, n.PersonId });
            next.HasIndex(n => new { n.SpaceId, n.ThreadId });
        }
    }

    internal sealed class FavourTable : IEntityTypeConfiguration<Favour>
    {
        public void Configure(EntityTypeBuilder<Favour> favour)
        {
            favour.HasOne<Person>().WithMany().HasForeignKey(f => new { f.SpaceId, f.PersonId }).OnDelete(DeleteBehavior.Cascade);
            favour.HasIndex(f => new { f.SpaceId, f.PersonId, f.On });
            favour.HasIndex(f => new { f.SpaceId, f.On });
        }
    }

    internal sealed class WishTable : IEntityTypeConfiguration<Wish>
    {
        public void Configure(EntityTypeBuilder<Wish> wish)
        {
            wish.HasOne<Person>().WithMany().HasForeignKey(w => new { w.SpaceId, w.PersonId }).OnDelete(DeleteBehavior.Cascade);
            wish.HasIndex(w => new { w.SpaceId, w.PersonId });
        }
    }

    internal sealed class OpportunityTable : IEntityTypeConfiguration<Opportunity>
    {
        public void Configure(EntityTypeBuilder<Opportunity> opportunity)
        {
            opportunity.HasOne<Person>().WithMany().HasForeignKey(o => new { o.SpaceId, o.PersonId }).OnDelete(DeleteBehavior.Cascade);
            opportunity.HasIndex(o => new { o.SpaceId, o.PersonId });
        }
    }
}
