using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary>Organizations to jump to, by the beginnings of the words of their names.</summary>
internal sealed class FoundOrganizationsSource : ISearchResults
{
    public string Kind => "organization";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var (organizations, total) = await store.OrganizationsNamed(wish.Text, wish.Skip, wish.Take, stop);
        return new([.. organizations.Select(o => new SearchResult(Kind, o.Id, o.Name, Speech.Say("Organizations.PeopleThere", o.People), $"/organizations/{o.Id}", null))], total);
    }
}
