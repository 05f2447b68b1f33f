using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>How far it has come with a candidate, who they turn out to be, and how near they are meant to be; all of that can be taken back.</summary>
public static class CandidateMoveActions
{
    private const string Kind = "candidateMoved";

    private const int EarliestYear = 1900;

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
        Mistaken.ThrowIf(Check(row, move, today));
        var (before, drafts) = (CandidateStand.Of(row), new List<Guid>());
        if (row.PersonId is null) drafts = await store.Drafts.Where(d => d.CandidateId == id && d.PersonId == null).Select(d => d.Id).ToListAsync(stop);
        var isKnown = move.PersonId is { } known && await store.SayWhoItIs(row, known, stop);
        var isThere = move.To is null || (move.To == before.Stage && row.RestingSince is null);
        var (touch, becomes, isAdded) = isThere ? (null, false, false) : await store.Come(row, move, move.On ?? today, isKnown, clock, stop);
        var placed = move.Layer is { } near ? await store.PlaceCandidate(row, near, stop) : null;
        var again = move.FollowsUp ? await store.AlsoFollowUp(row, today, clock, stop) : null;
        var places = isAdded ? await store.PlacesOf(row.PersonId!.Value, stop) : null;
        var undone = new Undone(id, before, CandidateStand.Of(row)) { Touch = touch, FollowUp = again, Layer = placed, Drafts = drafts, Added = isAdded ? row.PersonId!.Value.ToString("N") : null, Places = places };
        return new Moved(row, before.Stage, touch, becomes) { IsSomebodyKnown = isKnown, Change = await store.KeepMove(undone, clock, stop) };
    }, stop);

    /// <summary>Several of these at once: all of it, or nothing. The answer is by what the move is taken back, if there is one.</summary>
    internal static Task<Guid?> Change(this Store store, Guid id, CandidateMoveFields change, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var moved = await store.MoveCandidate(id, change.ToMove(), today, clock, stop);
        if (change.Resting == true) await store.LetRest(id, change.RestUntil, today, stop);
        else if (change.Resting == false) await store.WakeUp(id, today, stop);
        return moved.Change;
    }, stop);

    /// <summary>A touch with whoever is one of the owner's people; null when they are not yet, or nothing was a contact.</summary>
    internal static async Task<Guid?> NoteContact(this Store store, Candidate row, DateOnly day, Guid? touch, TimeProvider clock, CancellationToken stop)
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

    private static Problems Check(Candidate row, Move move, DateOnly today)
    {
        var day = move.On ?? today;
        return new Problems()
            .When(move.To is { } to && !Enum.IsDefined(to), "stage", "Outreach.NotAStage")
            .When(day > today.AddDays(1), "on", "Outreach.InFuture", day)
            .When(day.Year < EarliestYear, "on", "Outreach.TooLongAgo", day)
            .When(move is { PersonId: not null, IsNew: true }, "isNew", "Outreach.EitherKnownOrNew")
            .When(move is { PersonId: null, IsNew: true } && row.PersonId is not null, "isNew", "Outreach.IsSomebody", row.Name);
    }

    private static async Task<(Guid? Touch, bool Becomes, bool IsAdded)> Come(this Store store, Candidate row, Move move, DateOnly day, bool isKnown, TimeProvider clock, CancellationToken stop)
    {
        var (from, to) = (row.Stage, move.To!.Value);
        var becomes = row.PersonId is null && to >= Stage.Met;
        if (becomes && !move.IsNew) await store.ThrowIfNamesake(row, stop);
        row.Come(to, day);
        var isAdded = becomes && await store.BecomePerson(row, clock, stop, move.IsNew);
        await store.SaveChangesAsync(stop);
        // What one was there for is noted already with whoever they turn out to be.
        var isNoted = isKnown && await store.WasInTouch(row.PersonId!.Value, day, stop);
        var touch = to > from && !isNoted ? await store.NoteContact(row, day, move.TouchId, clock, stop) : null;
        return (touch, becomes, isAdded);
    }

    /// <summary>One more word went to them with it; the answer is the touch that it was noted as, if it was.</summary>
    private static async Task<Guid?> AlsoFollowUp(this Store store, Candidate row, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var touch = Guid.CreateVersion7();
        await store.FollowUp(row.Id, today, clock, stop, touch);
        return row.PersonId is null ? null : touch;
    }

    /// <summary>Where somebody works and belongs, by its rows: these are others as soon as it is said anew.</summary>
    private static async Task<IReadOnlyList<Guid>> PlacesOf(this Store store, Guid person, CancellationToken stop) =>
        await store.Affiliations.Where(a => a.PersonId == person).Select(a => a.Id).ToListAsync(stop);

    /// <summary>Says how near they are meant to be, by which they have a rhythm; null when they were that near already.</summary>
    private static async Task<Placed?> PlaceCandidate(this Store store, Candidate row, Layer layer, CancellationToken stop)
    {
        if (row.PersonId is not { } person) throw new Mistaken(new Problems().When(true, "layer", "Outreach.NotYetNear", row.Name));
        var before = (await store.KeptTieOf(person, stop))?.Layer ?? Layer.None;
        await store.SetLayer(person, layer, stop);
        return before == layer ? null : new(before, layer);
    }

    private static async Task<Guid?> KeepMove(this Store store, Undone undone, TimeProvider clock, CancellationToken stop)
    {
        if (undone.Before == undone.After && undone.Layer is null) return null;
        return await store.KeepFormer(new() { PersonId = undone.After.PersonId, Kind = Kind, Before = JsonSerializer.Serialize(undone, Json.OneLine), After = "", At = clock.GetUtcNow().UtcDateTime }, stop);
    }

    private sealed record Placed(Layer Before, Layer After);

    private sealed record Undone(Guid Candidate, CandidateStand Before, CandidateStand After)
    {
        public Guid? Touch { get; init; }

        /// <summary>The touch of the one more word that went to them with it.</summary>
        public Guid? FollowUp { get; init; }

        public Placed? Layer { get; init; }

        /// <summary>What was drafted to them before it was said who they are.</summary>
        public IReadOnlyList<Guid> Drafts { get; init; } = [];

        /// <summary>Who became one of the owner's people by it, written so that it stays them when they are brought together with somebody else.</summary>
        public string? Added { get; init; }

        /// <summary>Where whoever became one of them worked and belonged then; null when nobody did.</summary>
        public IReadOnlyList<Guid>? Places { get; init; }
    }

    /// <summary>Takes a move back: where it stood, who it was, and how near they were meant to be. Refused once it was moved again.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var undone = JsonSerializer.Deserialize<Undone>(former.Before, Json.OneLine)!;
            var row = await store.CandidateToChange(undone.Candidate, stop);
            var (before, after) = (undone.Before, undone.After);
            if (!after.IsStill(row))
            {
                if (before.IsStill(row) || (before with { PersonId = after.PersonId }).IsStill(row)) return; // it is back already
                throw new Conflict("People.ChangedSince");
            }
            var touches = after.PersonId is { } whom ? await TouchesOf(store, undone, whom, stop) : [];
            if (await WasUsed(store, undone, touches, former, stop)) throw new Conflict("People.ChangedSince");
            if (undone.Layer is { } placed && after.PersonId is { } near) await PutWhereTheyWere(store, near, placed, stop);
            var isSomebodyElse = before.PersonId != after.PersonId && !await Stays(store, undone, former.At, stop);
            if (isSomebodyElse) await store.ThrowIfThere(before.PersonId, before.Name, row.Id, stop);
            before.Restore(row, after);
            if (isSomebodyElse) (row.Name, row.PersonId) = (before.Name, before.PersonId);
            await store.SaveChangesAsync(stop);
            if (touches.Count > 0) await store.RemoveTouches(touches, stop);
            if (isSomebodyElse) await Unlink(store, undone, clock, stop);
        }

        /// <summary>What it was noted as with them, as far as that is there.</summary>
        private static async Task<IReadOnlyList<Guid>> TouchesOf(Store store, Undone undone, Guid person, CancellationToken stop)
        {
            var (first, second) = (undone.Touch, undone.FollowUp);
            return first is null && second is null ? [] : await store.TouchPeople.Where(t => (t.TouchId == first || t.TouchId == second) && t.PersonId == person).Select(t => t.TouchId).ToListAsync(stop);
        }

        /// <summary>It was taken back before, and the candidate was moved the same way again: what stands there now is of that other move.</summary>
        private static async Task<bool> WasUsed(Store store, Undone undone, IReadOnlyList<Guid> touches, Former former, CancellationToken stop)
        {
            if (touches.Count > 0 || (undone.Touch ?? undone.FollowUp) is null) return false;
            var (id, at, person) = (former.Id, former.At, undone.After.PersonId);
            return await store.Formers.AnyAsync(f => f.Kind == Kind && f.PersonId == person && f.Id != id && f.At >= at, stop);
        }

        private static async Task PutWhereTheyWere(Store store, Guid person, Placed placed, CancellationToken stop)
        {
            if (await store.People.AnyAsync(p => p.Id == person, stop) && (await store.KeptTieOf(person, stop))?.Layer == placed.After) await store.SetLayer(person, placed.Before, stop);
        }

        /// <summary>Whoever became one of the owner's people stays one, and the candidate, once something else was noted of them.</summary>
        private static async Task<bool> Stays(Store store, Undone undone, DateTime since, CancellationToken stop) =>
            undone is { Added: { } added, After.PersonId: { } person }
            && (added != person.ToString("N") || await store.Formers.AnyAsync(f => f.PersonId == person && f.At > since, stop) || await IsChanged(store, undone, person, stop) || await IsNamed(store, undone, person, stop));

        /// <summary>What is known of them, or what the owner wants of the tie, is something else than the move left.</summary>
        private static async Task<bool> IsChanged(Store store, Undone undone, Guid person, CancellationToken stop) =>
            await store.People.AnyAsync(p => p.Id == person && p.Revision != 1, stop)
            || await store.Ties.AnyAsync(t => t.Id == person && (t.Layer != Layer.None || t.CadenceDays != null || t.Closeness != null || t.CountsAs != null || t.Trust != null || t.Willing != null || t.Standing != null || t.Verdict != Verdict.None || t.Paused), stop)
            || (undone.Places is { } places && !(await store.PlacesOf(person, stop)).ToHashSet().SetEquals(places));

        /// <summary>Rows that are there with everybody, or of which what the move made is told apart from what was noted since.</summary>
        private static readonly HashSet<Type> Came = [typeof(Candidate), typeof(Draft), typeof(Face), typeof(Former), typeof(PackedContacts), typeof(SearchPerson), typeof(Tie), typeof(TouchPerson)];

        /// <summary>They are named by something that did not come of the move. Whatever names somebody is read from the tables, so that no room can be forgotten.</summary>
        private static async Task<bool> IsNamed(Store store, Undone undone, Guid person, CancellationToken stop)
        {
            var (candidate, first, second) = (undone.Candidate, undone.Touch, undone.FollowUp);
            if (await store.TouchPeople.AnyAsync(t => t.PersonId == person && t.TouchId != first && t.TouchId != second, stop)) return true;
            if (await store.Candidates.AnyAsync(c => c.PersonId == person && c.Id != candidate, stop)) return true;
            if ((await store.Drafts.Where(d => d.PersonId == person).Select(d => d.Id).ToListAsync(stop)).Except(undone.Drafts).Any()) return true;
            var naming = store.Model.FindEntityType(typeof(Person))!.GetReferencingForeignKeys().Select(k => (Row: k.DeclaringEntityType.ClrType, Column: k.Properties[^1].Name));
            return (await store.WhatNames(person, [.. naming.Where(n => !Came.Contains(n.Row) && !n.Row.IsAssignableTo(typeof(IDetail))), (typeof(Person), nameof(Person.MetThroughId)), (typeof(Relation), nameof(Relation.OtherId))], stop)).Count > 0;
        }

        private static async Task Unlink(Store store, Undone undone, TimeProvider clock, CancellationToken stop)
        {
            var person = undone.Before.PersonId;
            foreach (var some in undone.Drafts.Chunk(Store.MostParameters))
                await store.Drafts.Where(d => some.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.PersonId, person), stop);
            if (undone is { Added: not null, After.PersonId: { } added } && await store.People.AnyAsync(p => p.Id == added, stop)) await store.TrashPerson(added, clock, stop);
        }
    }
}

/// <summary>What became of a move: the candidate, the touch that was noted with it, and where it stood before.</summary>
public sealed record Moved(Candidate Candidate, Stage From, Guid? TouchId, bool BecamePerson)
{
    /// <summary>It was said with it which of the owner's people they are.</summary>
    public bool IsSomebodyKnown { get; init; }

    /// <summary>By what it is taken back; null when nothing was changed.</summary>
    public Guid? Change { get; init; }
}

/// <summary>How far it has come, and since when; where it stands when neither is said, and today when only the day is not.</summary>
public sealed record Move(Stage? To, DateOnly? On = null)
{
    /// <summary>The id that the touch gets by which it is noted, when what caused it has one.</summary>
    public Guid? TouchId { get; init; }

    /// <summary>How near they are meant to be from now on; as it was when not said.</summary>
    public Layer? Layer { get; init; }

    /// <summary>Which of the owner's people it is.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>It is somebody else than whoever of the owner's people is called so.</summary>
    public bool IsNew { get; init; }

    /// <summary>One more word went to them with it, who had not answered.</summary>
    public bool FollowsUp { get; init; }
}
