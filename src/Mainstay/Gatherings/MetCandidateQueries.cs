using Mainstay.Outreach;
using Mainstay.Storage;

namespace Mainstay.Gatherings;

/// <summary>A candidate beside whom the owner met.</summary>
/// <param name="Id">The candidate.</param>
/// <param name="Name">What they are called there.</param>
/// <param name="IsThem">They are one, and met by it; else nobody said yet whether they are.</param>
public sealed record MetCandidate(Guid Id, string Name, bool IsThem);

public static class MetCandidateQueries
{
    /// <summary>The candidate who was met by an encounter, or who is called as whoever was met and may be them; null when there is none.</summary>
    public static async Task<MetCandidate?> CandidateBeside(this Store store, EncounterLine line, CancellationToken stop)
    {
        var met = line.Encounter;
        if (await store.CandidateOfPerson(met.PersonId, stop) is { It: var them }) return them.Stage == Stage.Met && them.MetOn == met.On ? new(them.Id, them.Name, true) : null;
        return await store.CandidateLike(line.Name, stop) is { } like ? new(like.Id, like.Name, false) : null;
    }

    /// <summary>An encounter as programs are told of it, with the candidate beside it.</summary>
    internal static async Task<EncounterAnswer> AnswerOf(this Store store, EncounterLine line, CancellationToken stop) =>
        EncounterAnswer.Of(line) with { Candidate = await store.CandidateBeside(line, stop) };
}
