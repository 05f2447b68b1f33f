using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>A report as hosts see it: what it is about and why, never by whom.</summary>
public sealed record ReportLine(Guid Id, Guid OfId, string Of, Guid? PostId, Guid? ReplyId, string? Text, string Why, DateTime At, ReportState State);

/// <summary>An entry of the log, with names as they are now.</summary>
public sealed record AuditLine(AuditEntry Entry, string? By, string? Of);

public static class GuardingQueries
{
    /// <summary>What waits for the hosts, the oldest first. Who is reported does not see it, host or not.</summary>
    public static async Task<IReadOnlyList<ReportLine>> ReportsHere(this Store store, CircleSeat seat, CancellationToken stop)
    {
        var (members, posts, replies) = (store.Members, store.Posts, store.Replies);
        return await store.ReportsFor(seat).OrderBy(r => r.Id).Take(100)
            .Select(r => new ReportLine(r.Id, r.OfId, members.Where(m => m.Id == r.OfId).Select(m => m.Name).FirstOrDefault() ?? "", r.PostId, r.ReplyId,
                r.ReplyId != null ? replies.Where(x => x.Id == r.ReplyId).Select(x => x.Text).FirstOrDefault() : posts.Where(p => p.Id == r.PostId).Select(p => p.Title).FirstOrDefault(), r.Why, r.At, r.State)).ToListAsync(stop);
    }

    /// <summary>What waits for this host: nothing about themselves, and nothing of hard times for who is here for an employer.</summary>
    internal static IQueryable<CircleReport> ReportsFor(this Store store, CircleSeat seat)
    {
        var (me, posts) = (seat.Id, store.Posts);
        var open = store.CircleReports.Where(r => r.State == ReportState.Open && r.OfId != me);
        return seat.SeesHardTimes ? open : open.Where(r => !posts.Any(p => p.Id == r.PostId && p.IsForHardTimes));
    }

    /// <summary>Who did what to whom, the newest first.</summary>
    public static async Task<IReadOnlyList<AuditLine>> AuditLog(this Store store, Guid? before, int most, CancellationToken stop)
    {
        var members = store.Members;
        var all = await store.AuditEntries.AsNoTracking().Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(most)
            .Select(e => new { e, By = members.Where(m => m.Id == e.ById).Select(m => m.Name).FirstOrDefault(), Of = members.Where(m => m.Id == e.OfId).Select(m => m.Name).FirstOrDefault() }).ToListAsync(stop);
        return [.. all.Select(a => new AuditLine(a.e, Called(a.By, a.e.ByName), Called(a.Of, a.e.OfName)))];
    }

    private static string? Called(string? now, string? then) => now is { Length: > 0 } ? now : then ?? now;

    /// <summary>Whom somebody keeps apart from themselves.</summary>
    public static Task<List<Guid>> BlockedBy(this Store store, Guid member, CancellationToken stop) => store.MemberBlocks.Where(b => b.ById == member).Select(b => b.OfId).ToListAsync(stop);
}
