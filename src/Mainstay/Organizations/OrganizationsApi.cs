using Mainstay.Api;
using Mainstay.People;

namespace Mainstay.Organizations;

/// <summary>Organizations and the places people have in them, for programs.</summary>
internal static class OrganizationsApi
{
    private const string Chapter = "Organizations";

    private static readonly Guid Navy = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a05"), Grace = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01");

    private static readonly AffiliationDetails Sample = new("US Navy", "Rear admiral", null, "1943-12", null);

    public static void Map(ApiRoutes api)
    {
        api.Get("/organizations", List, new("listOrganizations", "List organizations by name, with how many people you know there")
        {
            Chapter = Chapter,
            Parameters = [new("q", typeof(string), "Only those whose name begins so, or has a word that does.") { Example = "nav" }, Parameter.Limit, Parameter.Cursor],
            Answer = AnswerShape.PageOf("A part of the list.", new ListedOrganization(Navy, "US Navy", 1)),
        });
        api.Get("/organizations/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readOrganization", "One organization, and whom you know there")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The organization.")],
            Answer = AnswerShape.Of<OrganizationAnswer>("The organization.", new OrganizationAnswer(Navy, "US Navy", null, new(2026, 1, 7, 8, 0, 0, DateTimeKind.Utc), [new(Grace, "Grace Hopper", "Rear admiral", null, "1943-12", null)])),
            IsTagged = true,
        });
        api.Get("/people/{id:guid}/affiliations", async call => ApiAnswer.Of(await Places(call)), new("listAffiliations", "A person's places in organizations")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The person.")],
            Answer = AnswerShape.Of<AffiliationsAnswer>("The places, in their order.", new AffiliationsAnswer([Sample])),
            IsTagged = true,
        });
        api.Put("/people/{id:guid}/affiliations", SetPlaces, new("setAffiliations", "Make a person's places in organizations what is sent")
        {
            Chapter = Chapter,
            About = "Organizations not yet known are made. The first place that was not left counts as the current one.",
            Parameters = [Parameter.Id("The person.")],
            Body = BodyShape.Of<AffiliationsAnswer>("All places, in their order.", new AffiliationsAnswer([Sample])),
            Answer = AnswerShape.Of<AffiliationsAnswer>("The places as they are now.", new AffiliationsAnswer([Sample])),
            IsTagged = true,
            Current = Places,
        });
    }

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var rows = await call.Store.OrganizationsAfter(call.Asked("q"), call.Cursor<OrganizationPlace>(), call.Limit + 1, call.Stop);
        var page = call.PageOf(rows, r => r.Place);
        return ApiAnswer.PageOf(page.As([.. page.Items.Select(r => r.Organization)]));
    }

    private static async Task<object> Read(ApiCall call) => await call.Store.OrganizationWithPeople(call.Id(), call.Stop);

    private static async Task<object> Places(ApiCall call)
    {
        await call.Store.PersonOf(call.Id(), call.Stop);
        return new AffiliationsAnswer((await call.Store.AffiliationsOf([call.Id()], call.Stop)).GetValueOrDefault(call.Id()) ?? []);
    }

    private static async Task<ApiAnswer> SetPlaces(ApiCall call)
    {
        var sent = await call.Body<AffiliationsAnswer>();
        await call.Store.PersonOf(call.Id(), call.Stop);
        await call.Store.SetAffiliations(call.Id(), sent.Affiliations, call.Clock, call.Stop);
        return ApiAnswer.Of(await Places(call));
    }
}
