using Mainstay.Accounts;
using Mainstay.Algorithms.Text;
using Mainstay.Exchange;
using Mainstay.Mail;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>To whom a message goes, and what is known of them that may be filled into it.</summary>
public sealed record Recipient(string Name, string? Mail, Guid? PersonId, Candidate? Candidate, IReadOnlyDictionary<MergeField, string> Facts);

/// <summary>A message with the name of whom it goes to.</summary>
/// <param name="It">The message.</param>
/// <param name="To">To whom.</param>
/// <param name="Trouble">What became of it, if it went out from here and may not have come through.</param>
public sealed record DraftLine(Draft It, string To, Reason? Trouble = null)
{
    /// <summary>It was sent from here as a mail, and nobody said that it came back.</summary>
    public bool MayHaveComeBack { get; init; }

    /// <summary>What became of it, in a sentence.</summary>
    public Reason State => It.SentOn is not { } sent ? new("Outreach.NotSent") : Trouble is null ? new("Outreach.SentOn", sent) : new("Outreach.SentInVain", sent, Trouble);
}

public static class DraftQueries
{
    /// <summary>Words to begin with: the owner's own first.</summary>
    public static async Task<IReadOnlyList<Opening>> Openings(this Store store, CancellationToken stop) =>
    [
        .. (await store.Templates.AsNoTracking().ToListAsync(stop)).OrderBy(t => Folding.Fold(t.Name), StringComparer.Ordinal).Select(t => new Opening(t.Id.ToString(), t.Name, t.Subject, t.Text, t.Id)),
        .. Opening.FromTheStart,
    ];

    /// <summary>The one of this id, this name, or the beginning of it.</summary>
    public static async Task<Opening> FindOpening(this Store store, string typed, CancellationToken stop)
    {
        var all = await store.Openings(stop);
        var meant = all.Where(b => b.Id.Equals(typed, StringComparison.OrdinalIgnoreCase) || Folding.Fold(b.Name) == Folding.Fold(typed)).ToList();
        if (meant.Count == 0) meant = [.. all.Where(b => Folding.Fold(b.Name).StartsWith(Folding.Fold(typed), StringComparison.Ordinal))];
        return meant switch { [var one, ..] when meant.Count == 1 || one.Own is not null => one, [] => throw new NotFound("Outreach.NoSuchTemplate", typed), _ => throw new Conflict("Outreach.SeveralTemplates", typed) };
    }

    /// <summary>Messages that wait to be sent, the latest first, then those that were sent.</summary>
    public static async Task<IReadOnlyList<DraftLine>> AllDrafts(this Store store, CancellationToken stop) =>
        [.. (await store.Lines(store.Drafts, stop)).OrderBy(l => l.It.SentOn is not null).ThenByDescending(l => l.It.SentOn).ThenByDescending(l => l.It.Id)];

    public static async Task<DraftLine> DraftOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Drafts.Where(d => d.Id == id), stop) is [var line] ? line : throw new NotFound("Outreach.DraftNotThere");

    /// <summary>What went or is to go to one candidate.</summary>
    public static async Task<IReadOnlyList<DraftLine>> DraftsTo(this Store store, Candidate candidate, CancellationToken stop) =>
        [.. (await store.Lines(store.Drafts.Where(d => d.CandidateId == candidate.Id || (d.PersonId != null && d.PersonId == candidate.PersonId)), stop)).OrderByDescending(l => l.It.Id)];

    /// <summary>What went or is to go to one person, the latest first.</summary>
    public static async Task<IReadOnlyList<DraftLine>> DraftsToPerson(this Store store, Guid person, CancellationToken stop) =>
        [.. (await store.Lines(store.Drafts.Where(d => d.PersonId == person), stop)).OrderByDescending(l => l.It.Id)];

    /// <summary>Somebody who can be written to, with what is known of them.</summary>
    public static async Task<Recipient> RecipientOf(this Store store, Guid? candidate, Guid? person, DateOnly today, CancellationToken stop)
    {
        var line = candidate is { } known ? await store.CandidateOf(known, stop) : person is { } who ? await store.CandidateOfPerson(who, stop) : null;
        var facts = new Dictionary<MergeField, string>();
        void Know(MergeField field, string? text)
        {
            if (Texts.Filled(text) is { } filled) facts[field] = filled;
        }
        if (line is { It: var it })
        {
            Know(MergeField.FirstName, FirstOf(it.Name));
            Know(MergeField.Headline, it.Headline);
            Know(MergeField.Organization, it.Organization);
            Know(MergeField.HowMet, it.OriginText);
            Know(MergeField.Topic, it.Topic);
            Know(MergeField.Need, line.Need);
        }
        Know(MergeField.Me, await store.OwnersName(stop));
        var id = line?.It.PersonId ?? person;
        var (name, mail) = (line?.It.Name, line?.It.Mail);
        if (id is { } there)
        {
            name = (await store.PersonOf(there, stop)).Name;
            var reach = await store.Reach(there, stop);
            mail = reach.Mail ?? mail;
            Know(MergeField.FirstName, reach.Called == name ? FirstOf(name) : reach.Called);
            await store.KnowPerson(there, today, Know, stop);
        }
        Know(MergeField.Name, name);
        return new(name!, mail, id, line?.It, facts);
    }

    /// <summary>The first word of a name that is no title, where no first name is known.</summary>
    private static string FirstOf(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(w => !w.EndsWith('.')) ?? name;

    private static async Task KnowPerson(this Store store, Guid person, DateOnly today, Action<MergeField, string?> know, CancellationToken stop)
    {
        var met = await store.People.Where(p => p.Id == person).Select(p => new { p.HowMet, p.MetWhere }).FirstAsync(stop);
        know(MergeField.HowMet, met.HowMet ?? met.MetWhere);
        var (places, organizations) = (store.Affiliations, store.Organizations);
        var place = await (from affiliation in places
                           where affiliation.PersonId == person && affiliation.Until == null
                           join organization in organizations on affiliation.OrganizationId equals (Guid?)organization.Id into found
                           from organization in found.DefaultIfEmpty()
                           orderby affiliation.Position
                           select new { affiliation.Title, Name = organization == null ? null : organization.Name }).FirstOrDefaultAsync(stop);
        know(MergeField.Organization, place?.Name);
        know(MergeField.Headline, place?.Title);
        know(MergeField.Topic, await store.Set<Tag>().Where(t => t.PersonId == person && t.Kind == TagKind.Topic).OrderBy(t => t.Position).Select(t => t.Name).FirstOrDefaultAsync(stop));
        if (await store.Set<Tie>().Where(t => t.Id == person).Select(t => t.LastTouchOn).FirstOrDefaultAsync(stop) is { } last && last <= today) know(MergeField.LastTalk, Telling.Ago(today.DayNumber - last.DayNumber).InWords());
    }

    private static async Task<List<DraftLine>> Lines(this Store store, IQueryable<Draft> drafts, CancellationToken stop)
    {
        var (people, candidates) = (store.People, store.Candidates);
        var rows = await (from draft in drafts.AsNoTracking()
                          join person in people on draft.PersonId equals person.Id into known
                          from person in known.DefaultIfEmpty()
                          join candidate in candidates on draft.CandidateId equals candidate.Id into meant
                          from candidate in meant.DefaultIfEmpty()
                          where draft.PersonId == null || person != null
                          select new { draft, Name = person == null ? candidate.Name : person.Name }).ToListAsync(stop);
        var sent = rows.Where(r => r.draft.SentOn is not null).Select(r => r.draft.Id).ToList();
        var letters = new Dictionary<Guid, Letter>();
        foreach (var some in sent.Chunk(Store.MostParameters))
            foreach (var letter in await store.Letters.AsNoTracking().Where(l => some.Contains(l.Id)).ToListAsync(stop)) letters[letter.Id] = letter;
        return [.. rows.Select(r => (r, Letter: letters.GetValueOrDefault(r.draft.Id))).Select(l => new DraftLine(l.r.draft, l.r.Name, l.Letter?.WhyNot()) { MayHaveComeBack = l.Letter is { MayHaveComeBack: true } })];
    }

    /// <summary>Messages of late that nobody sends again by themselves and that may not have come through, or came back of late.</summary>
    public static async Task<IReadOnlyList<DraftLine>> DraftsInVain(this Store store, DateOnly since, CancellationToken stop)
    {
        var (letters, lately) = (store.Letters.Where(l => l.State == LetterState.Failed || l.State == LetterState.PerhapsSent || l.State == LetterState.Held || l.State == LetterState.CameBack), since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return [.. (await store.Lines(store.Drafts.Where(d => d.SentOn != null && letters.Any(l => l.Id == d.Id && (d.SentOn >= since || (l.State == LetterState.CameBack && l.Since >= lately)))), stop)).Where(l => l.Trouble is not null).OrderBy(l => l.It.Id)];
    }
}
