using Mainstay.Api;
using Mainstay.Rhythm;

namespace Mainstay.Gatherings;

/// <summary>Preparing, and what becomes of it, for programs.</summary>
internal static class FollowUpApi
{
    private static readonly PreparationAnswer Prepared = new([new(RhythmExamples.Grace, true, null, ["Could fill a gap: Pricing"])], [], []);

    public static void Map(ApiRoutes api)
    {
        api.Patch("/gatherings/{id:guid}", ChangeGathering, new("sayOfGathering", "Say where you stand with a gathering, or what came of it")
        {
            Chapter = GatheringsApi.Chapter,
            Parameters = [GatheringsApi.Which],
            Body = BodyShape.PatchOf<GatheringChangeFields>("What changes.", new { AfterMonth = "Two calls and a pilot" }),
            Answer = AnswerShape.Of<GatheringAnswer>("The gathering as it is now.", GatheringsApi.Gathering),
            IsTagged = true,
            Current = GatheringsApi.Read,
        });
        MapPreparing(api);
        MapEncounters(api);
    }

    private static void MapPreparing(ApiRoutes api)
    {
        api.Get("/gatherings/{id:guid}/preparation", async call => ApiAnswer.Of(await Prepare(call)), new("readPreparation", "Whom to talk to at a gathering, and why") { Chapter = GatheringsApi.Chapter, Parameters = [GatheringsApi.Which], Answer = AnswerShape.Of<PreparationAnswer>("What to have in mind.", Prepared) });
        api.Post("/gatherings/{id:guid}/expected", async call =>
        {
            await GatheringsApi.Read(call);
            await call.Store.Expect(call.Id(), (await call.Body<ExpectedFields>()).People, call.Stop);
            return ApiAnswer.Of(await Prepare(call));
        }, new("expectPeople", "Say who of your people comes")
        {
            Chapter = GatheringsApi.Chapter,
            Parameters = [GatheringsApi.Which],
            Body = BodyShape.Of<ExpectedFields>("Who comes.", new { People = (Guid[])[RhythmExamples.Grace.Id] }),
            Answer = AnswerShape.Of<PreparationAnswer>("What to have in mind.", Prepared),
        });
        api.Put("/gatherings/{id:guid}/expected/{person:guid}", async call =>
        {
            var said = await call.Body<ChosenFields>();
            await call.Store.Choose(call.Id(), call.Id("person"), said.Chosen, said.About, call.Stop);
            return ApiAnswer.Of(await Prepare(call));
        }, new("choosePerson", "Say whether you mean to talk to somebody who comes, and what about")
        {
            Chapter = GatheringsApi.Chapter,
            About = "Those come first on the sheet, which names three.",
            Parameters = [GatheringsApi.Which, Parameter.Id("Who comes.", "person")],
            Body = BodyShape.Of<ChosenFields>("Whether, and what about.", new { Chosen = true, About = "Prices for clinics" }),
            Answer = AnswerShape.Of<PreparationAnswer>("What to have in mind.", Prepared),
        });
    }

    private static void MapEncounters(ApiRoutes api)
    {
        api.Put("/encounters/{id:guid}", Correct, new("correctEncounter", "Correct whom you met, what was said and what was promised")
        {
            Chapter = GatheringsApi.Chapter,
            About = "Who and the day stay when they are not said; all else that is not said is taken away. Its touch and the tasks of what was promised follow. `change` takes it back.",
            Parameters = [Parameter.Id("The encounter.")],
            Body = BodyShape.Of<EncounterCorrectionFields>("All that is said of it.", new { GatheringsApi.Encounter.About, Promised = "Send the deck and the prices", Triage = "followUp" }),
            // It has no tag: with the change it says more than what is read later.
            Answer = AnswerShape.Of<EncounterAnswer>("The encounter as it is now.", GatheringsApi.Encounter with { Change = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a0c") }),
            Current = GatheringsApi.ReadEncounter,
        });
        api.Patch("/encounters/{id:guid}", ChangeEncounter, new("changeEncounter", "Say what becomes of an encounter")
        {
            Chapter = GatheringsApi.Chapter,
            Parameters = [Parameter.Id("The encounter.")],
            Body = BodyShape.PatchOf<EncounterChangeFields>("What changes.", new { Triage = "followUp", NextStep = "A call on Tuesday at ten" }),
            Answer = AnswerShape.Of<EncounterAnswer>("The encounter as it is now.", GatheringsApi.Encounter),
            IsTagged = true,
            Current = GatheringsApi.ReadEncounter,
        });
        api.Get("/encounters/{id:guid}/draft", async call =>
        {
            var draft = await call.Store.DraftFor(await call.Store.EncounterOf(call.Id(), call.Stop), call.Today, call.Stop);
            return ApiAnswer.Of(new FollowUpDraftAnswer(draft.Text, draft.Subject, draft.Mail));
        }, new("draftFollowUp", "A message to somebody you met, that you send yourself") { Chapter = GatheringsApi.Chapter, Parameters = [Parameter.Id("The encounter.")], Answer = AnswerShape.Of<FollowUpDraftAnswer>("The message.", new FollowUpDraftAnswer("Hello Grace, …", "After Health founders Lisbon", "grace@example.org")) });
    }

    private static async Task<ApiAnswer> ChangeGathering(ApiCall call)
    {
        var fields = await call.Body<GatheringChangeFields>();
        if (fields.State is { } state) await call.Store.SetState(call.Id(), state, call.Stop);
        if (fields.AfterMonth is { } month) await call.Store.SayCame(call.Id(), month, false, call.Stop);
        if (fields.AfterYear is { } year) await call.Store.SayCame(call.Id(), year, true, call.Stop);
        return ApiAnswer.Of(await GatheringsApi.Read(call));
    }

    private static async Task<ApiAnswer> Correct(ApiCall call)
    {
        var met = await call.Store.EncounterOf(call.Id(), call.Stop);
        var said = await call.Body<EncounterCorrectionFields>();
        var change = await call.Store.ChangeEncounter(call.Id(), said.ToEncounter(met.At.Id), said.Triage, call.Today, call.Clock, call.Stop);
        return ApiAnswer.Of(await call.Store.AnswerOf(await call.Store.EncounterOf(call.Id(), call.Stop), call.Stop) with { Change = change });
    }

    private static async Task<ApiAnswer> ChangeEncounter(ApiCall call)
    {
        var fields = await call.Body<EncounterChangeFields>();
        if (fields.Triage is { } triage) await call.Store.SetTriage(call.Id(), triage, call.Stop);
        if (fields.NextStep is { } step) await call.Store.SayNextStep(call.Id(), step, call.Stop);
        if (fields is { Wrote: true, Layer: { } near }) await call.Store.SayWrote(call.Id(), near, call.Today, call.Clock, call.Stop);
        else if (fields.Wrote == true) await call.Store.SayWrote(call.Id(), call.Today, call.Clock, call.Stop);
        else if (fields.Layer is { } layer) await call.Store.SetLayer((await call.Store.EncounterOf(call.Id(), call.Stop)).Encounter.PersonId, layer, call.Stop);
        return ApiAnswer.Of(await GatheringsApi.ReadEncounter(call));
    }

    private static async Task<PreparationAnswer> Prepare(ApiCall call) =>
        PreparationAnswer.Of(await call.Services.GetRequiredService<PreparationQueries>().For(call.Store, await call.Store.GatheringOf(call.Id(), call.Stop), call.Today, call.Stop));
}
