using System.Runtime.CompilerServices;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

/// <summary>People are found by the organizations they belong to, and by what they are there.</summary>
internal sealed class OrganizationsSearchSource : ISearchSource
{
    private static readonly SearchField Organization = new(14, "organization", 6, 6), Title = new(15, "title", 4, 6);

    public IReadOnlyList<SearchField> Fields { get; } = [Organization, Title];

    public Guid? PersonOf(IOwned row) => (row as Affiliation)?.PersonId;

    public async Task<IReadOnlyCollection<Guid>> PeopleBehind(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop)
    {
        var people = new HashSet<Guid>();
        foreach (var some in rows.OfType<Organization>().Select(o => o.Id).Chunk(Store.MostParameters))
            people.UnionWith(await store.Affiliations.Where(a => a.OrganizationId != null && some.Contains(a.OrganizationId.Value)).Select(a => a.PersonId).ToListAsync(stop));
        return people;
    }

    public async IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var (person, affiliations) in await store.AffiliationsOf(people, stop))
            foreach (var (field, text) in affiliations.SelectMany(a => ((SearchField, string?)[])[(Organization, a.Organization), (Title, a.Title), (Title, a.Department)]))
                if (!string.IsNullOrWhiteSpace(text)) yield return new(person, field, text);
    }
}
