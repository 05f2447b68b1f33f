using Mainstay.Accounts;
using Mainstay.Algorithms.Text;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Whom somebody means who looks for a path.</summary>
public static class PathTargetQueries
{
    private const int MostOfTopic = 40, MostSuggested = 8;

    /// <summary>A person by name, id or address; an organization by its name; somebody whom a later room knows; else a topic that people know about. Several people who answer to a name are a refusal that lists them.</summary>
    internal static async Task<PathTarget> Target(this Store store, string? typed, IEnumerable<IPathTargets> further, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(typed), "to", "Introductions.SayToWhom"));
        var words = typed!.Trim();
        var meant = await store.MeantAlone(words, stop);
        var isPerson = meant is { IsSure: true, People: [var only] } && (Folding.Fold(only.Name) == Folding.Fold(words) || Guid.TryParse(words, out _) || words.Contains('@', StringComparison.Ordinal));
        if (isPerson) return ToPerson(meant!.People[0]);
        if (await store.OrganizationNamed(words, stop) is { } organization) return await store.AtOrganization(organization, stop);
        if (await store.Further(meant, words, further, stop) is { } wanted) return wanted;
        if (meant is { IsSure: true }) return ToPerson(meant.People[0]);
        if (IsSeveral(meant)) throw new Conflict("Introductions.WhichOne", words, string.Concat(meant!.People.Take(MostSuggested).Select(p => $"\n  {p.Id}  {p.Name}")));
        var about = await store.AboutTopic(words, stop);
        return about.People.Count > 0 ? about : await store.Further(words, false, further, stop) ?? about;
    }

    /// <summary>Several people who answer to what was typed, when no organization is called so; nobody when it is clear.</summary>
    internal static async Task<IReadOnlyList<PersonLine>> Several(this Store store, string typed, IEnumerable<IPathTargets> further, CancellationToken stop)
    {
        var meant = await store.MeantAlone(typed, stop);
        return IsSeveral(meant) && await store.OrganizationNamed(typed, stop) is null && await store.Further(meant, typed, further, stop) is null ? meant!.People : [];
    }

    /// <summary>Whose whole name it is comes before people who only answer to it, and after people who are called so.</summary>
    private static async Task<PathTarget?> Further(this Store store, WhoMeant? meant, string words, IEnumerable<IPathTargets> further, CancellationToken stop) =>
        meant is not null && meant.People.Any(p => Folding.Fold(p.Name) == Folding.Fold(words)) ? null : await store.Further(words, true, further, stop);

    private static async Task<PathTarget?> Further(this Store store, string words, bool exactly, IEnumerable<IPathTargets> further, CancellationToken stop)
    {
        foreach (var room in further.SeenBy(store))
            if (await room.Target(store, words, exactly, stop) is { } wanted) return wanted;
        return null;
    }

    /// <summary>A comma parts names elsewhere; here it is part of one.</summary>
    private static async Task<WhoMeant?> MeantAlone(this Store store, string typed, CancellationToken stop) => await store.Meant(typed.Replace(',', ' '), stop) is [var meant, ..] ? meant : null;

    private static bool IsSeveral(WhoMeant? meant) => meant is { IsSure: false, People.Count: > 1 } && meant.People.All(p => PersonNames.Answers(p.Name, null, meant.Typed) is not null);

    public static PathTarget ToPerson(Person person) => new(TargetKind.Person, person.Name, [person.Id]);

    private static PathTarget ToPerson(PersonLine person) => new(TargetKind.Person, person.Name, [person.Id]);

    /// <summary>Those who are there now.</summary>
    public static async Task<PathTarget> AtOrganization(this Store store, Organization organization, CancellationToken stop) =>
        new(TargetKind.Organization, organization.Name, await store.Affiliations.Where(a => a.OrganizationId == organization.Id && a.Until == null).OrderBy(a => a.PersonId).Select(a => a.PersonId).Distinct().ToListAsync(stop));

    /// <summary>Those of whom it is written that they know about it.</summary>
    public static async Task<PathTarget> AboutTopic(this Store store, string topic, CancellationToken stop)
    {
        var found = await store.Weigh(topic, WhoCanHelpQueries.Weights, stop);
        var numbers = found.Highest(MostOfTopic, p => p.Score).Select(p => p.Number).ToArray();
        var ids = await store.SearchPeople.Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, p => p.Id, stop);
        return new(TargetKind.Topic, topic, [.. numbers.Where(ids.ContainsKey).Select(n => ids[n])]);
    }

    /// <summary>Those who could meet a need: whom the owner named, then those who know about its topic.</summary>
    public static async Task<PathTarget> ForNeed(this Store store, Need need, CancellationToken stop)
    {
        var named = await store.Supporters.Where(s => s.NeedId == need.Id && s.Ability != Ability.None).OrderByDescending(s => s.Ability).ThenBy(s => s.PersonId).Select(s => s.PersonId).ToListAsync(stop);
        var about = await store.AboutTopic(need.Topic, stop);
        return about with { People = [.. named.Concat(about.People).Distinct()] };
    }

    /// <summary>The organization of this name or id, if it is known here.</summary>
    internal static async Task<Organization?> OrganizationNamed(this Store store, string words, CancellationToken stop)
    {
        if (Guid.TryParse(words, out var id)) return await store.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop);
        var key = PersonNames.Key(words);
        return await store.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.SortKey == key, stop);
    }
}
