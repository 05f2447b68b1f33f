using Mainstay.Accounts;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accountability;

/// <summary>A commitment with how it went, the names of what it holds together, and what its witness wrote, the last first.</summary>
public sealed record CommitmentLine(CommitmentCourse Course, string? Name, string? Goal, IReadOnlyList<WitnessWord> Words)
{
    public Commitment It => Course.It;

    /// <summary>The witness, as long as they are there.</summary>
    public PersonLine? Witness => It.WitnessId is { } id && Name is not null ? new(id, Name) : null;

    /// <summary>What the witness of today wrote; what one before them wrote is for the owner alone.</summary>
    public IReadOnlyList<WitnessWord> WordsOfWitness => It.WitnessId is { } id ? [.. Words.Where(w => w.PersonId == id)] : [];
}

/// <summary>Something that Today says of a commitment.</summary>
public sealed record CommitmentSaid(CommitmentLine Line, MatterSince Matter)
{
    /// <summary>What the card is about: each word of the witness is a matter of its own.</summary>
    public Guid Subject => Matter.Matter == CommitmentMatter.WitnessWrote ? Line.WordsOfWitness[0].Id : Line.It.Id;

    /// <summary>The witness, on what is about them.</summary>
    public PersonLine? About => Matter.Matter >= CommitmentMatter.WitnessAccepted ? Line.Witness : null;
}

public static class CommitmentQueries
{
    /// <summary>All of them: those that are open, the nearest first, then those that ended, the latest first. Only those a person witnesses, or is to be asked to, when one is named.</summary>
    public static async Task<IReadOnlyList<CommitmentLine>> AllCommitments(this Store store, DateOnly today, CancellationToken stop, Guid? witness = null) =>
    [
        .. (await store.Lines(store.Commitments.Where(c => witness == null || (c.WitnessId == witness && (c.Witness == WitnessState.Chosen || c.Witness == WitnessState.Asked || c.Witness == WitnessState.Accepted))), stop))
            .OrderBy(l => !l.Course.IsOpen).ThenBy(l => l.Course.IsOpen ? l.Course.PromiseOn(today).Due : default).ThenByDescending(l => l.It.EndedOn).ThenByDescending(l => l.It.CreatedAt).ThenBy(l => l.It.Id),
    ];

    public static async Task<CommitmentLine> CommitmentOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Commitments.Where(c => c.Id == id), stop) is [var line] ? line : throw new NotFound("Accountability.NotThere");

    /// <summary>The one commitment whose id ends so.</summary>
    public static async Task<CommitmentLine> CommitmentEndingWith(this Store store, string end, CancellationToken stop) =>
        (await store.Commitments.AsNoTracking().ToListAsync(stop)).FindAll(c => c.EndsSo(end)) is [var one] ? await store.CommitmentOf(one.Id, stop) : throw new NotFound("Accountability.NoneCalled", end);

    /// <summary>The one commitment whose check-in waits, for who names none.</summary>
    public static async Task<CommitmentLine> CommitmentToCheckIn(this Store store, DateOnly today, CancellationToken stop)
    {
        var waiting = (await store.AllCommitments(today, stop)).Where(l => l.Course.CheckInToAnswer(today) is not null).ToList();
        return waiting switch { [var one] => one, [] => throw new NotFound("Accountability.NoneWaits"), _ => throw new Conflict("Accountability.SeveralWait") };
    }

    /// <summary>What Today says of commitments: each matter once, and once more when nothing came of it.</summary>
    public static async Task<IReadOnlyList<CommitmentSaid>> CommitmentsToSay(this Store store, string checkIns, string others, DateOnly today, CancellationToken stop)
    {
        var (words, since) = (store.WitnessWords, today.AddDays(-CommitmentMatters.DaysToSay));
        var lines = await store.Lines(store.Commitments.Where(c => c.State == CommitmentState.Open || words.Any(w => w.CommitmentId == c.Id && w.On >= since)), stop);
        if (lines.Count == 0) return [];
        var all = lines.SelectMany(l => l.Course.MattersOn(l.WordsOfWitness.Select(w => (DateOnly?)w.On).FirstOrDefault(), today).Select(m => new CommitmentSaid(l, m))).ToList();
        if (all.Count == 0) return [];
        var from = all.Min(s => s.Matter.Since);
        var said = (await store.DealtCards.AsNoTracking().Where(c => c.On >= from && (c.Kind == checkIns || c.Kind == others)).Select(c => new { c.Kind, c.Subject, c.PersonId, c.On }).ToListAsync(stop)).ToLookup(c => (c.Kind, c.Subject, c.PersonId), c => c.On);
        return [.. all.Where(s => CommitmentMatters.IsSaid(s.Matter.Since, said[(s.Matter.Matter == CommitmentMatter.CheckIn ? checkIns : others, s.Subject, s.About?.Id)], today)).DistinctBy(s => s.Line.It.Id).OrderBy(s => s.Matter.Since).ThenBy(s => s.Line.It.Id)];
    }

    /// <summary>Until when the witness can look and write; null when by no link.</summary>
    public static Task<DateTime?> WitnessLinkUntil(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.OpenUntil(WitnessActions.Purpose, id, clock, stop);

    private static async Task<List<CommitmentLine>> Lines(this Store store, IQueryable<Commitment> commitments, CancellationToken stop)
    {
        var (people, goals) = (store.People, store.Goals);
        var found = await (from one in commitments.AsNoTracking()
                           join person in people on one.WitnessId equals person.Id into witnesses
                           from person in witnesses.DefaultIfEmpty()
                           join goal in goals on one.GoalId equals goal.Id into meant
                           from goal in meant.DefaultIfEmpty()
                           select new { It = one, person.Name, Goal = goal.Text }).ToListAsync(stop);
        if (found.Count == 0) return [];
        var which = commitments.Select(c => c.Id);
        var checkIns = (await store.CheckIns.AsNoTracking().Where(c => which.Contains(c.CommitmentId)).ToListAsync(stop)).ToLookup(c => c.CommitmentId);
        var pauses = (await store.CommitmentPauses.AsNoTracking().Where(p => which.Contains(p.CommitmentId)).ToListAsync(stop)).ToLookup(p => p.CommitmentId);
        var changes = (await store.CommitmentChanges.AsNoTracking().Where(c => which.Contains(c.CommitmentId)).ToListAsync(stop)).ToLookup(c => c.CommitmentId);
        var words = (await store.WitnessWords.AsNoTracking().Where(w => which.Contains(w.CommitmentId)).ToListAsync(stop)).ToLookup(w => w.CommitmentId);
        return [.. found.Select(f => new CommitmentLine(new(f.It, [.. checkIns[f.It.Id].OrderBy(c => c.For)], [.. pauses[f.It.Id].OrderBy(p => p.From)], [.. changes[f.It.Id].OrderBy(c => c.Number)]),
            f.Name, f.Goal, [.. words[f.It.Id].OrderByDescending(w => w.WrittenAt).ThenByDescending(w => w.Id)]))];
    }
}
