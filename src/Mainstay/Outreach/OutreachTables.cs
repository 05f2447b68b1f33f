using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Outreach;

public static class OutreachTables
{
    extension(Store store)
    {
        public DbSet<Candidate> Candidates => store.Set<Candidate>();
        public DbSet<Template> Templates => store.Set<Template>();
        public DbSet<Draft> Drafts => store.Set<Draft>();
    }

    internal sealed class CandidateTable : IEntityTypeConfiguration<Candidate>
    {
        public void Configure(EntityTypeBuilder<Candidate> candidate)
        {
            candidate.HasOne<Person>().WithMany().HasForeignKey(c => new { c.SpaceId, c.PersonId }).OnDelete(DeleteBehavior.Cascade);
            candidate.HasIndex(c => new { c.SpaceId, c.PersonId });
        }
    }

    internal sealed class TemplateTable : IEntityTypeConfiguration<Template>
    {
        public void Configure(EntityTypeBuilder<Template> template) { }
    }

    internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> draft)
        {
            draft.HasOne<Person>().WithMany().HasForeignKey(d => new { d.SpaceId, d.PersonId }).OnDelete(DeleteBehavior.Cascade);
            draft.HasOne<Candidate>().WithMany().HasForeignKey(d => new { d.SpaceId, d.CandidateId }).OnDelete(DeleteBehavior.Cascade);
            draft.HasIndex(d => new { d.SpaceId, d.PersonId });
            draft.HasIndex(d => new { d.SpaceId, d.CandidateId });
        }
    }
}
