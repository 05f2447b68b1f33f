using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>What keeps a circle safe: two who are kept apart, and what is told to the hosts.</summary>
public static class GuardingActions
{
    public const int MostWhy = 2_000, MostReportsADay = 20;

    /// <summary>From now on neither sees what the other writes, and they are not brought together. The other is not told.</summary>
    public static Task<int> Block(this Store store, Guid me, Guid who, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Guest);
        if (who == me || !await store.Members.AnyAsync(m => m.Id == who && m.LeftAt == null, stop)) throw new NotFound("Circles.NoSuchMember");
        if (await store.MemberBlocks.AnyAsync(b => b.ById == me && b.OfId == who, stop)) return 0;
        store.Add(new MemberBlock { ById = me, OfId = who });
        return await store.SaveChangesAsync(stop);
    }, stop);

    public static async Task Unblock(this Store store, Guid me, Guid who, CancellationToken stop)
    {
        await store.SeatOf(me, stop, SpaceRole.Guest);
        await store.MemberBlocks.Where(b => b.ById == me && b.OfId == who).ExecuteDeleteAsync(stop);
    }

    /// <summary>Tells the hosts of something that should not be. They see what and why, and not who told them.</summary>
    public static Task<CircleReport> Report(this Store store, Guid me, ReportedThing what, string why, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop, SpaceRole.Guest);
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(why), "why", "Circles.WhyMissing").When(why?.Length > MostWhy, "why", "Circles.TooLong", MostWhy));
        var of = await store.AuthorOf(seat, what, stop);
        var (now, dayAgo) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime.AddDays(-1));
        if (await store.CircleReports.FirstOrDefaultAsync(r => r.ById == me && r.OfId == of && r.PostId == what.PostId && r.ReplyId == what.ReplyId && r.State == ReportState.Open, stop) is { } before) return before;
        if (await store.CircleReports.CountAsync(r => r.ById == me && r.At > dayAgo, stop) >= MostReportsADay) throw new CannotBeDone("Circles.ReportsEnough");
        var report = store.Add(new CircleReport { ById = me, OfId = of, PostId = what.PostId, ReplyId = what.ReplyId, Why = why!.Trim(), At = now }).Entity;
        await store.SaveChangesAsync(stop);
        return report;
    }, stop);

    /// <summary>A host says what becomes of a report. Who is reported does not judge it.</summary>
    public static Task<int> HandleReport(this Store store, Guid me, Guid id, ReportState outcome, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop, SpaceRole.Host);
        var report = await store.CircleReports.SingleOrDefaultAsync(r => r.Id == id && r.OfId != me, stop) ?? throw new NotFound("Circles.NoSuchReport");
        if (!seat.SeesHardTimes && await store.Posts.AnyAsync(p => p.Id == report.PostId && p.IsForHardTimes, stop)) throw new NotFound("Circles.NoSuchReport");
        if (report.State != ReportState.Open) throw new Conflict("Circles.ReportHandled");
        if (outcome == ReportState.Hidden && report.PostId is null) throw new Mistaken(new Problems().When(true, "outcome", "Circles.NothingToHide"));
        if (outcome == ReportState.Open || !Enum.IsDefined(outcome)) throw new Mistaken(new Problems().When(true, "outcome", "Circles.NoOutcome"));
        if (outcome == ReportState.Hidden) await store.Hide(me, report, clock, stop);
        if (outcome == ReportState.TakenOut) await store.TakeOutOfCircle(me, report.OfId, clock, stop);
        (report.State, report.HandledAt) = (outcome, clock.GetUtcNow().UtcDateTime);
        store.Note(AuditDeed.ReportClosed, me, report.OfId, report.HandledAt.Value);
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>A host hides a post, or shows it again.</summary>
    public static Task<int> HidePost(this Store store, Guid me, Guid id, bool hide, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop, SpaceRole.Host);
        var post = await store.Posts.SingleOrDefaultAsync(p => p.Id == id, stop);
        if (post is null || post.IsForHardTimes && !seat.SeesHardTimes || !hide && post.AuthorId == me) throw new NotFound("Circles.NoSuchPost");
        if (hide == (post.State == PostState.Hidden)) return 0;
        post.State = hide ? PostState.Hidden : post.ClosedOn is null ? PostState.Open : PostState.Closed;
        store.Note(hide ? AuditDeed.PostHidden : AuditDeed.PostShown, me, post.AuthorId, clock.GetUtcNow().UtcDateTime);
        await store.Changed(post, stop);
        return 1;
    }, stop);

    private static async Task Hide(this Store store, Guid me, CircleReport report, TimeProvider clock, CancellationToken stop)
    {
        if (report.ReplyId is not { } reply)
        {
            await store.HidePost(me, report.PostId!.Value, true, clock, stop);
            return;
        }
        await store.Replies.Where(r => r.Id == reply).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsHidden, true), stop);
        if (report.PostId is { } post) await store.TellPages([post], stop);
        store.Note(AuditDeed.ReplyHidden, me, report.OfId, clock.GetUtcNow().UtcDateTime);
    }

    private static async Task<Guid> AuthorOf(this Store store, CircleSeat seat, ReportedThing what, CancellationToken stop)
    {
        if (what.PostId is not { } post) return what.ReplyId is null && what.MemberId is { } who && who != seat.Id ? (await store.MemberShown(seat, who, stop)).Member.Id : throw new NotFound("Circles.NoSuchMember");
        var shown = await store.PostShown(seat, post, stop);
        if (what.ReplyId is not { } reply) return shown.Post.AuthorId;
        return (await store.RepliesTo(seat, post, stop)).FirstOrDefault(r => r.Reply.Id == reply)?.Reply.AuthorId ?? throw new NotFound("Circles.NoSuchPost");
    }
}

/// <summary>What somebody reports: a member, a post of theirs, or an answer to one.</summary>
public sealed record ReportedThing(Guid? MemberId = null, Guid? PostId = null, Guid? ReplyId = null);
