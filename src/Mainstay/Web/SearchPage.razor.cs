using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Search;
using Mainstay.Storage;

namespace Mainstay.Web;

/// <summary><c>/search</c>: everything that answers, by kind, the best first.</summary>
public sealed partial class SearchPage
{
    private const int OnAPage = 20, OfPeopleAtFirst = 10, OfOthersAtFirst = 4, LongestQuery = 300, LastPage = 500;

    internal static void Map(IEndpointRouteBuilder pages) => pages.Get("/search", async (HttpContext http, Store store, Visit visit, IEnumerable<ISearchResults> rooms, CancellationToken stop) =>
    {
        rooms = rooms.SeenBy(store).ToList();
        var asked = http.Request.Query;
        var query = Short(asked["q"].ToString().Trim());
        var kind = rooms.Select(r => r.Kind).FirstOrDefault(k => k == asked["kind"]);
        var page = kind is not null && int.TryParse(asked["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, LastPage) : 1;
        var found = new List<(string Kind, SearchPart Part)>();
        if (query.Length > 0)
            foreach (var room in rooms)
                found.Add((room.Kind, await room.Find(store, Wish(query, kind, room.Kind, page), visit.Today, stop)));
        var total = found.Find(f => f.Kind == kind).Part?.Total ?? 0;
        return Answers.Page<SearchPage>(new
        {
            Query = query, Found = (IReadOnlyList<(string, SearchPart)>)found, Kind = kind,
            Before = page > 1 ? At(query, kind, page - 1) : null,
            After = kind is not null && page * OnAPage < total ? At(query, kind, page + 1) : null,
        });
    });

    /// <summary>Of all kinds the beginning; of one kind a page, and of the others only how many there are.</summary>
    private static SearchWish Wish(string query, string? shown, string kind, int page) =>
        shown is null ? new(query, 0, kind == "person" ? OfPeopleAtFirst : OfOthersAtFirst)
        : shown == kind ? new(query, (page - 1) * OnAPage, OnAPage) : new(query, 0, 0);

    private static string At(string query, string? kind, int page = 1) =>
        $"/search?q={Uri.EscapeDataString(query)}{(kind is null ? "" : $"&kind={kind}")}{(page > 1 ? "&page=" + page.ToString(CultureInfo.InvariantCulture) : "")}";

    private static string Short(string query) => query.Length <= LongestQuery ? query : query[..(char.IsHighSurrogate(query[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
}
