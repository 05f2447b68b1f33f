using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

public static class OrganizationListQueries
{
    /// <summary>So many organizations after a place of the list, by name; all of them, or those of whose name a word begins so.</summary>
    public static async Task<IReadOnlyList<(ListedOrganization Organization, OrganizationPlace Place)>> OrganizationsAfter(this Store store, string? text, OrganizationPlace? place, int most, CancellationToken stop)
    {
        var (organizations, affiliations, people) = (store.Organizations.AsNoTracking().Called(text), store.Affiliations, store.People);
        if (place is not null) organizations = organizations.Where(o => o.SortKey.CompareTo(place.SortKey) > 0 || (o.SortKey == place.SortKey && o.Id.CompareTo(place.Id) > 0));
        var rows = await organizations.OrderBy(o => o.SortKey).ThenBy(o => o.Id).Take(most)
            .Select(o => new { o.Id, o.Name, o.SortKey, People = affiliations.Where(a => a.OrganizationId == o.Id && people.Any(p => p.Id == a.PersonId)).Select(a => a.PersonId).Distinct().Count() }).ToListAsync(stop);
        return rows.ConvertAll(r => (new ListedOrganization(r.Id, r.Name, r.People), new OrganizationPlace(r.SortKey, r.Id)));
    }

    /// <summary>An organization and those who belong to it, by name.</summary>
    public static async Task<OrganizationAnswer> OrganizationWithPeople(this Store store, Guid id, CancellationToken stop)
    {
        var organization = await store.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFound("Organizations.NotThere");
        var people = await (from place in store.Affiliations.AsNoTracking()
                            join person in store.People on place.PersonId equals person.Id
                            where place.OrganizationId == id
                            orderby person.SortKey, person.Id, place.Position
                            select new MemberAnswer(person.Id, person.Name, place.Title, place.Department, place.Since, place.Until)).ToListAsync(stop);
        return new(organization.Id, organization.Name, organization.Notes, organization.CreatedAt, people);
    }
}
