using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Circles;

public static class CirclesTables
{
    extension(Store store)
    {
        public DbSet<Circle> Circles => store.Set<Circle>();
        public DbSet<Member> Members => store.Set<Member>();
        public DbSet<Post> Posts => store.Set<Post>();
        public DbSet<Reply> Replies => store.Set<Reply>();
        public DbSet<CircleTopic> CircleTopics => store.Set<CircleTopic>();
        public DbSet<MemberBlock> MemberBlocks => store.Set<MemberBlock>();
        public DbSet<CircleReport> CircleReports => store.Set<CircleReport>();
        public DbSet<CircleIntroduction> CircleIntroductions => store.Set<CircleIntroduction>();
        public DbSet<CircleConnector> CircleConnectors => store.Set<CircleConnector>();
        public DbSet<CircleLook> CircleLooks => store.Set<CircleLook>();
        public DbSet<AuditEntry> AuditEntries => store.Set<AuditEntry>();
    }

    internal sealed class CircleTable : IEntityTypeConfiguration<Circle>
    {
        public void Configure(EntityTypeBuilder<Circle> circle) { }
    }

    internal sealed class MemberTable : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> member) => member.HasIndex(m => new { m.SpaceId, m.SortKey, m.Id });
    }

    internal sealed class PostTable : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> post)
        {
            post.HasOne<Member>().WithMany().HasForeignKey(p => new { p.SpaceId, p.AuthorId }).OnDelete(DeleteBehavior.Cascade);
            post.HasIndex(p => new { p.SpaceId, p.State, p.Kind, p.Id });
            post.HasIndex(p => new { p.SpaceId, p.AuthorId, p.Id });
        }
    }

    internal sealed class ReplyTable : IEntityTypeConfiguration<Reply>
    {
        public void Configure(EntityTypeBuilder<Reply> reply)
        {
            reply.HasOne<Post>().WithMany().HasForeignKey(r => new { r.SpaceId, r.PostId }).OnDelete(DeleteBehavior.Cascade);
            reply.HasIndex(r => new { r.SpaceId, r.PostId, r.Id });
            reply.HasIndex(r => new { r.SpaceId, r.AuthorId, r.At });
        }
    }

    internal sealed class CircleTopicTable : IEntityTypeConfiguration<CircleTopic>
    {
        public void Configure(EntityTypeBuilder<CircleTopic> topic)
        {
            topic.HasIndex(t => new { t.SpaceId, t.TopicNormal, t.Of, t.OfId });
            topic.HasIndex(t => new { t.SpaceId, t.OfId, t.Of, t.TopicNormal });
        }
    }

    internal sealed class MemberBlockTable : IEntityTypeConfiguration<MemberBlock>
    {
        public void Configure(EntityTypeBuilder<MemberBlock> block)
        {
            block.HasIndex(b => new { b.SpaceId, b.ById, b.OfId }).IsUnique();
            block.HasIndex(b => new { b.SpaceId, b.OfId });
        }
    }

    internal sealed class CircleReportTable : IEntityTypeConfiguration<CircleReport>
    {
        public void Configure(EntityTypeBuilder<CircleReport> report) => report.HasIndex(r => new { r.SpaceId, r.State, r.Id });
    }

    internal sealed class CircleIntroductionTable : IEntityTypeConfiguration<CircleIntroduction>
    {
        public void Configure(EntityTypeBuilder<CircleIntroduction> introduction)
        {
            introduction.HasIndex(i => new { i.SpaceId, i.AskerId, i.Id });
            introduction.HasIndex(i => new { i.SpaceId, i.ConnectorId });
        }
    }

    internal sealed class CircleConnectorTable : IEntityTypeConfiguration<CircleConnector>
    {
        public void Configure(EntityTypeBuilder<CircleConnector> connector)
        {
            connector.HasOne<CircleIntroduction>().WithMany().HasForeignKey(c => new { c.SpaceId, c.IntroductionId }).OnDelete(DeleteBehavior.Cascade);
            connector.HasIndex(c => new { c.SpaceId, c.MemberId });
            connector.HasIndex(c => new { c.SpaceId, c.IntroductionId, c.MemberId }).IsUnique();
        }
    }

    internal sealed class CircleLookTable : IEntityTypeConfiguration<CircleLook>
    {
        public void Configure(EntityTypeBuilder<CircleLook> look) => look.HasIndex(l => new { l.SpaceId, l.MemberId });
    }

    internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entry) { }
    }
}
