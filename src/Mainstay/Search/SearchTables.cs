using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Search;

/// <remarks>
/// An inverted index of our own in plain tables, instead of FTS5 and tsvector: the numbers of which the ranking is made come
/// out of one read, the same on both databases, and a word's people need no second look at their texts.
/// That a found person goes with the Person row is said by the room that has it.
/// </remarks>
public static class SearchTables
{
    extension(Store store)
    {
        internal DbSet<SearchPerson> SearchPeople => store.Set<SearchPerson>();
        internal DbSet<SearchDocument> SearchDocuments => store.Set<SearchDocument>();
        internal DbSet<SearchTerm> SearchTerms => store.Set<SearchTerm>();
        internal DbSet<SearchTrigram> SearchTrigrams => store.Set<SearchTrigram>();
        internal DbSet<SearchState> SearchStates => store.Set<SearchState>();
    }

    internal sealed class SearchPersonTable : IEntityTypeConfiguration<SearchPerson>
    {
        public void Configure(EntityTypeBuilder<SearchPerson> person)
        {
            person.HasIndex(p => new { p.SpaceId, p.Number }).IsUnique();
            person.HasIndex(p => new { p.SpaceId, p.SortKey, p.Id });
        }
    }

    internal sealed class SearchDocumentTable : IEntityTypeConfiguration<SearchDocument>
    {
        public void Configure(EntityTypeBuilder<SearchDocument> document)
        {
            document.HasOne<SearchPerson>().WithMany().HasForeignKey(d => new { d.SpaceId, d.PersonId }).OnDelete(DeleteBehavior.Cascade);
            document.HasIndex(d => new { d.SpaceId, d.PersonId, d.Source }).IsUnique();
        }
    }

    internal sealed class SearchTermTable : IEntityTypeConfiguration<SearchTerm>
    {
        public void Configure(EntityTypeBuilder<SearchTerm> term) => term.HasIndex(t => new { t.SpaceId, t.Normal, t.Block }).IsUnique();
    }

    internal sealed class SearchTrigramTable : IEntityTypeConfiguration<SearchTrigram>
    {
        public void Configure(EntityTypeBuilder<SearchTrigram> trigram) => trigram.HasIndex(t => new { t.SpaceId, t.Trigram }).IsUnique();
    }

    internal sealed class SearchStateTable : IEntityTypeConfiguration<SearchState>
    {
        public void Configure(EntityTypeBuilder<SearchState> state) => state.HasIndex(s => s.SpaceId).IsUnique();
    }
}
