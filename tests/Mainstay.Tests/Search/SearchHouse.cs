using Mainstay.People;
using Mainstay.Search;

namespace Mainstay.Tests.Search;

internal static class SearchHouse
{
    public static Task<Guid> Add(this TestHouse house, string name) => house.Add(new PersonDetails { Name = name });

    public static async Task<Guid> Add(this TestHouse house, PersonDetails details) => (await house.Store.AddPerson(details, house.Clock, TestContext.Current.CancellationToken)).Id;

    public static async Task<IReadOnlyList<string>> Names(this TestHouse house, string query) =>
        [.. (await house.Store.Search(query, TestContext.Current.CancellationToken)).Hits.Select(h => h.Name)];
}
