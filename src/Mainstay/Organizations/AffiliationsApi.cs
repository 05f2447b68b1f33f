using Mainstay.Api;
using Mainstay.People;

namespace Mainstay.Organizations;

/// <summary>The places people have in organizations, for programs.</summary>
internal static class AffiliationsApi
{
    private const string Chapter = "Organizations";

    private static readonly AffiliationDetails Sample = new("US Navy", "Rear admiral", null, "1943-12", null);

    public static void Map(ApiRoutes api)
    {
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
