using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary><c>/memberships</c>: all of them, by how far they have come. <c>/memberships/new</c>: one more.</summary>
public sealed partial class MembershipsPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, Show);
        pages.Get(Address + "/new", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var query = http.Request.Query;
            var organization = Guid.TryParse(query["organization"], out var id) ? (await store.OrganizationOf(id, stop)).Name : null;
            return await New(store, visit, organization, query.ContainsKey("joined") ? visit.Today : null, null, stop);
        });
        pages.Post(Address, Add);
    }

    private static async Task<IResult> Show(HttpContext http, Store store, BroughtQueries brought, Visit visit, CancellationToken stop)
    {
        var lines = await store.AllMemberships(visit.Today, stop);
        return Answers.Page<MembershipsPage>(new { Lines = lines, Brought = await brought.By(store, lines, stop), visit.Today, Said = Said.From(http.Request.Query) });
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var made = await store.AllOrNothing(async () =>
            {
                var problems = new Problems();
                var details = MembershipPage.Read(form, await Where(store, form, visit.Clock, stop), problems);
                Mistaken.ThrowIf(problems);
                return await store.AddMembership(details, visit.Today, visit.Clock, stop);
            }, stop);
            return Answers.Done(http, form, MembershipWords.Href(made.Id), ("said", made.JoinedOn is null ? "Memberships.SaidConsidered" : "Memberships.SaidJoined"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var name = Guid.TryParse(form["organizationId"], out var id) ? (await store.OrganizationOf(id, stop)).Name : null;
            return await New(store, visit, name, null, new("membership", form, mistaken.Problems), stop);
        }
    }

    /// <summary>The organization that was chosen or typed; one that nobody knows yet is added.</summary>
    internal static async Task<Guid> Where(Store store, IFormCollection form, TimeProvider clock, CancellationToken stop)
    {
        if (Guid.TryParse(form["organizationId"], out var chosen)) return chosen;
        var name = form.Filled("organization") ?? throw new Mistaken(new Problems().When(true, "organization", "Organizations.NameMissing"));
        return await store.OrganizationCalled(name, clock, stop);
    }

    private static async Task<IResult> New(Store store, Visit visit, string? organization, DateOnly? joined, Typed? typed, CancellationToken stop) => Answers.Page<NewMembershipPage>(new
    {
        Organization = organization,
        Joined = joined,
        Currency = (await store.AllMemberships(visit.Today, stop)).Where(l => l.It.Currency is not null).MaxBy(l => l.It.CreatedAt)?.It.Currency,
        Needs = await store.OpenNeeds(stop),
        Typed = typed,
    }, typed);
}
