using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

public static class OrganizationListQueries
{
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
