using Mainstay.Api;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary>Organizations, for programs.</summary>
internal static class OrganizationsApi
{
    private const string Chapter = "Organizations";

    private static readonly Guid Navy = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a05"), Reserve = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a06");

    private static readonly OrganizationAnswer Sample = new(Navy, "US Navy", null, new(2026, 1, 7, 8, 0, 0, DateTimeKind.Utc), [new(PeopleExamples.GraceId, "Grace Hopper", "Rear admiral", null, "1943-12", null)]);

    private static readonly string[] Orders = ["name", "people"];

    public static void Map(ApiRoutes api)
    {
        api.Get("/organizations", List, new("listOrganizations", "List organizations, with how many people are there and were")
        {
            Chapter = Chapter,
            Parameters =
            [
                new("q", typeof(string), "Only those whose name begins so, or has a word that does.") { Example = "nav" },
                new("sort", typeof(string), "By name, or those with most people first; name when not said.") { OneOf = Orders, Example = "people" },
                Parameter.Limit, Parameter.Cursor,
            ],
            Answer = AnswerShape.PageOf("A part of the list.", new ListedOrganizationAnswer(Navy, "US Navy", 1, 0)),
        });
        api.Post("/organizations", Add, new("addOrganization", "Add an organization")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<OrganizationDetails>("Its name, and what is worth knowing, in Markdown.", new OrganizationDetails("US Navy")),
            Answer = AnswerShape.Made<OrganizationAnswer>("The organization.", Sample with { People = [] }),
            IsTagged = true,
        });
        api.Get("/organizations/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readOrganization", "One organization, and whom you know there")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Answer = AnswerShape.Of<OrganizationAnswer>("The organization.", Sample),
            IsTagged = true,
        });
        MapChanges(api);
        MapActs(api);
    }

    private static void MapChanges(ApiRoutes api)
    {
        api.Put("/organizations/{id:guid}", call => Change(call, async _ => await call.Body<OrganizationDetails>()), new("replaceOrganization", "Make what is said of an organization what is sent")
        {
            Chapter = Chapter,
            About = "Its people stay.",
            Parameters = [Which],
            Body = BodyShape.Of<OrganizationDetails>("All that is said of it.", new OrganizationDetails("US Navy", "Grace's second home.")),
            Answer = AnswerShape.Of<OrganizationAnswer>("The organization as it is now.", Sample),
            IsTagged = true,
            Current = Read,
        });
        api.Patch("/organizations/{id:guid}", call => Change(call, async before => ApiJson.Patched(before, await call.Json())), new("changeOrganization", "Rename an organization, or change its notes")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.PatchOf<OrganizationDetails>("What changes.", new { Name = "United States Navy" }),
            Answer = AnswerShape.Of<OrganizationAnswer>("The organization as it is now.", Sample with { Name = "United States Navy" }),
            IsTagged = true,
            Current = Read,
        });
        api.Delete("/organizations/{id:guid}", async call => ChangesApi.Of(await call.Store.RemoveOrganization(call.Id(), call.Services.GetServices<IOrganizationRows>(), call.Clock, call.Stop)), new("removeOrganization", "Remove an organization")
        {
            Chapter = Chapter,
            About = "Titles people have there stay with them.",
            Parameters = [Which],
            Answer = ChangesApi.Shape,
            Current = Read,
        });
    }

    private static void MapActs(ApiRoutes api)
    {
        api.Post("/organizations/{id:guid}/merge", async call => ChangesApi.Of(await call.Store.MergeOrganizations(call.Id(), (await call.Body<OrganizationMergeFields>()).Other, call.Services.GetServices<IOrganizationRows>(), call.Clock, call.Stop)), new("mergeOrganizations", "Bring another organization into this one")
        {
            Chapter = Chapter,
            About = "People of the other belong to this one from then on, its notes stand below this one's, and the other is gone.",
            Parameters = [Which],
            Body = BodyShape.Of<OrganizationMergeFields>("The one that goes.", new OrganizationMergeFields(Reserve)),
            Answer = ChangesApi.Shape,
        });
        api.Post("/organizations/{id:guid}/people", Join, new("joinOrganization", "Let a person belong to an organization")
        {
            Chapter = Chapter,
            About = "It becomes the last of their places. To change or leave one, set the person's affiliations.",
            Parameters = [Which],
            Body = BodyShape.Of<JoiningFields>("Who, and as what.", new JoiningFields(PeopleExamples.GraceId) { Title = "Rear admiral" }),
            Answer = ChangesApi.Shape,
        });
    }

    private static Parameter Which => Parameter.Id("The organization.") with { Example = Navy };

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var sort = call.Asked("sort") ?? Orders[0];
        if (!Orders.Contains(sort)) throw ApiCall.Wrong("sort", "Api.NotOneOf", string.Join(", ", Orders));
        var asked = new OrganizationsAsked { Query = call.Asked("q"), ByPeople = sort == "people", After = call.Cursor<OrganizationPlace>(), Most = call.Limit + 1 };
        var page = call.PageOf((await call.Store.OrganizationList(asked, call.Stop)).Lines, line => new OrganizationPlace(PersonNames.Key(line.Name), line.Now, line.Before));
        return ApiAnswer.PageOf(page.As([.. page.Items.Select(ListedOrganizationAnswer.Of)]));
    }

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var added = await call.Store.AddOrganization(await call.Body<OrganizationDetails>(), call.Clock, call.Stop);
        return ApiAnswer.Made(await call.Store.OrganizationWithPeople(added.Id, call.Stop), $"{ApiRoutes.Root}/organizations/{added.Id}");
    }

    private static async Task<object> Read(ApiCall call) => await call.Store.OrganizationWithPeople(call.Id(), call.Stop);

    private static async Task<ApiAnswer> Change(ApiCall call, Func<OrganizationDetails, Task<OrganizationDetails>> change)
    {
        var section = OrganizationFields.Section;
        var before = OrganizationActions.Details(await call.Store.OrganizationOf(call.Id(), call.Stop));
        var edited = await call.Store.EditOrganization(call.Id(), new(section, await change(before), section.Fingerprints(before)), call.Clock, call.Stop);
        return edited.Outcome.Clashes.Count == 0 ? ApiAnswer.Of(await Read(call)) : throw new Conflict("People.ChangedSince");
    }

    private static async Task<ApiAnswer> Join(ApiCall call)
    {
        var joining = await call.Body<JoiningFields>();
        return ChangesApi.Of(await call.Store.Join(call.Id(), joining.Person, joining.Title, call.Clock, call.Stop));
    }
}
