using Mainstay.Algorithms.Text;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>A candidate with the topic of the need they might meet, as long as that is kept.</summary>
/// <param name="It">The candidate.</param>
/// <param name="Need">The topic.</param>
/// <param name="TouchedOn">The last day the owner noted a touch with them, if they are one of their people.</param>
public sealed record CandidateLine(Candidate It, string? Need, DateOnly? TouchedOn = null)
{
    /// <summary>The day of a touch that the stage does not know of yet; null when there is none.</summary>
    public DateOnly? TouchedSince => TouchedOn is { } touched && touched > (It.FollowedUpOn > It.DayOf(It.Stage) ? It.FollowedUpOn : It.DayOf(It.Stage)) ? touched : null;
}

public static class CandidateQueries
{
    /// <summary>All of them whose person, if they are one, is there: whose turn it is first, then by when it is, then by name.</summary>
    public static async Task<IReadOnlyList<CandidateLine>> AllCandidates(this Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.Lines(store.Candidates, stop)).OrderBy(l => Place(l.StepOn(today))).ThenBy(l => l.DueOn() ?? DateOnly.MaxValue).ThenBy(l => Folding.Fold(l.It.Name), StringComparer.Ordinal).ThenBy(l => l.It.Id)];

    public static async Task<CandidateLine> CandidateOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Candidates.Where(c => c.Id == id), stop) is [var line] ? line : throw new NotFound("Outreach.CandidateNotThere");

    /// <summary>The one of this person, if they are a candidate.</summary>
    public static async Task<CandidateLine?> CandidateOfPerson(this Store store, Guid person, CancellationToken stop) =>
        (await store.Lines(store.Candidates.Where(c => c.PersonId == person), stop)).FirstOrDefault();

    /// <summary>Whether they are in, and the owner has yet to say how often both would like to hear from each other.</summary>
    public static async Task<bool> AsksHowOften(this Store store, Candidate candidate, CancellationToken stop) =>
        candidate is { Stage: Stage.In, RestingSince: null, PersonId: { } person } && Layers.AsksHowOften(await store.KeptTieOf(person, stop));

    /// <summary>Those who are not in the network yet, of whom the owner noted more of where they came from than its kind.</summary>
    public static async Task<IReadOnlyList<CandidateLine>> CandidatesFromSomewhere(this Store store, CancellationToken stop) =>
        [.. (await store.Lines(store.Candidates.Where(c => c.OriginText != null && c.Stage != Stage.In && c.RestingSince == null), stop)).OrderBy(l => Folding.Fold(l.It.Name), StringComparer.Ordinal)];

    /// <summary>What Today may speak of.</summary>
    public static async Task<IReadOnlyList<CandidateLine>> CandidatesDue(this Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.Lines(store.Candidates.Where(c => c.Stage != Stage.In || c.NextOn != null || c.RestUntil != null), stop)).Where(l => l.IsDue(today)).OrderBy(l => l.It.Id)];

    /// <summary>The one that is called so, or whose id ends so.</summary>
    public static async Task<CandidateLine> FindCandidate(this Store store, string typed, DateOnly today, CancellationToken stop)
    {
        var all = await store.AllCandidates(today, stop);
        if (all.Where(l => l.It.EndsSo(typed)).ToList() is [var byId]) return byId;
        var named = all.Where(l => PersonNames.Answers(l.It.Name, null, typed) is not null).ToList();
        if (named.Where(l => PersonNames.Key(l.It.Name) == PersonNames.Key(typed)).ToList() is [var exactly]) return exactly;
        return named switch { [var one] => one, [] => throw new NotFound("Outreach.NoCandidateCalled", typed), _ => throw new Conflict("Outreach.SeveralCandidates", typed, NamesakeQueries.Labels([.. named.Select(l => l.It)])) };
    }

    /// <summary>The one whose id ends so, or who is called exactly so and none of the owner's people, who are found as such; else the one who answers to a part of their name, or whose id has an end shorter than it is shown. Null when that is nobody.</summary>
    internal static async Task<Candidate?> CandidateMeant(this Store store, string typed, bool exactly, CancellationToken stop)
    {
        var all = await store.Candidates.AsNoTracking().ToListAsync(stop);
        var byId = all.Where(c => c.EndsSo(typed)).Take(2).ToList() is [var ended] ? ended : null;
        if (byId is not null && ShortIds.IsAsShown(typed)) return byId;
        var outside = all.Where(c => c.PersonId is null && PersonNames.Answers(c.Name, null, typed) is not null).ToList();
        if (outside.Where(c => PersonNames.Key(c.Name) == PersonNames.Key(typed)).ToList() is [var called]) return called;
        if (exactly) return null;
        return outside switch { [] => byId, [var one] => one, _ => throw new Conflict("Outreach.SeveralCandidates", typed, NamesakeQueries.Labels(outside)) };
    }

    /// <summary>A person's name as it is now is that of the candidate.</summary>
    private static async Task<List<CandidateLine>> Lines(this Store store, IQueryable<Candidate> candidates, CancellationToken stop)
    {
        var (people, ties, needs) = (store.People, store.Ties, store.Needs);
        var rows = await (from candidate in candidates.AsNoTracking()
                          join person in people on candidate.PersonId equals person.Id into known
                          from person in known.DefaultIfEmpty()
                          where candidate.PersonId == null || person != null
                          join tie in ties on candidate.PersonId equals tie.Id into tied
                          from tie in tied.DefaultIfEmpty()
                          join need in needs on candidate.NeedId equals need.Id into meant
                          from need in meant.DefaultIfEmpty()
                          select new { candidate, Called = person == null ? null : person.Name, Need = need == null ? null : need.Topic, TouchedOn = tie == null ? null : tie.LastTouchOn, Kind = tie == null ? null : tie.LastTouchKind }).ToListAsync(stop);
        foreach (var row in rows) row.candidate.Name = row.Called ?? row.candidate.Name;
        var before = await store.TouchedBeforeReactions([.. rows.Where(r => r.Kind == TouchKind.Reaction).Select(r => r.candidate.PersonId).OfType<Guid>()], stop);
        return [.. rows.Select(r => new CandidateLine(r.candidate, r.Need, r.Kind == TouchKind.Reaction ? before.GetValueOrDefault(r.candidate.PersonId!.Value) : r.TouchedOn))];
    }

    /// <summary>The last day on which more than a reaction passed between the owner and each of these: a like says nothing of how far it has come.</summary>
    private static async Task<Dictionary<Guid, DateOnly?>> TouchedBeforeReactions(this Store store, Guid[] people, CancellationToken stop)
    {
        var (last, touches) = (new Dictionary<Guid, DateOnly?>(), store.Touches);
        foreach (var some in people.Chunk(Store.MostParameters))
            foreach (var row in await (from there in store.TouchPeople
                                       where some.Contains(there.PersonId)
                                       join touch in touches on there.TouchId equals touch.Id
                                       where touch.Kind != TouchKind.Reaction
                                       group there by there.PersonId into theirs
                                       select new { Person = theirs.Key, On = theirs.Max(t => t.On) }).ToListAsync(stop)) last[row.Person] = row.On;
        return last;
    }

    private static int Place(CandidateStep step) => step switch { CandidateStep.Wait => 1, CandidateStep.Nothing => 2, _ => 0 };
}
