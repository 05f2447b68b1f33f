using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>An ask that is removed, and taken back.</summary>
public static class AskRemovalActions
{
    /// <summary>Removes it, as if it had never been asked, and with the last of its thread who was to be asked next; favours that came of it stay. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveAsk(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var ask = await store.AskToChange(id, stop);
        await store.RevokeLinks(AskActions.Purpose, id, clock, stop);
        var favours = await store.Favours.Where(f => f.AskId == id).ToListAsync(stop);
        foreach (var favour in favours) favour.AskId = null;
        var isLast = !await store.Asks.IgnoreQueryFilters([Store.PrivateFilter]).AnyAsync(a => a.ThreadId == ask.ThreadId && a.Id != id, stop);
        var next = isLast ? await store.AskNexts.Where(n => n.ThreadId == ask.ThreadId).ToListAsync(stop) : [];
        return await store.LetGo(new(ask, ask.PersonId) { Along = [.. next.Select(n => ((IOwned)n, n.PersonId))], Left = [.. favours.Select(f => f.Id)] }, clock, stop);
    }, stop);

    /// <summary>Takes a removal back. Its links stay revoked: only their hashes were known, and whoever was told that they lead nowhere was told the truth. A new one can be made.</summary>
    internal sealed class Back : RemovalActions.Back<Ask>
    {
        protected override async Task MayReturn(Store store, Ask ask, TimeProvider clock, CancellationToken stop)
        {
            var today = await store.OwnersDay(clock, stop);
            if (ask.IsOpen(today)) await store.ThrowIfAskedAlready(new() { PersonId = ask.PersonId, What = ask.What, IsFirst = ask.IsFirst, NeedId = ask.NeedId }, await store.WhoIsAsked(ask.PersonId, stop), today, stop);
        }

        protected override async Task Return(Store store, string along, CancellationToken stop)
        {
            var next = Read<AskNext>(along);
            if (!await store.AskNexts.AnyAsync(n => n.ThreadId == next.ThreadId && n.PersonId == next.PersonId, stop)) store.Add(next);
        }

        protected override async Task NameAgain(Store store, Ask ask, IReadOnlyList<Guid> left, CancellationToken stop)
        {
            foreach (var favour in await store.Favours.Where(f => f.PersonId == ask.PersonId && f.AskId == null).ToListAsync(stop))
                if (left.Contains(favour.Id)) favour.AskId = ask.Id;
        }
    }
}
