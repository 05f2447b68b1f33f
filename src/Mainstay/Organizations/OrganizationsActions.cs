using Mainstay.People;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

public static class OrganizationsActions
{
    /// <summary>Makes a person's affiliations what is said. Organizations not yet known are made.</summary>
    public static async Task SetAffiliations(this Store store, Guid person, IReadOnlyList<AffiliationDetails> affiliations, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(affiliations.Check());
        await using var writing = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(stop) : null;
        if (!await store.People.IgnoreQueryFilters([Store.TrashFilter]).AnyAsync(p => p.Id == person, stop)) throw new NotFound("People.NotThere");
        await store.Affiliations.Where(a => a.PersonId == person).ExecuteDeleteAsync(stop);
        await store.Reindex<OrganizationsSearchSource>([person], stop);
        await store.AddAffiliations([.. affiliations.Select(a => (person, a))], clock, stop);
        if (writing is not null) await writing.CommitAsync(stop);
    }

    /// <summary>Writes many affiliations of people who have none yet, in the open transaction.</summary>
    public static async Task AddAffiliations(this Store store, IReadOnlyList<(Guid Person, AffiliationDetails Affiliation)> affiliations, TimeProvider clock, CancellationToken stop)
    {
        var named = affiliations.Where(a => !string.IsNullOrWhiteSpace(a.Affiliation.Organization) || !string.IsNullOrWhiteSpace(a.Affiliation.Title)).ToList();
        var organizations = await store.OrganizationsCalled([.. named.Select(a => a.Affiliation.Organization).OfType<string>().Where(n => PersonNames.Key(n).Length > 0)], clock, stop);
        await store.InsertMany(named.GroupBy(a => a.Person).SelectMany(g => g.Select((a, i) => new Affiliation
        {
            PersonId = a.Person,
            Position = i,
            OrganizationId = organizations.TryGetValue(PersonNames.Key(a.Affiliation.Organization ?? ""), out var id) ? id : null,
            Title = a.Affiliation.Title,
            Department = a.Affiliation.Department,
            Since = a.Affiliation.Since,
            Until = a.Affiliation.Until,
        })), stop);
    }

    /// <summary>The organizations of these names, by folded name; those not yet known are made.</summary>
    private static async Task<Dictionary<string, Guid>> OrganizationsCalled(this Store store, IReadOnlyList<string> names, TimeProvider clock, CancellationToken stop)
    {
        var known = await store.Organizations.Select(o => new { o.SortKey, o.Id }).ToDictionaryAsync(o => o.SortKey, o => o.Id, stop);
        var fresh = names.DistinctBy(PersonNames.Key).Where(n => !known.ContainsKey(PersonNames.Key(n)))
            .Select(n => new Organization { Name = Texts.OneLine(n).Trim(), SortKey = PersonNames.Key(n), CreatedAt = clock.GetUtcNow().UtcDateTime }).ToList();
        await store.InsertMany(fresh, stop);
        foreach (var organization in fresh) known.Add(organization.SortKey, organization.Id);
        return known;
    }
}
