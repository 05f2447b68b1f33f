using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Outreach;

/// <summary>What became of a move: the candidate, the touch that was noted with it, and where it stood before.</summary>
public sealed record Moved(Candidate Candidate, Stage From, Guid? TouchId, bool BecamePerson)
{
    /// <summary>It was said with it which of the owner's people they are.</summary>
    public bool IsSomebodyKnown { get; init; }
}

public static class CandidateActions
{
    private const int EarliestYear = 1900;

    /// <summary>Notes somebody. Whoever is a candidate already is refused; so is a name that one of the owner's people has, until it is said whether it is them.</summary>
    public static Task<Candidate> AddCandidate(this Store store, NewCandidate candidate, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (candidate.Id is { } once && await store.Candidates.FirstOrDefaultAsync(c => c.Id == once, stop) is { } already) return already;
        Mistaken.ThrowIf(candidate.Check());
        var name = await store.NameOf(candidate, stop);
        await store.ThrowIfThere(candidate.PersonId, name, null, stop);
        if (candidate is { PersonId: null, IsNew: false } && await store.PeopleCalled(name, stop) is { Count: > 0 } called) throw new PersonAlready(name, called);
        var row = new Candidate { Id = candidate.Id ?? Guid.CreateVersion7(), Name = name, NoticedOn = today, CreatedAt = clock.GetUtcNow().UtcDateTime };
        await store.Fill(row, candidate, name, stop);
        store.Add(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes of a candidate what is said now; where it stands stays.</summary>
    public static Task<Candidate> ChangeCandidate(this Store store, Guid id, NewCandidate candidate, CancellationToken stop) => store.ChangeCandidate(id, async row =>
    {
        Mistaken.ThrowIf(candidate.Check());
        var name = await store.NameOf(candidate, stop);
        await store.ThrowIfThere(candidate.PersonId, name, id, stop);
        await store.Fill(row, candidate, name, stop);
    }, stop);

    /// <summary>Says how far it has come, forwards or back. What was a contact is noted as a touch with them; whoever was met, or is in, becomes one of the owner's people. Where somebody there is called so, it has to be said whether it is them.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="id">Which candidate.</param>
    /// <param name="move">How far, and since when.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Breaks off.</param>
    public static Task<Moved> MoveCandidate(this Store store, Guid id, Move move, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CandidateToChange(id, stop);
        var (from, day) = (row.Stage, move.On ?? today);
        Mistaken.ThrowIf(new Problems()
            .When(!Enum.IsDefined(move.To), "stage", "Outreach.NotAStage")
            .When(day > today.AddDays(1), "on", "Outreach.InFuture", day)
            .When(day.Year < EarliestYear, "on", "Outreach.TooLongAgo", day));
        var isKnown = move.PersonId is { } known && await store.SayWhoItIs(row, known, stop);
        if (from == move.To && row.RestingSince is null)
        {
            if (move.Layer is { } same) await store.PlaceCandidate(row, same, stop);
            return new Moved(row, from, null, false) { IsSomebodyKnown = isKnown };
        }
        var becomes = row.PersonId is null && move.To >= Stage.Met;
        if (becomes && !move.IsNew) await store.ThrowIfNamesake(row, stop);
        row.Come(move.To, day);
        if (becomes) await store.BecomePerson(row, clock, stop, move.IsNew);
        await store.SaveChangesAsync(stop);
        // What one was there for is noted already with whoever they turn out to be.
        var isNoted = isKnown && await store.WasInTouch(row.PersonId!.Value, day, stop);
        var touch = move.To > from && !isNoted ? await store.NoteContact(row, day, move.TouchId, clock, stop) : null;
        if (move.Layer is { } near) await store.PlaceCandidate(row, near, stop);
        return new Moved(row, from, touch, becomes) { IsSomebodyKnown = isKnown };
    }, stop);

    /// <summary>Says how near they are meant to be, by which they have a rhythm.</summary>
    private static Task<Tie> PlaceCandidate(this Store store, Candidate row, Layer layer, CancellationToken stop) =>
        row.PersonId is { } person ? store.SetLayer(person, layer, stop) : throw new Mistaken(new Problems().When(true, "layer", "Outreach.NotYetNear", row.Name));

    /// <summary>Takes a move back: the stage it had, and without the touch that was noted with it.</summary>
    public static Task<Candidate> MoveBack(this Store store, Guid id, Stage to, Guid? touch, DateOnly today, CancellationToken stop) => store.ChangeCandidate(id, async row =>
    {
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(to), "stage", "Outreach.NotAStage"));
        row.Come(to, row.DayOf(to) ?? today);
        if (touch is { } noted && row.PersonId is { } person && await store.TouchPeople.AnyAsync(t => t.TouchId == noted && t.PersonId == person, stop)) await store.RemoveTouches([noted], stop);
    }, stop);

    /// <summary>One more word went to somebody who has not answered.</summary>
    public static Task<Candidate> FollowUp(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop, Guid? touch = null) => store.ChangeCandidate(id, async row =>
    {
        if (row.Stage != Stage.Contacted) throw new Conflict("Outreach.NothingToFollowUp", row.Name);
        (row.FollowedUpOn, row.QuietUntil, row.NextOn, row.NextStep) = (today, null, null, null);
        await store.NoteContact(row, today, touch, clock, stop);
    }, stop);

    /// <summary>Lets it rest, for good or until a day.</summary>
    public static Task<Candidate> LetRest(this Store store, Guid id, DateOnly? until, DateOnly today, CancellationToken stop) => store.ChangeCandidate(id, row =>
    {
        Mistaken.ThrowIf(new Problems().When(until <= today, "until", "Outreach.RestIsOver"));
        (row.RestingSince, row.RestUntil, row.QuietUntil) = (row.RestingSince ?? today, until, null);
        return Task.CompletedTask;
    }, stop);

    /// <summary>It rests no more, and stands where it stood.</summary>
    public static Task<Candidate> WakeUp(this Store store, Guid id, DateOnly today, CancellationToken stop) => store.ChangeCandidate(id, row =>
    {
        if (row.RestingSince is not null) (row.RestingSince, row.RestUntil, row.QuietUntil) = (null, null, today.AddDays(1));
        return Task.CompletedTask;
    }, stop);

    /// <summary>Several of these at once: all of it, or nothing.</summary>
    internal static Task<Candidate> Change(this Store store, Guid id, CandidateMoveFields change, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (change.Stage is { } stage) await store.MoveCandidate(id, change.ToMove(stage), today, clock, stop);
        else
        {
            if (change.PersonId is { } person) await store.SayWhoItIs(await store.CandidateToChange(id, stop), person, stop);
            if (change.Layer is { } layer) await store.PlaceCandidate(await store.CandidateToChange(id, stop), layer, stop);
        }
        if (change.FollowedUp == true) await store.FollowUp(id, today, clock, stop);
        if (change.Resting == true) await store.LetRest(id, change.RestUntil, today, stop);
        else if (change.Resting == false) await store.WakeUp(id, today, stop);
        return await store.CandidateToChange(id, stop);
    }, stop);

    /// <summary>Today says nothing of it before a day.</summary>
    public static Task<Candidate> QuietCandidate(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.ChangeCandidate(id, row =>
    {
        row.QuietUntil = until;
        return Task.CompletedTask;
    }, stop);

    /// <summary>Removes a candidate with what was drafted to them; the person they became stays. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveCandidate(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CandidateToChange(id, stop);
        var drafts = await store.Drafts.Where(d => d.CandidateId == id && d.PersonId == null).ToListAsync(stop);
        var theirs = await store.Drafts.Where(d => d.CandidateId == id && d.PersonId != null).ToListAsync(stop);
        foreach (var draft in theirs) draft.CandidateId = null;
        return await store.LetGo(new(row, row.PersonId) { Along = [.. drafts.Select(d => ((IOwned)d, (Guid?)null))], Left = [.. theirs.Select(d => d.Id)] }, clock, stop);
    }, stop);

    internal static async Task<Candidate> CandidateToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Candidates.FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Outreach.CandidateNotThere");

    private static Task<Candidate> ChangeCandidate(this Store store, Guid id, Func<Candidate, Task> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CandidateToChange(id, stop);
        await change(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>As it was typed, or as the person is called.</summary>
    private static async Task<string> NameOf(this Store store, NewCandidate candidate, CancellationToken stop) =>
        candidate.PersonId is { } person ? await store.WhoIsAsked(person, stop) : candidate.Name!.Trim();

    internal static async Task ThrowIfThere(this Store store, Guid? person, string name, Guid? but, CancellationToken stop)
    {
        var key = PersonNames.Key(name);
        var others = await store.Candidates.AsNoTracking().Where(c => c.Id != but).Select(c => new { c.Id, c.Name, c.PersonId, c.RestingSince }).ToListAsync(stop);
        if (others.FirstOrDefault(c => person is null ? c.PersonId is null && PersonNames.Key(c.Name) == key : c.PersonId == person) is { } there) throw new CandidateAlready(there.Id, there.Name);
    }

    private static async Task Fill(this Store store, Candidate row, NewCandidate said, string name, CancellationToken stop)
    {
        if (said.NeedId is { } need && need != row.NeedId) await store.NeedOf(need, stop);
        (row.Name, row.PersonId, row.Headline, row.Organization, row.Mail, row.Link) = (name, said.PersonId, Filled(said.Headline), Filled(said.Organization), Filled(said.Mail), Filled(said.Link));
        (row.Origin, row.OriginText, row.NeedId, row.Topic, row.Role, row.Note) = (said.Origin, Filled(said.OriginText), said.NeedId, Filled(said.Topic), Filled(said.Role), Filled(said.Note));
        (row.NextStep, row.NextOn) = (Filled(said.NextStep), said.NextOn);
    }

    /// <summary>A touch with whoever is one of the owner's people; null when they are not yet, or nothing was a contact.</summary>
    private static async Task<Guid?> NoteContact(this Store store, Candidate row, DateOnly day, Guid? touch, TimeProvider clock, CancellationToken stop)
    {
        if (row.PersonId is not { } person || row.Stage is Stage.Noticed or Stage.In) return null;
        var (kind, direction) = row.Stage switch
        {
            Stage.Contacted => (TouchKind.Message, Direction.Out),
            Stage.Replied => (TouchKind.Message, Direction.In),
            _ => (TouchKind.Meeting, Direction.Both),
        };
        return (await store.Record(new() { Id = touch, People = [person], On = day, Kind = kind, Direction = direction }, day, clock, stop)).Id;
    }

    /// <summary>Takes a removal back: what was drafted to them comes back too.</summary>
    internal sealed class Back : RemovalActions.Back<Candidate>
    {
        protected override async Task MayReturn(Store store, Candidate row, TimeProvider clock, CancellationToken stop)
        {
            await store.ThrowIfThere(row.PersonId, row.Name, row.Id, stop);
            if (row.NeedId is { } need && !await store.Needs.AnyAsync(n => n.Id == need, stop)) row.NeedId = null;
        }

        protected override Task Return(Store store, string along, CancellationToken stop)
        {
            store.Add(Read<Draft>(along));
            return Task.CompletedTask;
        }

        protected override async Task NameAgain(Store store, Candidate row, IReadOnlyList<Guid> left, CancellationToken stop)
        {
            foreach (var draft in await store.Drafts.Where(d => left.Contains(d.Id) && d.CandidateId == null).ToListAsync(stop)) draft.CandidateId = row.Id;
        }
    }
}

/// <summary>How far it has come, and since when; today when not said.</summary>
public sealed record Move(Stage To, DateOnly? On = null)
{
    /// <summary>The id that the touch gets by which it is noted, when what caused it has one.</summary>
    public Guid? TouchId { get; init; }

    /// <summary>How near they are meant to be from now on; as it was when not said.</summary>
    public Layer? Layer { get; init; }

    /// <summary>Which of the owner's people it is.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>It is somebody else than whoever of the owner's people is called so.</summary>
    public bool IsNew { get; init; }
}

/// <summary>Somebody is a candidate already.</summary>
public sealed class CandidateAlready(Guid candidate, string name) : Refusal(409, new("Outreach.CandidateAlready", name))
{
    /// <summary>The one there is.</summary>
    public Guid CandidateId { get; } = candidate;

    /// <summary>As they are called there.</summary>
    public string Name { get; } = name;
}
