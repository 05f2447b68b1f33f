using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Gatherings;

/// <summary>Gatherings and whom the owner met there, for programs.</summary>
internal static class GatheringsApi
{
    internal const string Chapter = "Gatherings";

    internal static readonly GatheringAnswer Gathering = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a41"), "Health founders Lisbon", new(2026, 5, 4), new(2026, 5, 4), "18:00", "20:00",
        new(2026, 5, 4, 17, 0, 0, DateTimeKind.Utc), new(2026, 5, 4, 19, 0, 0, DateTimeKind.Utc), "Lisbon", null, "https://example.org/founders", "health, pricing", null, GatheringState.Going) { Sentence = "Monday, 4 May 2026, 18:00 to 20:00 · Lisbon" };

    internal static readonly EncounterAnswer Encounter = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a42"), RhythmExamples.Grace, new(Gathering.Id, Gathering.Name), new(2026, 5, 4), "Runs the new clinic in Porto", "Send the deck", null, null);

    public static void Map(ApiRoutes api)
    {
        MapGatherings(api);
        MapEncounters(api);
        FollowUpApi.Map(api);
    }

    private static void MapGatherings(ApiRoutes api)
    {
        api.Get("/gatherings", List, new("listGatherings", "Gatherings: those ahead, the next first, or those that are over, the latest first")
        {
            Chapter = Chapter,
            Parameters = [new("past", typeof(bool), "Those that are over.")],
            Answer = AnswerShape.PageOf("All of them.", Gathering),
        });
        api.Post("/gatherings", async call =>
        {
            var made = await call.Store.AddGathering((await call.Body<GatheringFields>()).ToGathering(), call.Clock, call.Stop);
            return ApiAnswer.Made(GatheringAnswer.Of(made, await call.Store.OwnersZone(call.Stop)), $"{ApiRoutes.Root}/gatherings/{made.Id}");
        }, new("addGathering", "Write a gathering down")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<GatheringFields>("The gathering.", new { Gathering.Name, Gathering.On, Gathering.From, Gathering.To, Gathering.Place, State = "going" }),
            Answer = AnswerShape.Made<GatheringAnswer>("The gathering.", Gathering),
            IsTagged = true,
        });
        api.Get("/gatherings/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readGathering", "One gathering") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<GatheringAnswer>("The gathering.", Gathering), IsTagged = true });
        api.Put("/gatherings/{id:guid}", async call =>
        {
            await Read(call);
            await call.Store.ChangeGathering(call.Id(), (await call.Body<GatheringFields>()).ToGathering(), call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("changeGathering", "Say anew what a gathering is, and where you stand with it")
        {
            Chapter = Chapter,
            About = "What is not said is taken away.",
            Parameters = [Which],
            Body = BodyShape.Of<GatheringFields>("All that is said of it.", new { Gathering.Name, Gathering.On, State = "been", Hours = 3 }),
            Answer = AnswerShape.Of<GatheringAnswer>("The gathering as it is now.", Gathering),
            IsTagged = true,
            Current = Read,
        });
        api.Delete("/gatherings/{id:guid}", async call =>
        {
            await Read(call);
            return ChangesApi.Of(await call.Store.RemoveGathering(call.Id(), call.Clock, call.Stop));
        }, new("removeGathering", "Remove a gathering with its encounters; touches and promises stay") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
    }

    private static void MapEncounters(ApiRoutes api)
    {
        api.Get("/gatherings/{id:guid}/encounters", async call =>
        {
            await Read(call);
            return ApiAnswer.Of(new Page<EncounterAnswer> { Items = [.. (await call.Store.EncountersOf(call.Stop, call.Id())).Select(EncounterAnswer.Of)] });
        }, new("listEncounters", "Whom you met at a gathering") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.PageOf("All of them.", Encounter) });
        api.Post("/gatherings/{id:guid}/encounters", async call =>
        {
            await Read(call);
            var met = await call.Store.Meet((await call.Body<EncounterFields>()).ToEncounter(call.Id()), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(await call.Store.AnswerOf(await call.Store.EncounterOf(met.Id, call.Stop), call.Stop), $"{ApiRoutes.Root}/encounters/{met.Id}");
        }, new("noteEncounter", "Note whom you met at a gathering")
        {
            Chapter = Chapter,
            About = "A touch of that day is noted with it, and promises become tasks. You have been there then. A candidate of the `name` becomes one of your people by it; `candidate` says so, or names one who may be them.",
            Parameters = [Which],
            Body = BodyShape.Of<EncounterFields>("Whom, and what to remember.", new { Name = "Dana Wu", About = "Ex-Stripe", Promised = "Send the deck" }),
            Answer = AnswerShape.Made<EncounterAnswer>("The encounter.", Encounter),
            IsTagged = true,
        });
        api.Get("/encounters/{id:guid}", async call => ApiAnswer.Of(await ReadEncounter(call)), new("readEncounter", "One encounter") { Chapter = Chapter, Parameters = [Parameter.Id("The encounter.")], Answer = AnswerShape.Of<EncounterAnswer>("The encounter.", Encounter), IsTagged = true });
        api.Delete("/encounters/{id:guid}", async call =>
        {
            await ReadEncounter(call);
            return ChangesApi.Of(await call.Store.Unmeet(call.Id(), call.Clock, call.Stop));
        }, new("removeEncounter", "You did not meet after all: the encounter goes with its touch and what is still promised") { Chapter = Chapter, Parameters = [Parameter.Id("The encounter.")], Answer = ChangesApi.Shape, Current = ReadEncounter });
    }

    internal static Parameter Which => Parameter.Id("The gathering.");

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var zone = await call.Store.OwnersZone(call.Stop);
        var all = call.YesOrNo("past") == true ? await call.Store.GatheringsPast(call.Today, call.Stop) : await call.Store.GatheringsAhead(call.Today, call.Stop);
        return ApiAnswer.Of(new Page<GatheringAnswer> { Items = [.. all.Select(g => GatheringAnswer.Of(g, zone))] });
    }

    internal static async Task<object> Read(ApiCall call) => GatheringAnswer.Of(await call.Store.GatheringOf(call.Id(), call.Stop), await call.Store.OwnersZone(call.Stop));

    internal static async Task<object> ReadEncounter(ApiCall call) => await call.Store.AnswerOf(await call.Store.EncounterOf(call.Id(), call.Stop), call.Stop);
}
