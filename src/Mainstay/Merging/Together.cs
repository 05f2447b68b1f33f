using Mainstay.Intake;
using Mainstay.People;

namespace Mainstay.Merging;

/// <summary>One value of a person where two of them differ, and only one can stay.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Kept">What the one who stays has.</param>
/// <param name="Other">What the other has.</param>
public sealed record Difference(string Name, string Kept, string Other);

/// <summary>What becomes of the records of two people who are one: lists are joined, notes stand below each other, and of what can be said once only, the one who stays has the first word.</summary>
public static class Together
{
    private static readonly Single[] Singles =
    [
        new("name", d => PersonNames.Shown(d), (d, o) => d with
        {
            Name = o.Name, Prefix = o.Prefix, GivenName = o.GivenName, MiddleNames = o.MiddleNames, FamilyName = o.FamilyName, Suffix = o.Suffix,
            PhoneticGivenName = o.PhoneticGivenName, PhoneticFamilyName = o.PhoneticFamilyName,
        }),
        new("nickname", d => d.Nickname, (d, o) => d with { Nickname = o.Nickname }),
        new("pronouns", d => d.Pronouns, (d, o) => d with { Pronouns = o.Pronouns }),
        new("timeZone", d => d.TimeZone, (d, o) => d with { TimeZone = o.TimeZone }),
        new("howMet", d => d.HowMet, (d, o) => d with { HowMet = o.HowMet }),
        new("metOn", d => d.MetOn, (d, o) => d with { MetOn = o.MetOn }),
        new("metWhere", d => d.MetWhere, (d, o) => d with { MetWhere = o.MetWhere }),
        new("birthday", d => Birthday(d) is { } day ? Contacts.DateText(day) : null, (d, o) => d with { Dates = [.. d.Dates.Where(x => x.Kind != "birthday"), Birthday(o)!] }),
    ];

    /// <summary>The names of all that can be said once only.</summary>
    public static IReadOnlyList<string> Fields => [.. Singles.Select(s => s.Name)];

    /// <summary>What can be chosen: where both say something, and not the same.</summary>
    public static IReadOnlyList<Difference> Differences(PersonDetails kept, PersonDetails other) =>
        [.. from s in Singles let mine = s.Of(kept) let theirs = s.Of(other) where !string.IsNullOrEmpty(mine) && !string.IsNullOrEmpty(theirs) && mine != theirs select new Difference(s.Name, mine, theirs)];

    /// <summary>Both as one.</summary>
    /// <param name="kept">The one who stays.</param>
    /// <param name="other">The one who is brought in.</param>
    /// <param name="ofOther">The names of the differences in which the other has the word.</param>
    /// <param name="ids">Both: neither knows nor has met themselves.</param>
    public static Said Of(Said kept, Said other, IReadOnlySet<string> ofOther, IReadOnlyCollection<Guid> ids)
    {
        var mine = Singles.Where(s => ofOther.Contains(s.Name) && !string.IsNullOrEmpty(s.Of(other.Details))).Aggregate(kept.Details, (details, s) => s.Take(details, other.Details));
        if (string.IsNullOrEmpty(mine.GivenName) && string.IsNullOrEmpty(mine.FamilyName) && Likeness.Key(mine.Name) == Likeness.Key(other.Details.Name)) mine = Parts(mine, other.Details);
        var both = ThreeWay.Merge(kept with { Details = Without(mine, ids) }, Said.Nothing, other with { Details = Nameless(Without(other.Details, ids)) });
        var (through, called) = both.Details.MetThroughId is null && string.IsNullOrEmpty(mine.MetThroughName) ? (Without(other.Details, ids).MetThroughId, both.Details.MetThroughName) : (both.Details.MetThroughId, mine.MetThroughName);
        return both with { Details = both.Details with { MetThroughId = through, MetThroughName = through is null ? called : null } };
    }

    private static DateDetails? Birthday(PersonDetails person) => person.Dates.FirstOrDefault(d => d.Kind == "birthday");

    /// <summary>The parts of the same name.</summary>
    private static PersonDetails Parts(PersonDetails mine, PersonDetails other) =>
        mine with { Prefix = other.Prefix, GivenName = other.GivenName, MiddleNames = other.MiddleNames, FamilyName = other.FamilyName, Suffix = other.Suffix };

    /// <summary>Parts of one name do not fill the gaps of another.</summary>
    private static PersonDetails Nameless(PersonDetails other) =>
        other with { Name = "", Prefix = null, GivenName = null, MiddleNames = null, FamilyName = null, Suffix = null, PhoneticGivenName = null, PhoneticFamilyName = null };

    private static PersonDetails Without(PersonDetails person, IReadOnlyCollection<Guid> ids) => person with
    {
        MetThroughId = person.MetThroughId is { } through && ids.Contains(through) ? null : person.MetThroughId,
        Relations = [.. person.Relations.Where(r => r.OtherId is not { } other || !ids.Contains(other))],
    };

    private sealed record Single(string Name, Func<PersonDetails, string?> Of, Func<PersonDetails, PersonDetails, PersonDetails> Take);
}
