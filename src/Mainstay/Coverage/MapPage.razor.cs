using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary><c>/map</c>: the support map, as it is and as it would be.</summary>
public sealed partial class MapPage
{
    internal static void MapAddress(IEndpointRouteBuilder pages) => pages.Get("/map", async (HttpContext http, Store store, MapQueries maps, Visit visit, CancellationToken stop) =>
    {
        var query = http.Request.Query;
        var asked = new WhatIfAsked(Id(query["without"]), Id(query["with"]), Id(query["need"]));
        if (!asked.IsAsked) return Answers.Page<MapPage>(new { Map = await maps.Map(store, visit.Today, stop), Said = Said.From(query) });
        var (_, then, change) = await maps.Map(store, asked, visit.Today, stop);
        return Answers.Page<MapPage>(new { Map = then, If = change, asked.Without, Said = Said.From(query) });
    });

    private static Guid? Id(string? text) => string.IsNullOrEmpty(text) ? null : Guid.TryParse(text, out var id) ? id : throw new NotFound("People.NotThere");
}
