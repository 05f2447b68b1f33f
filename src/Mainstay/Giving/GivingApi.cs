using Mainstay.Api;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Giving;

/// <summary>Giving back, for programs.</summary>
internal static class GivingApi
{
    private const string Chapter = "Giving back", One = "/giving/{id:guid}";

    private static readonly GiftAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2b91"), GiftKind.Mentoring, "An hour a month on pricing")
    {
        Person = RhythmExamples.Grace, Since = new(2026, 1, 12), Sentence = "Mentoring · for Grace Hopper · since Monday, January 12, 2026",
    };

    private static Parameter Which => Parameter.Id("What is given back.");

    private static BodyShape Body => BodyShape.Of<GiftFields>("What it is.", new { Sample.Kind, Sample.What, PersonId = RhythmExamples.Grace.Id, Sample.Since, GoesOn = true });

    public static void Map(ApiRoutes api)
    {
        api.Get("/giving", async call => ApiAnswer.Of(GivenBackAnswer.Of(await call.Store.GivenBack(call.Today, call.Stop), call.Today)), new("readGiving", "What you give back")
        {
            Chapter = Chapter,
            About = "Mentoring, volunteering, talks and what you share, as you noted it; beside it the latest favours you gave and introductions you made, which live in their own chapters. Nothing is added up.",
            Answer = AnswerShape.Of<GivenBackAnswer>("All of it."),
        });
        api.Post("/giving", async call =>
        {
            var row = await call.Store.NoteGift((await call.Body<GiftFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(GiftAnswer.Of(await call.Store.GiftOf(row.Id, call.Stop), call.Today), $"{ApiRoutes.Root}/giving/{row.Id}");
        }, new("noteGift", "Note something you give back") { Chapter = Chapter, Body = Body, Answer = AnswerShape.Made<GiftAnswer>("What was noted.", Sample), IsTagged = true, Conflicts = "They lie in the trash." });
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readGift", "One thing you give back") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<GiftAnswer>("As it is noted.", Sample), IsTagged = true });
        api.Put(One, async call =>
        {
            await call.Store.ChangeGift(call.Id(), (await call.Body<GiftFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("changeGift", "Say anew what you give back") { Chapter = Chapter, Parameters = [Which], Body = Body, Answer = AnswerShape.Of<GiftAnswer>("As it is now.", Sample), IsTagged = true, Current = Read, Conflicts = "They lie in the trash." });
        api.Delete(One, async call => ChangesApi.Of(await call.Store.RemoveGift(call.Id(), call.Clock, call.Stop)), new("removeGift", "Remove something you gave back") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
        api.Post(One + "/end", async call => ChangesApi.Of(await call.Store.EndGift(call.Id(), (await call.Body<GiftEndFields>()).Until, call.Today, call.Clock, call.Stop)),
            new("endGift", "Say that it is over") { Chapter = Chapter, Parameters = [Which], Body = BodyShape.Of<GiftEndFields>("Since when.", new { Until = "2026-05-01" }), Answer = ChangesApi.Shape, Current = Read });
        api.Post(One + "/became", async call => ChangesApi.Of(await call.Store.SayGiftBecame(call.Id(), (await call.Body<GiftBecameFields>()).What, call.Clock, call.Stop)),
            new("sayGiftBecame", "Say what became of it") { Chapter = Chapter, Parameters = [Which], Body = BodyShape.Of<GiftBecameFields>("What became of it.", new { What = "She raised her prices." }), Answer = ChangesApi.Shape, Current = Read });
    }

    private static async Task<object> Read(ApiCall call) => GiftAnswer.Of(await call.Store.GiftOf(call.Id(), call.Stop), call.Today);
}
