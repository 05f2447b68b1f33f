using System.Globalization;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary><c>/organizations</c>: all of them, and a new one.</summary>
public sealed partial class OrganizationsPage
{
    private const int LongestQuery = 300;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/organizations", Show);
        pages.Get("/organizations/new", () => Answers.Page<NewOrganizationPage>(new { }));
        pages.Post("/organizations", Add);
    }

    private static async Task<IResult> Show(HttpContext http, Store store, CancellationToken stop)
    {
        var query = http.Request.Query;
        var text = query["q"].ToString().Trim();
        var asked = new OrganizationsAsked
        {
            Query = text.Length == 0 ? null : text[..Math.Min(text.Length, LongestQuery)],
            ByPeople = query["sort"] == "people",
            From = int.TryParse(query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0,
        };
        var (lines, total) = await store.OrganizationList(asked, stop);
        return Answers.Page<OrganizationsPage>(new { Asked = asked, Lines = lines, Total = total, Said = Said.From(query) });
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var added = await store.AddOrganization(new(form.Filled("name") ?? "", form.Filled("notes")), visit.Clock, stop, form.Once());
            return Answers.Done(http, form, $"/organizations/{added.Id}", ("said", "Organizations.SaidAdded"));
        }
        catch (Mistaken mistaken)
        {
            var typed = new Typed("organization", form, mistaken.Problems);
            return Answers.Page<NewOrganizationPage>(new { Typed = typed }, typed);
        }
    }
}
