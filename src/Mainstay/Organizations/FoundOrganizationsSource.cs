using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary>Organizations to jump to, by the beginnings of the words of their names. They lead to the people who are there.</summary>
internal sealed class FoundOrganizationsSource : ISearchResults
{
    public async Task<IReadOnlyList<SearchResult>> Find(Store store, string text, int most, DateOnly today, CancellationToken stop) =>
        [.. (await store.OrganizationsNamed(text, most, stop)).Select(o => new SearchResult("organization", o.Id, o.Name, Speech.Say("Organizations.PeopleThere", o.People), "/people?q=" + Uri.EscapeDataString(o.Name), null))];
}
