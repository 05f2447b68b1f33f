using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accountability;

/// <summary>A commitment that is removed with all that was said of it, and taken back.</summary>
public static class CommitmentRemovalActions
{
    /// <summary>Removes it; its links open nothing any more, and what was learned stays. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveCommitment(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var course = await store.CourseToChange(id, stop);
        var words = await store.WitnessWords.Where(w => w.CommitmentId == id).ToListAsync(stop);
        await store.RevokeLinks(WitnessActions.Purpose, id, clock, stop);
        await store.RevokeLinks(CommitmentActions.CheckInPurpose, id, clock, stop);
        return await store.LetGo(new(course.It, course.It.WitnessId)
        {
            Along = [.. ((IEnumerable<IOwned>)[.. course.CheckIns, .. course.Pauses, .. course.Changes]).Select(r => (r, (Guid?)null)), .. words.Select(w => ((IOwned)w, w.PersonId))],
        }, clock, stop);
    }, stop);

    /// <summary>Takes a removal back. Its links stay revoked: a new one can be made.</summary>
    internal sealed class Back : RemovalActions.Back<Commitment>
    {
        protected override async Task MayReturn(Store store, Commitment row, TimeProvider clock, CancellationToken stop)
        {
            if (row.WitnessId is { } person && !await store.IsThere(person, stop)) row.WitnessId = null;
        }

        protected override async Task Return(Store store, string along, CancellationToken stop)
        {
            using var kept = JsonDocument.Parse(along);
            var has = kept.RootElement;
            if (has.TryGetProperty("answer", out _)) store.Add(Read<CheckIn>(along));
            else if (has.TryGetProperty("number", out _)) store.Add(Read<CommitmentChange>(along));
            else if (has.TryGetProperty("writtenAt", out _))
            {
                var word = Read<WitnessWord>(along);
                if (word.PersonId is { } person && !await store.IsThere(person, stop)) word.PersonId = null;
                store.Add(word);
            }
            else store.Add(Read<CommitmentPause>(along));
        }
    }

    /// <summary>Whether somebody was not removed for good; who lies in the trash is there.</summary>
    internal static Task<bool> IsThere(this Store store, Guid person, CancellationToken stop) => store.People.IgnoreQueryFilters([Store.TrashFilter]).AnyAsync(p => p.Id == person, stop);
}
