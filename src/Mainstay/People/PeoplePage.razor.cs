using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary><c>/people</c>: everybody by family name, or those a search finds.</summary>
public sealed partial class PeoplePage
{
    private const int OnAPage = 50, LongestQuery = 300;

    internal static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/people", (HttpContext http, Store store, Visit visit, IEnumerable<IPersonFacts> rooms, CancellationToken stop) =>
    {
        var asked = http.Request.Query;
        var query = asked["q"].ToString().Trim();
        return query.Length > 0
            ? Found(query.Length > LongestQuery ? query[..LongestQuery] : query, asked, store, visit, rooms, stop)
            : Everybody(asked, store, visit, rooms, stop);
    });

    private static async Task<IResult> Found(string query, IQueryCollection asked, Store store, Visit visit, IEnumerable<IPersonFacts> rooms, CancellationToken stop)
    {
        var page = int.TryParse(asked["page"], out var number) && number is > 1 and < 10_000 ? number : 1;
        var search = new SearchQuery(query) { Skip = (page - 1) * OnAPage, Take = OnAPage, WithSnippets = false };
        var found = await store.PeopleFound(search, stop);
        var people = await store.WithFacts(found.People, rooms, visit.Today, stop);
        string? At(int number) => QueryHelpers.AddQueryString("/people", new Dictionary<string, string?> { ["q"] = query, ["page"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        return Answers.Page<PeoplePage>(new { People = people, visit.Today, found.Answer.Total, Query = query, found.Answer.IsGuess, Said = Said.From(asked), Before = page > 1 ? At(page - 1) : null, After = found.Answer.HasMore(search) ? At(page + 1) : null });
    }

    private static async Task<IResult> Everybody(IQueryCollection asked, Store store, Visit visit, IEnumerable<IPersonFacts> rooms, CancellationToken stop)
    {
        var (before, after) = (await PlaceOf(asked["before"], store, stop), await PlaceOf(asked["after"], store, stop));
        // One more than is shown tells whether the list goes on.
        var some = before is not null ? await store.PeopleBefore(before, OnAPage + 1, stop) : await store.PeopleAfter(after, OnAPage + 1, stop);
        var more = some.Count > OnAPage;
        var shown = !more ? some : before is not null ? some[1..] : some[..OnAPage];
        var people = await store.WithFacts(shown, rooms, visit.Today, stop);
        var total = await store.People.CountAsync(stop);
        return Answers.Page<PeoplePage>(new
        {
            People = people, visit.Today, Total = total, Query = (string?)null, IsGuess = false, Said = Said.From(asked),
            Before = shown.Count > 0 && (before is not null ? more : after is not null) ? $"/people?before={shown[0].Id}" : null,
            After = shown.Count > 0 && (before is not null || more) ? $"/people?after={shown[^1].Id}" : null,
        });
    }

    /// <summary>Where somebody stands in the list; the beginning when they are not there any more.</summary>
    private static async Task<ListPlace?> PlaceOf(string? id, Store store, CancellationToken stop) =>
        Guid.TryParse(id, out var person) ? await store.People.Where(p => p.Id == person).Select(p => new ListPlace(p.SortKey, p.Id)).FirstOrDefaultAsync(stop) : null;
}
