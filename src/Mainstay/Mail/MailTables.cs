using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Mail;

public static class MailTables
{
    extension(Store store)
    {
        public DbSet<Letter> Letters => store.Set<Letter>();
    }

    internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
    {
        public void Configure(EntityTypeBuilder<Letter> letter)
        {
            letter.HasIndex(l => new { l.SpaceId, l.State, l.NextAt });
            letter.HasIndex(l => new { l.SpaceId, l.SubjectId });
        }
    }
}
