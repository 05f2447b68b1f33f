using Mainstay.Exchange;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>A candidate becomes one of the owner's people, and nobody becomes two.</summary>
internal static class CandidateMeetingActions
{
    /// <summary>Who it is among the owner's people from now on, if a candidate is called so who is none of them yet: somebody new in the owner's notes is no second person. Null when there is no such candidate, or there are several.</summary>
    /// <param name="store">Of the space; in the open transaction.</param>
    /// <param name="name">As it was noted.</param>
    /// <param name="metOn">The day on which the owner met them, when they did.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<Guid?> MeetCandidate(this Store store, string name, DateOnly? metOn, TimeProvider clock, CancellationToken stop)
    {
        var (key, open) = (PersonNames.Key(name), await store.Candidates.Where(c => c.PersonId == null && c.Stage != Stage.In).ToListAsync(stop));
        if (open.Where(c => PersonNames.Key(c.Name) == key).ToList() is not [var row]) return null;
        await store.BecomePerson(row, clock, stop);
        row.ComeAsMet(metOn);
        await store.SaveChangesAsync(stop);
        return row.PersonId;
    }

    /// <summary>Says of a candidate who is one of the owner's people that they met.</summary>
    public static async Task MeetCandidate(this Store store, Guid person, DateOnly on, CancellationToken stop)
    {
        if (await store.Candidates.FirstOrDefaultAsync(c => c.PersonId == person && c.Stage < Stage.Met, stop) is not { } row) return;
        row.ComeAsMet(on);
        await store.SaveChangesAsync(stop);
    }

    private static void ComeAsMet(this Candidate row, DateOnly? on)
    {
        if (on is { } day && row.Stage < Stage.Met) row.Come(Stage.Met, day);
    }

    /// <summary>Who among the owner's people it is already: whoever alone has this address and is nobody else's candidate. A name alone may be a namesake's.</summary>
    private static async Task<Guid?> SamePerson(this Store store, Candidate row, CancellationToken stop)
    {
        if (row.Mail is not { } mail || Contacts.Email(mail) is not { } address) return null;
        var (people, others) = (store.People, store.Candidates.Where(c => c.PersonId != null).Select(c => c.PersonId));
        return await store.ContactPoints.Where(c => c.Kind == ContactKind.Email && c.Normal == address && people.Any(p => p.Id == c.PersonId) && !others.Contains(c.PersonId)).Select(c => c.PersonId).Distinct().Take(2).ToListAsync(stop) is [var one] ? one : null;
    }

    /// <summary>Says which of the owner's people it is; in the open transaction. False when that was said before.</summary>
    public static async Task<bool> SayWhoItIs(this Store store, Candidate row, Guid person, CancellationToken stop)
    {
        if (row.PersonId == person) return false;
        if (row.PersonId is not null) throw new Conflict("Outreach.IsSomebody", row.Name);
        var name = await store.WhoIsAsked(person, stop);
        await store.ThrowIfThere(person, name, row.Id, stop);
        (row.Name, row.PersonId) = (name, person);
        await store.Drafts.Where(d => d.CandidateId == row.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.PersonId, person), stop);
        await store.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Whether more than a reaction passed between the owner and a person on a day.</summary>
    public static Task<bool> WasInTouch(this Store store, Guid person, DateOnly day, CancellationToken stop)
    {
        var touches = store.Touches.Where(t => t.On == day && t.Kind != TouchKind.Reaction);
        return (from there in store.TouchPeople where there.PersonId == person join touch in touches on there.TouchId equals touch.Id select touch.Id).AnyAsync(stop);
    }

    /// <summary>One of the owner's people is called so, and nothing says whether it is them: a name alone may be a namesake's.</summary>
    public static async Task ThrowIfNamesake(this Store store, Candidate row, CancellationToken stop)
    {
        if (await store.NamesakesOf(row, stop) is { Count: > 0 } namesakes && await store.SamePerson(row, stop) is null) throw new PersonAlready(row.Name, namesakes);
    }

    /// <summary>With what is known of them: the mail, the link, the place, what they know about and how one met. Whoever was noted meanwhile stays one person, unless the owner says that they are somebody else.</summary>
    /// <returns>Whether somebody was added for it.</returns>
    public static async Task<bool> BecomePerson(this Store store, Candidate row, TimeProvider clock, CancellationToken stop, bool isNew = false)
    {
        var same = isNew ? null : await store.SamePerson(row, stop);
        var person = row.PersonId = same ?? await store.AddAsPerson(row, clock, stop);
        await store.Drafts.Where(d => d.CandidateId == row.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.PersonId, person), stop);
        return same is null;
    }

    private static async Task<Guid> AddAsPerson(this Store store, Candidate row, TimeProvider clock, CancellationToken stop)
    {
        var person = await store.AddPerson(new()
        {
            Name = row.Name,
            Emails = row.Mail is { } mail ? [new(mail)] : [],
            Links = row.Link is { } link ? [new(link)] : [],
            Topics = row.Topic is { } topic ? [topic] : [],
            Roles = row.Role is { } role ? [new(role)] : [],
            HowMet = row.OriginText,
            MetOn = row.MetOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Notes = row.Note,
        }, clock, stop);
        if (row.Organization is not null || row.Headline is not null) await store.SetAffiliations(person.Id, [new(row.Organization, row.Headline)], clock, stop);
        return person.Id;
    }
}
