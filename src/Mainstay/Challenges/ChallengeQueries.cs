using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Challenges;

/// <summary>Somebody who was asked in a hard time, and for what.</summary>
public sealed record ChallengeAskLine(AskLine Line, HelpAs As);

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

    /// <summary>Who was asked in a hard time: what is the owner's turn first.</summary>
    public static async Task<IReadOnlyList<ChallengeAskLine>> AsksIn(this Store store, Guid challenge, DateOnly today, CancellationToken stop)
    {
        var threads = await store.ChallengeAsks.AsNoTracking().Where(a => a.ChallengeId == challenge).ToDictionaryAsync(a => a.ThreadId, a => a.As, stop);
        return threads.Count == 0 ? [] : [.. (await store.AsksOf([.. threads.Keys], today, stop)).Select(l => new ChallengeAskLine(l, threads[l.Ask.ThreadId]))];
    }

    /// <summary>Those who helped in a hard time that is over, and were not thanked yet.</summary>
    public static async Task<IReadOnlyList<PersonLine>> HelpersToThank(this Store store, CancellationToken stop)
    {
        var (due, people) = (store.ThanksDue, store.People);
        return await (from thanks in due join person in people on thanks.PersonId equals person.Id orderby person.SortKey, person.Id select new PersonLine(person.Id, person.Name)).ToListAsync(stop);
    }

    /// <summary>Whether anybody is still to be thanked.</summary>
    public static Task<bool> IsThanksDue(this Store store, CancellationToken stop)
    {
        var people = store.People;
        return store.ThanksDue.AnyAsync(t => people.Any(p => p.Id == t.PersonId), stop);
    }

    /// <summary>Tells the room of asks which are of a hard time.</summary>
    internal sealed class Asked : IAskPlace
    {
        public async Task<string?> HelpWith(Store store, Guid thread, CancellationToken stop) =>
            await store.ChallengeAsks.Where(a => a.ThreadId == thread).Select(a => (Guid?)a.ChallengeId).FirstOrDefaultAsync(stop) is { } id ? $"{ChallengePage.Href(id)}/help" : null;
    }

    /// <summary>The country whose crisis lines are shown; null as long as it was not said.</summary>
    public static Task<string?> CrisisCountry(this Store store, CancellationToken stop) => store.CrisisCountries.AsNoTracking().Select(c => c.Country).FirstOrDefaultAsync(stop);
}
