using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary>On a person's page: where they work and belong, edited where it is read.</summary>
internal sealed class AffiliationPanel : IPersonPanel
{
    public int Order => PersonPage.Middle;

    public Type Component => typeof(FacetPanel);

    public Task<IDictionary<string, object?>?> Load(IPersonPanel.Call call, CancellationToken stop)
    {
        var (section, places) = (AffiliationFields.Section, call.Known<HeldPlaces>()!.Places);
        var form = call.Form?.Name == section.Name ? call.Form : call.Asked["edit"] == section.Name ? EditForm.Of(section, new([.. places.Select(p => p.Details)])) : null;
        var facet = new Facet(section.Name, section.Heading, [.. places.Select(Line)]);
        return Task.FromResult<IDictionary<string, object?>?>(places.Count == 0 && form is null ? null : new Dictionary<string, object?> { ["Facet"] = facet, ["Page"] = $"/people/{call.Person.Id}", ["Form"] = form });
    }

    internal static void Map(IEndpointRouteBuilder pages) => pages.Post("/people/{id:guid}/edit/affiliations", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        return await EditPage.Send(http, form, AffiliationFields.Section, await store.PlacesToEdit(id, stop), new()
        {
            Nothing = new([]),
            Write = edit => store.EditAffiliations(id, edit, visit.Clock, stop),
            Show = again => PersonPage.Show(http, id, null, stop, again),
            Back = $"/people/{id}",
        });
    });

    private static FacetLine Line(HeldPlace place) => new(place.Details.InWords().InWords(), null, place.Organization is { } id ? $"/organizations/{id}" : null);
}
