using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>Makes copies of a circle. That one was made stands in its log.</summary>
internal static class CircleCopyActions
{
    public static async Task<CircleCopy> CopyCircle(this Store store, Guid me, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await store.AllOrNothing(async () =>
        {
            await store.SeatOf(me, stop, SpaceRole.Owner);
            store.Note(AuditDeed.Copied, me, null, now);
            return await store.SaveChangesAsync(stop);
        }, stop); // it stands there before anything is read, and nobody waits for the reading
        var names = await store.Members.ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        return new CircleCopy(CirclesApi.Of(await store.CircleHere(stop), await store.SpaceHere(stop)), now)
        {
            Members = await store.EveryMember(today, stop),
            Posts = await store.EveryPost(names, stop),
            Log = [.. (await store.AuditLog(null, int.MaxValue, stop)).Select(AuditAnswer.From)],
        };
    }

    private static async Task<IReadOnlyList<CircleMemberAnswer>> EveryMember(this Store store, DateOnly today, CancellationToken stop)
    {
        var (here, accesses) = (store.SpaceId, store.Accesses);
        var all = await store.Members.AsNoTracking().Where(m => m.LeftAt == null).OrderBy(m => m.SortKey).ThenBy(m => m.Id).Select(m => new { m, Role = accesses.Where(a => a.SpaceId == here && a.AccountId == m.Id).Select(a => a.Role).FirstOrDefault() }).ToListAsync(stop);
        return [.. all.Select(x => CircleMemberAnswer.Of(new(x.m, x.Role), today))];
    }

    /// <summary>A hard time is over sooner than a copy is forgotten, and what was hidden is to stay so.</summary>
    private static async Task<IReadOnlyList<CopiedPost>> EveryPost(this Store store, IReadOnlyDictionary<Guid, string> names, CancellationToken stop)
    {
        var posts = store.Posts.AsNoTracking().Where(p => !p.IsForHardTimes && p.State != PostState.Hidden);
        var answers = (await store.Replies.AsNoTracking().Where(r => !r.IsHidden && posts.Any(p => p.Id == r.PostId)).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(stop)).ToLookup(r => r.PostId);
        return
        [
            .. (await posts.OrderBy(p => p.Id).ToListAsync(stop)).Select(p => new CopiedPost(
                PostAnswer.Of(new(p, names.GetValueOrDefault(p.AuthorId, ""), answers[p.Id].Count(), answers[p.Id].Count(r => r.Kind >= ReplyKind.ICan))),
                [.. answers[p.Id].Select(r => ReplyAnswer.Of(new(r, names.GetValueOrDefault(r.AuthorId, ""))))])),
        ];
    }
}
