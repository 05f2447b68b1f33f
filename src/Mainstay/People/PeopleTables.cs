using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.People;

public static class PeopleTables
{
    extension(Store store)
    {
        public DbSet<Person> People => store.Set<Person>();
        public DbSet<ContactPoint> ContactPoints => store.Set<ContactPoint>();
        public DbSet<PostalAddress> Addresses => store.Set<PostalAddress>();
        public DbSet<ImportantDate> ImportantDates => store.Set<ImportantDate>();
        public DbSet<Tag> Tags => store.Set<Tag>();
        public DbSet<Role> Roles => store.Set<Role>();
        public DbSet<Relation> Relations => store.Set<Relation>();
        public DbSet<CustomField> CustomFields => store.Set<CustomField>();
        public DbSet<Photo> Photos => store.Set<Photo>();
        public DbSet<Face> Faces => store.Set<Face>();
        public DbSet<Former> Formers => store.Set<Former>();
        public DbSet<OriginalCard> OriginalCards => store.Set<OriginalCard>();
    }

    internal sealed class PersonTable : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.Property(p => p.Revision).IsConcurrencyToken();
            person.HasIndex(p => new { p.SpaceId, p.SortKey, p.Id });
        }
    }

    internal abstract class DetailTable<T> : IEntityTypeConfiguration<T> where T : class, IDetail
    {
        public virtual void Configure(EntityTypeBuilder<T> detail)
        {
            detail.HasOne<Person>().WithMany().HasForeignKey(d => new { d.SpaceId, d.PersonId }).OnDelete(DeleteBehavior.Cascade);
            detail.HasIndex(d => new { d.SpaceId, d.PersonId });
        }
    }

    internal sealed class ContactPointTable : DetailTable<ContactPoint>
    {
        public override void Configure(EntityTypeBuilder<ContactPoint> detail)
        {
            base.Configure(detail);
            detail.HasIndex(c => new { c.SpaceId, c.Kind, c.Normal });
        }
    }

    internal sealed class PostalAddressTable : DetailTable<PostalAddress>;

    internal sealed class ImportantDateTable : DetailTable<ImportantDate>
    {
        public override void Configure(EntityTypeBuilder<ImportantDate> detail)
        {
            base.Configure(detail);
            detail.HasIndex(d => new { d.SpaceId, d.Month, d.Day });
        }
    }

    internal sealed class TagTable : DetailTable<Tag>
    {
        public override void Configure(EntityTypeBuilder<Tag> detail)
        {
            base.Configure(detail);
            detail.HasIndex(t => new { t.SpaceId, t.Kind, t.Normal });
        }
    }

    internal sealed class RoleTable : DetailTable<Role>;

    internal sealed class RelationTable : DetailTable<Relation>;

    internal sealed class CustomFieldTable : DetailTable<CustomField>;

    internal sealed class PhotoTable : IEntityTypeConfiguration<Photo>
    {
        public void Configure(EntityTypeBuilder<Photo> photo) =>
            photo.HasOne<Person>().WithOne().HasForeignKey<Photo>(p => new { p.SpaceId, p.Id }).OnDelete(DeleteBehavior.Cascade);
    }

    internal sealed class FaceTable : IEntityTypeConfiguration<Face>
    {
        public void Configure(EntityTypeBuilder<Face> face) =>
            face.HasOne<Person>().WithOne().HasForeignKey<Face>(f => new { f.SpaceId, f.Id }).OnDelete(DeleteBehavior.Cascade);
    }

    internal sealed class FormerTable : IEntityTypeConfiguration<Former>
    {
        public void Configure(EntityTypeBuilder<Former> former)
        {
            former.HasOne<Person>().WithMany().HasForeignKey(f => new { f.SpaceId, f.PersonId }).OnDelete(DeleteBehavior.Cascade);
            former.HasIndex(f => new { f.SpaceId, f.PersonId });
            former.HasIndex(f => new { f.SpaceId, f.At });
        }
    }

    /// <summary>Who is removed for good is found no more.</summary>
    internal sealed class FoundPersonTable : IEntityTypeConfiguration<SearchPerson>
    {
        public void Configure(EntityTypeBuilder<SearchPerson> found) =>
            found.HasOne<Person>().WithOne().HasForeignKey<SearchPerson>(p => new { p.SpaceId, p.Id }).OnDelete(DeleteBehavior.Cascade);
    }

    internal sealed class OriginalCardTable : IEntityTypeConfiguration<OriginalCard>
    {
        public void Configure(EntityTypeBuilder<OriginalCard> card) =>
            card.HasOne<Person>().WithOne().HasForeignKey<OriginalCard>(c => new { c.SpaceId, c.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}
