using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>What somebody wrote in their circles, and how they are shown there, for the file of their account. What others wrote is not theirs to take.</summary>
internal sealed class CirclesFileSource : IAccountFileSection
{
    public string Name => "circles";

    public async Task<object?> Of(Store store, Guid account, CancellationToken stop) =>
        await store.InEachCircle(account, (circle, seat) => Written(store, seat, circle.Name, stop), stop) is { Count: > 0 } found ? found : null;

    private static async Task<object> Written(Store store, CircleSeat seat, string circle, CancellationToken stop)
    {
        var (me, members, posts, seen) = (seat.Id, store.Members, store.Posts, store.SeenBy(seat, await store.Unseen(seat, stop)).Where(p => !p.IsForHardTimes));
        return new
        {
            Circle = circle, seat.Role, Since = seat.Me.JoinedAt, Profile = MemberProfile.Of(seat.Me),
            Posts = await posts.Where(p => p.AuthorId == me).OrderBy(p => p.Id).Select(p => new { p.Kind, p.Title, p.Text, p.Link, p.Topics, p.Until, p.State, p.IsForHardTimes, p.CreatedAt }).ToListAsync(stop),
            Answers = await store.Replies.Where(r => r.AuthorId == me).OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => new { To = seen.Where(p => p.Id == r.PostId).Select(p => p.Title).FirstOrDefault(), r.Kind, r.Text, r.At }).ToListAsync(stop),
            KeptApartFrom = await store.MemberBlocks.Where(b => b.ById == me).Select(b => members.Where(m => m.Id == b.OfId).Select(m => m.Name).FirstOrDefault()).ToListAsync(stop),
            Introductions = await store.CircleIntroductions.Where(i => i.AskerId == me).OrderBy(i => i.Id).Select(i => new { i.At, i.Purpose, i.Stage, i.CreatedAt }).ToListAsync(stop),
            Reports = await store.CircleReports.Where(r => r.ById == me).OrderBy(r => r.Id).Select(r => new { Of = members.Where(m => m.Id == r.OfId).Select(m => m.Name).FirstOrDefault(), r.Why, r.At }).ToListAsync(stop),
        };
    }
}
