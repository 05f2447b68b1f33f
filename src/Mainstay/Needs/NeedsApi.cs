using Mainstay.Api;
using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Needs;

/// <summary>Needs and who can meet them, for programs.</summary>
internal static class NeedsApi
{
    private const string Chapter = "Needs";

    public static void Map(ApiRoutes api)
    {
        api.Get("/needs", List, new("listNeeds", "What you need support with, and who can give it")
        {
            Chapter = Chapter,
            About = "The most important first. Who was said not to be able to help is listed with the ability `none`.",
            Parameters = [new("closed", typeof(bool), "Those that are needed no more, too.")],
            Answer = AnswerShape.PageOf("All of them.", NeedsExamples.Need),
        });
        api.Post("/needs", Add, new("addNeed", "Note what you need support with")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<NeedFields>("The need.", new { Kind = SupportKind.Knowledge, Topic = "Pricing for clinics", Importance = 4 }),
            Answer = AnswerShape.Made<NeedAnswer>("The need.", NeedsExamples.Need),
            IsTagged = true,
        });
        api.Get("/needs/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readNeed", "One need")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Answer = AnswerShape.Of<NeedAnswer>("The need.", NeedsExamples.Need),
            IsTagged = true,
        });
        api.Put("/needs/{id:guid}", Change, new("changeNeed", "Say anew what you need")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.Of<NeedFields>("The need.", new { Kind = SupportKind.Knowledge, Topic = "Pricing for clinics", Importance = 5 }),
            Answer = AnswerShape.Of<NeedAnswer>("The need as it is now.", NeedsExamples.Need with { Importance = 5 }),
            IsTagged = true,
            Current = Read,
        });
        api.Post("/needs/{id:guid}/close", call => Do(call, (store, id) => store.CloseNeed(id, call.Today, call.Stop)), Turn("closeNeed", "It is needed no more"));
        api.Post("/needs/{id:guid}/reopen", call => Do(call, (store, id) => store.ReopenNeed(id, call.Stop)), Turn("reopenNeed", "It is needed again"));
        api.Delete("/needs/{id:guid}", async call => ChangesApi.Of(await call.Store.RemoveNeed(call.Id(), call.Clock, call.Stop)),
            new("removeNeed", "Remove a need with all that was said of it") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
        MapSupporters(api);
    }

    private static void MapSupporters(ApiRoutes api)
    {
        api.Put("/needs/{id:guid}/supporters/{person:guid}", Say, new("saySupport", "Say how well somebody can meet a need, or what they agreed to")
        {
            Chapter = Chapter,
            Parameters = [Which, Parameter.Id("Who.", "person")],
            Body = BodyShape.Of<SupporterFields>("What you say.", new { Ability = Ability.Excellent }),
            Answer = AnswerShape.Of<NeedAnswer>("The need as it is now.", NeedsExamples.Need),
        });
        api.Delete("/needs/{id:guid}/supporters/{person:guid}", async call => ChangesApi.Of(await call.Store.UnsaySupport(call.Id(), call.Id("person"), call.Clock, call.Stop)), new("unsaySupport", "Take your word back: what is gathered from roles, topics and favours counts again")
        {
            Chapter = Chapter,
            Parameters = [Which, Parameter.Id("Who.", "person")],
            Answer = ChangesApi.Shape,
        });
    }

    private static Parameter Which => Parameter.Id("The need.");

    private static Operation Turn(string name, string about) => new(name, about) { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<NeedAnswer>("The need as it is now.", NeedsExamples.Need), IsTagged = true, Current = Read };

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var needs = await call.Store.OpenNeeds(call.Stop, call.YesOrNo("closed") == true);
        var supporters = await call.Services.GetRequiredService<SupportersQueries>().Of(call.Store, needs, call.Today, call.Stop);
        return ApiAnswer.Of(new Page<NeedAnswer> { Items = [.. needs.Select(n => NeedAnswer.Of(n, supporters[n.Id]))] });
    }

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var need = await call.Store.AddNeed((await call.Body<NeedFields>()).ToNeed(), call.Clock, call.Stop);
        return ApiAnswer.Made(await Tell(call, need), $"{ApiRoutes.Root}/needs/{need.Id}");
    }

    private static async Task<ApiAnswer> Change(ApiCall call) =>
        ApiAnswer.Of(await Tell(call, await call.Store.ChangeNeed(call.Id(), (await call.Body<NeedFields>()).ToNeed(), call.Stop)));

    private static async Task<ApiAnswer> Do(ApiCall call, Func<Store, Guid, Task<Need>> act) => ApiAnswer.Of(await Tell(call, await act(call.Store, call.Id())));

    private static async Task<ApiAnswer> Say(ApiCall call)
    {
        var (said, person) = (await call.Body<SupporterFields>(), call.Id("person"));
        await call.Store.AllOrNothing(async () =>
        {
            if (said.Ability is { } ability) await call.Store.SaySupport(call.Id(), person, ability, call.Today, call.Stop);
            if (said.Agreed == true) await call.Store.Agree(call.Id(), person, new(said.Until, said.Scope), call.Today, call.Stop);
            if (said.Agreed == false) await call.Store.EndAgreement(call.Id(), person, call.Stop);
            return said;
        }, call.Stop);
        return ApiAnswer.Of(await Read(call));
    }

    private static async Task<object> Read(ApiCall call) => await Tell(call, await call.Store.NeedOf(call.Id(), call.Stop));

    private static async Task<NeedAnswer> Tell(ApiCall call, Need need) =>
        NeedAnswer.Of(need, (await call.Services.GetRequiredService<SupportersQueries>().Of(call.Store, [need], call.Today, call.Stop))[need.Id]);
}
