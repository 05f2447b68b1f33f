using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Outreach;

/// <summary>Notes, changes and removes candidates.</summary>
public static class CandidateActions
{
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

    /// <summary>Makes of a candidate what is said now; where it stands stays. Whoever is one of the owner's people is called as they are there.</summary>
    public static Task<Candidate> ChangeCandidate(this Store store, Guid id, NewCandidate candidate, CancellationToken stop) => store.ChangeCandidate(id, async row =>
    {
        Mistaken.ThrowIf(candidate.Check());
        var name = await store.NameOf(candidate, stop);
        var isOtherwise = row.PersonId is { } theirs && candidate.PersonId == theirs && Filled(candidate.Name) is { } typed && typed != name && typed != row.Name;
        Mistaken.ThrowIf(new Problems().When(isOtherwise, "name", "Outreach.NameIsTheirs", name));
        await store.ThrowIfThere(candidate.PersonId, name, id, stop);
        await store.Fill(row, candidate, name, stop);
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

/// <summary>Somebody is a candidate already.</summary>
public sealed class CandidateAlready(Guid candidate, string name) : Refusal(409, new("Outreach.CandidateAlready", name))
{
    /// <summary>The one there is.</summary>
    public Guid CandidateId { get; } = candidate;

    /// <summary>As they are called there.</summary>
    public string Name { get; } = name;
}
