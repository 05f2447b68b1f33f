using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Challenges;

public static class ChallengeQueries
{
    /// <summary>All of them, the latest first, without what is written.</summary>
    public static async Task<IReadOnlyList<Challenge>> AllChallenges(this Store store, CancellationToken stop) =>
        [.. (await store.Challenges.AsNoTracking().Select(c => new Challenge { Id = c.Id, SpaceId = c.SpaceId, Name = c.Name, Topic = c.Topic, EndsOn = c.EndsOn, Rounds = c.Rounds, CreatedAt = c.CreatedAt }).ToListAsync(stop)).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id)];

    public static async Task<Challenge> ChallengeOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Challenges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Challenges.NotThere");

    /// <summary>The one whose id ends so.</summary>
    public static async Task<Challenge> ChallengeEndingWith(this Store store, string end, CancellationToken stop)
    {
        var all = (await store.AllChallenges(stop)).Where(c => c.EndsSo(end)).ToList();
        return all switch { [var one] => await store.ChallengeOf(one.Id, stop), [] => throw new NotFound("Challenges.NoneCalled", end), _ => throw new Conflict("Challenges.SeveralCalled", end) };
    }

    /// <summary>The country whose crisis lines are shown; null as long as it was not said.</summary>
    public static Task<string?> CrisisCountry(this Store store, CancellationToken stop) => store.CrisisCountries.AsNoTracking().Select(c => c.Country).FirstOrDefaultAsync(stop);
}
