using Mainstay.Memberships;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Collaborations;

/// <summary><c>/collaborations</c>: all of them, by how far they have come. <c>/collaborations/new</c>: one more.</summary>
public sealed partial class CollaborationsPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) => Answers.Page<CollaborationsPage>(new
        {
            Lines = await store.AllCollaborations(stop),
            visit.Today,
            Stage = Enum.TryParse<CollaborationStage>(http.Request.Query["stage"], true, out var stage) && Enum.IsDefined(stage) ? stage : (CollaborationStage?)null,
            Said = Said.From(http.Request.Query),
        }));
        pages.Get(Address + "/new", async (HttpContext http, Store store, CancellationToken stop) =>
            Answers.Page<NewCollaborationPage>(new { Organization = Guid.TryParse(http.Request.Query["organization"], out var id) ? (await store.OrganizationOf(id, stop)).Name : null }));
        pages.Post(Address, Add);
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var made = await store.AllOrNothing(async () =>
            {
                var problems = new Problems();
                var details = CollaborationPage.Read(form, await MembershipsPage.Where(store, form, visit.Clock, stop), problems);
                Mistaken.ThrowIf(problems);
                return await store.AddCollaboration(details, visit.Today, visit.Clock, stop);
            }, stop);
            return Answers.Done(http, form, CollaborationWords.Href(made.Id), ("said", "Collaborations.SaidNoted"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var typed = new Typed("collaboration", form, mistaken.Problems);
            return Answers.Page<NewCollaborationPage>(new { Typed = typed }, typed);
        }
    }
}
