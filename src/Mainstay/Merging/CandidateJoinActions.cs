using System.Text.Json;
using Mainstay.Outreach;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Merging;

/// <summary>Two candidates that became one.</summary>
/// <param name="Kept">The one that is seen.</param>
/// <param name="Other">The one that stays with who went, and is seen by nobody.</param>
/// <param name="Before">How the one that is seen was.</param>
/// <param name="After">What it became.</param>
/// <param name="Drafts">What was drafted to the other.</param>
internal sealed record JoinedCandidate(Guid Kept, Guid Other, string Before, string After, IReadOnlyList<Guid> Drafts);

/// <summary>Somebody who was a candidate twice is one once; taken apart, they are two again.</summary>
internal static class CandidateJoinActions
{
    /// <summary>Joins them in the open transaction; null when they were not both candidates.</summary>
    public static async Task<JoinedCandidate?> JoinCandidates(this Store store, Guid keep, Guid gone, CancellationToken stop)
    {
        var both = await store.Candidates.Where(c => c.PersonId == keep || c.PersonId == gone).OrderBy(c => c.Id).ToListAsync(stop);
        if (both.Find(c => c.PersonId == keep) is not { } kept || both.Find(c => c.PersonId == gone) is not { } other) return null;
        var before = Written(kept);
        BothCandidates.Join(kept, other);
        var drafts = await store.Drafts.Where(d => d.CandidateId == other.Id).ToListAsync(stop);
        foreach (var draft in drafts) draft.CandidateId = kept.Id;
        await store.SaveChangesAsync(stop);
        return new(kept.Id, other.Id, before, Written(kept), drafts.ConvertAll(d => d.Id));
    }

    /// <summary>Makes two of them again, in the open transaction. The one that is seen is as before, unless it was changed since.</summary>
    public static async Task PartCandidates(this Store store, JoinedCandidate joined, CancellationToken stop)
    {
        if (await store.Candidates.AnyAsync(c => c.Id == joined.Other, stop))
            foreach (var draft in await store.Drafts.Where(d => d.CandidateId == joined.Kept).ToListAsync(stop))
                if (joined.Drafts.Contains(draft.Id)) draft.CandidateId = joined.Other;
        if (await store.Candidates.FirstOrDefaultAsync(c => c.Id == joined.Kept, stop) is { } kept && Written(kept) == joined.After)
            store.Entry(kept).CurrentValues.SetValues(JsonSerializer.Deserialize<Candidate>(joined.Before, Json.OneLine)!);
        await store.SaveChangesAsync(stop);
    }

    private static string Written(Candidate candidate) => JsonSerializer.Serialize(candidate, Json.OneLine);
}
