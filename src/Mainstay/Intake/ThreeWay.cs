using Mainstay.Organizations;
using Mainstay.People;

namespace Mainstay.Intake;

/// <summary>Brings together what is kept, what a source said before, and what it says now. What the owner changed since stays as the owner wants it.</summary>
public static class ThreeWay
{
    /// <param name="kept">What is kept now.</param>
    /// <param name="before">What the source said last time; nothing when it never spoke of this person.</param>
    /// <param name="now">What it says now.</param>
    public static Said Merge(Said kept, Said before, Said now)
    {
        var (mine, old, theirs) = (kept.Details, before.Details, now.Details);
        var details = mine with
        {
            Name = One(mine.Name, old.Name, theirs.Name) is { Length: > 0 } name ? name : mine.Name,
            Prefix = One(mine.Prefix, old.Prefix, theirs.Prefix),
            GivenName = One(mine.GivenName, old.GivenName, theirs.GivenName),
            MiddleNames = One(mine.MiddleNames, old.MiddleNames, theirs.MiddleNames),
            FamilyName = One(mine.FamilyName, old.FamilyName, theirs.FamilyName),
            Suffix = One(mine.Suffix, old.Suffix, theirs.Suffix),
            Nickname = One(mine.Nickname, old.Nickname, theirs.Nickname),
            PhoneticGivenName = One(mine.PhoneticGivenName, old.PhoneticGivenName, theirs.PhoneticGivenName),
            PhoneticFamilyName = One(mine.PhoneticFamilyName, old.PhoneticFamilyName, theirs.PhoneticFamilyName),
            Pronouns = One(mine.Pronouns, old.Pronouns, theirs.Pronouns),
            TimeZone = One(mine.TimeZone, old.TimeZone, theirs.TimeZone),
            Notes = Notes(mine.Notes, old.Notes, theirs.Notes),
            HowMet = One(mine.HowMet, old.HowMet, theirs.HowMet),
            MetOn = One(mine.MetOn, old.MetOn, theirs.MetOn),
            MetWhere = One(mine.MetWhere, old.MetWhere, theirs.MetWhere),
            MetThroughName = One(mine.MetThroughName, old.MetThroughName, theirs.MetThroughName),
            Emails = Several(mine.Emails, old.Emails, theirs.Emails, e => Contacts.Normal(ContactKind.Email, e.Value)),
            Phones = Several(mine.Phones, old.Phones, theirs.Phones, p => Contacts.Normal(ContactKind.Phone, p.Value)),
            Links = Several(mine.Links, old.Links, theirs.Links, l => Contacts.Normal(ContactKind.Link, l.Value)),
            Chats = Several(mine.Chats, old.Chats, theirs.Chats, c => PersonNames.Key($"{c.Label} {c.Value}")), // the label is the service
            Addresses = Several(mine.Addresses, old.Addresses, theirs.Addresses, a => PersonNames.Key($"{a.Street} {a.City} {a.PostalCode} {a.PoBox}")),
            Dates = Several(mine.Dates, old.Dates, theirs.Dates, d => d.Kind == "birthday" ? d.Kind : $"{d.Kind} {Contacts.DateText(d)}"),
            Labels = Several(mine.Labels, old.Labels, theirs.Labels, PersonNames.Key),
            Topics = Several(mine.Topics, old.Topics, theirs.Topics, PersonNames.Key),
            Languages = Several(mine.Languages, old.Languages, theirs.Languages, PersonNames.Key),
            Roles = Several(mine.Roles, old.Roles, theirs.Roles, r => PersonNames.Key(r.Name)),
            Relations = Relations(mine.Relations, old.Relations, theirs.Relations),
            Fields = Several(mine.Fields, old.Fields, theirs.Fields, f => PersonNames.Key($"{f.Label} {f.Value}")),
            Photo = Photo(mine.Photo, old.Photo, theirs.Photo),
        };
        return new(details, Several(kept.Affiliations, before.Affiliations, now.Affiliations, Place));
    }

    /// <summary>What makes two affiliations the same place: the organization; the title where none is named.</summary>
    public static string Place(AffiliationDetails a) => a.Organization is null ? "title " + PersonNames.Key(a.Title ?? "") : PersonNames.Key(a.Organization);

    /// <summary>Theirs, if they changed it and the owner did not.</summary>
    private static string? One(string? mine, string? old, string? theirs) => Same(theirs, old) || !(Same(mine, old) || string.IsNullOrEmpty(mine)) ? mine : theirs;

    private static string? Notes(string? mine, string? old, string? theirs)
    {
        if (Same(theirs, old) || string.IsNullOrEmpty(theirs)) return One(mine, old, theirs);
        if (string.IsNullOrEmpty(mine) || Same(mine, old)) return theirs;
        if (mine.Contains(theirs, StringComparison.Ordinal)) return mine;
        // The owner wrote something of their own beside it: the new text replaces the old in its place, or is put below.
        return !string.IsNullOrEmpty(old) && mine.Contains(old, StringComparison.Ordinal) ? mine.Replace(old, theirs, StringComparison.Ordinal) : $"{mine}\n\n{theirs}";
    }

    /// <summary>Mine without what they took back, with what they added; a value they changed takes the place of what it was.</summary>
    private static IReadOnlyList<T> Several<T>(IReadOnlyList<T> mine, IReadOnlyList<T> old, IReadOnlyList<T> theirs, Func<T, string> key)
    {
        if (old.SequenceEqual(theirs)) return mine;
        var result = mine.ToList();
        foreach (var gone in old.Where(o => !theirs.Contains(o)))
        {
            var at = result.FindIndex(m => Equals(m, gone));
            if (at < 0) continue; // the owner removed or rewrote it
            var next = theirs.FirstOrDefault(t => key(t) == key(gone) && !old.Contains(t));
            if (next is null) result.RemoveAt(at);
            else result[at] = next;
        }
        var keys = result.Select(key).ToHashSet(StringComparer.Ordinal);
        result.AddRange(theirs.Where(t => !old.Contains(t) && keys.Add(key(t))));
        return result.SequenceEqual(mine) ? mine : result;
    }

    /// <summary>By what is said; whom one leads to is found out apart, and stays.</summary>
    private static IReadOnlyList<RelationDetails> Relations(IReadOnlyList<RelationDetails> mine, IReadOnlyList<RelationDetails> old, IReadOnlyList<RelationDetails> theirs)
    {
        var links = mine.ToLookup(Said.Unlinked, r => r.OtherId).ToDictionary(l => l.Key, l => new Queue<Guid?>(l));
        var said = Several<RelationDetails>([.. mine.Select(Said.Unlinked)], [.. old.Select(Said.Unlinked)], [.. theirs.Select(Said.Unlinked)], r => PersonNames.Key($"{r.Kind} {r.Name}"));
        return [.. said.Select(r => links.TryGetValue(r, out var others) && others.TryDequeue(out var other) ? r with { OtherId = other } : r)];
    }

    private static PhotoDetails? Photo(PhotoDetails? mine, PhotoDetails? old, PhotoDetails? theirs) =>
        SamePhoto(theirs, old) || theirs is null || !(SamePhoto(mine, old) || mine is null) ? mine : theirs;

    private static bool SamePhoto(PhotoDetails? one, PhotoDetails? two) =>
        one is null ? two is null : two is not null && Said.Hashed(one)!.Bytes.AsSpan().SequenceEqual(Said.Hashed(two)!.Bytes);

    private static bool Same(string? one, string? two) => (one ?? "") == (two ?? "");
}
