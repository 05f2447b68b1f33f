using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mainstay.Feedback;

public static class FeedbackTables
{
    extension(Store store)
    {
        public DbSet<FeedbackRequest> FeedbackRequests => store.Set<FeedbackRequest>();
        public DbSet<FeedbackInvite> FeedbackInvites => store.Set<FeedbackInvite>();
        public DbSet<FeedbackReply> FeedbackReplies => store.Set<FeedbackReply>();
        public DbSet<FeedbackPlan> FeedbackPlans => store.Set<FeedbackPlan>();
    }

    internal sealed class RequestTable : IEntityTypeConfiguration<FeedbackRequest>
    {
        public void Configure(EntityTypeBuilder<FeedbackRequest> request) => request.Ignore(r => r.Asked);
    }

    internal sealed class InviteTable : IEntityTypeConfiguration<FeedbackInvite>
    {
        public void Configure(EntityTypeBuilder<FeedbackInvite> invite)
        {
            invite.HasOne<FeedbackRequest>().WithMany().HasForeignKey(i => new { i.SpaceId, i.RequestId }).OnDelete(DeleteBehavior.Cascade);
            invite.HasOne<Person>().WithMany().HasForeignKey(i => new { i.SpaceId, i.PersonId }).OnDelete(DeleteBehavior.Cascade);
            invite.HasIndex(i => new { i.SpaceId, i.RequestId, i.PersonId }).IsUnique();
            invite.HasIndex(i => new { i.SpaceId, i.PersonId });
        }
    }

    internal sealed class ReplyTable : IEntityTypeConfiguration<FeedbackReply>
    {
        public void Configure(EntityTypeBuilder<FeedbackReply> reply)
        {
            reply.Ignore(r => r.Said);
            reply.HasOne<FeedbackRequest>().WithMany().HasForeignKey(r => new { r.SpaceId, r.RequestId }).OnDelete(DeleteBehavior.Cascade);
            reply.HasIndex(r => new { r.SpaceId, r.RequestId });
        }
    }

    internal sealed class PlanTable : IEntityTypeConfiguration<FeedbackPlan>
    {
        public void Configure(EntityTypeBuilder<FeedbackPlan> plan) => plan.HasIndex(p => p.SpaceId).IsUnique();
    }

    /// <summary>What was said stays when who said it is removed for good, without their name.</summary>
    internal sealed class RepliesLeave : IPersonLeaves
    {
        public async Task BeforeLeaving(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
        {
            foreach (var some in people.Chunk(Store.MostParameters))
            {
                var theirs = store.FeedbackInvites.Where(i => some.Contains(i.PersonId)).Select(i => (Guid?)i.Id);
                await store.FeedbackReplies.Where(r => theirs.Contains(r.InviteId)).ExecuteUpdateAsync(r => r.SetProperty(x => x.InviteId, (Guid?)null), stop);
            }
        }
    }
}
