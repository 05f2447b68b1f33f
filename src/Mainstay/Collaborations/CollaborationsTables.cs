using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Collaborations;

public static class CollaborationsTables
{
    extension(Store store)
    {
        public DbSet<Collaboration> Collaborations => store.Set<Collaboration>();
        public DbSet<CollaborationPerson> CollaborationPeople => store.Set<CollaborationPerson>();
    }

    internal sealed class CollaborationTable : IEntityTypeConfiguration<Collaboration>
    {
        public void Configure(EntityTypeBuilder<Collaboration> collaboration)
        {
            collaboration.HasOne<Organization>().WithMany().HasForeignKey(c => new { c.SpaceId, c.OrganizationId }).OnDelete(DeleteBehavior.Cascade);
            collaboration.HasIndex(c => new { c.SpaceId, c.OrganizationId });
        }
    }

    internal sealed class CollaborationPersonTable : IEntityTypeConfiguration<CollaborationPerson>
    {
        public void Configure(EntityTypeBuilder<CollaborationPerson> person)
        {
            person.HasOne<Collaboration>().WithMany().HasForeignKey(p => new { p.SpaceId, p.CollaborationId }).OnDelete(DeleteBehavior.Cascade);
            person.HasOne<Person>().WithMany().HasForeignKey(p => new { p.SpaceId, p.PersonId }).OnDelete(DeleteBehavior.Cascade);
            person.HasIndex(p => new { p.SpaceId, p.CollaborationId, p.PersonId }).IsUnique();
            person.HasIndex(p => new { p.SpaceId, p.PersonId });
        }
    }
}
