using Mainstay.Api;
using Mainstay.People;

namespace Mainstay.Rhythm;

/// <summary>Touches, for programs.</summary>
internal static class TouchesApi
{
    private const string Chapter = "Touches";

    private static readonly TouchRecordAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a07"), new(2026, 4, 30), TouchKind.Meeting, Direction.Both, 45, "Charge for the second seat", [RhythmExamples.Grace]);

    private static readonly object SampleSent = new { People = new[] { RhythmExamples.Grace.Id }, On = new DateOnly(2026, 4, 30), Kind = TouchKind.Meeting, Minutes = 45, Note = "Charge for the second seat" };

    public static void Map(ApiRoutes api)
    {
        api.Get("/touches", call => List(call, null), new("listTouches", "All touches, the latest first")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Limit, Parameter.Cursor],
            Answer = AnswerShape.PageOf("A part of the list.", Sample),
        });
        api.Get("/people/{id:guid}/touches", call => List(call, call.Id()), new("listTouchesOfPerson", "A person's touches, the latest first")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The person."), Parameter.Limit, Parameter.Cursor],
            Answer = AnswerShape.PageOf("A part of the list.", Sample),
        });
        api.Post("/touches", Record, new("logTouch", "Log a touch with one person or several")
        {
            Chapter = Chapter,
            About = "Any touch starts their rhythm anew.",
            Body = BodyShape.Of<TouchFields>("With whom, when and how.", SampleSent),
            Answer = AnswerShape.Made<TouchRecordAnswer>("The touch.", Sample),
            IsTagged = true,
        });
        MapOne(api);
    }

    private static void MapOne(ApiRoutes api)
    {
        api.Get("/touches/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readTouch", "One touch")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Answer = AnswerShape.Of<TouchRecordAnswer>("The touch.", Sample),
            IsTagged = true,
        });
        api.Put("/touches/{id:guid}", async call => await Change(call, await call.Body<TouchFields>()), new("replaceTouch", "Make a touch what is sent")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.Of<TouchFields>("All of it.", SampleSent),
            Answer = AnswerShape.Of<TouchRecordAnswer>("The touch as it is now.", Sample),
            IsTagged = true,
            Current = Read,
        });
        api.Patch("/touches/{id:guid}", Patch, new("changeTouch", "Change what is said of a touch")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.PatchOf<TouchFields>("What changes.", new { Note = "Charge for the third seat" }),
            Answer = AnswerShape.Of<TouchRecordAnswer>("The touch as it is now.", Sample),
            IsTagged = true,
            Current = Read,
        });
        api.Delete("/touches/{id:guid}", Remove, new("removeTouch", "Remove a touch") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
    }

    private static Parameter Which => Parameter.Id("The touch.");

    private static async Task<ApiAnswer> List(ApiCall call, Guid? person)
    {
        var touches = await call.Store.TouchesAfter(call.Cursor<TouchPlace>(), person, call.Limit + 1, call.Stop);
        var page = call.PageOf(touches, t => new TouchPlace(t.Touch.On, t.Touch.Id));
        return ApiAnswer.PageOf(page.As([.. page.Items.Select(TouchRecordAnswer.Of)]));
    }

    private static async Task<ApiAnswer> Record(ApiCall call)
    {
        var touch = await call.Store.Record((await call.Body<TouchFields>()).ToTouch(call.Today), call.Today, call.Clock, call.Stop);
        return ApiAnswer.Made(TouchRecordAnswer.Of(await call.Store.TouchRecordOf(touch.Id, call.Stop)), $"{ApiRoutes.Root}/touches/{touch.Id}");
    }

    private static async Task<ApiAnswer> Patch(ApiCall call)
    {
        var patch = await call.Json();
        return await Change(call, ApiJson.Patched(TouchFields.Of(await call.Store.TouchRecordOf(call.Id(), call.Stop)), patch));
    }

    private static async Task<ApiAnswer> Change(ApiCall call, TouchFields fields)
    {
        await call.Store.ChangeTouch(call.Id(), fields.ToTouch(call.Today), call.Today, call.Stop);
        return ApiAnswer.Of(await Read(call));
    }

    private static async Task<ApiAnswer> Remove(ApiCall call) => ChangesApi.Of(await call.Store.LetGoOfTouch(call.Id(), call.Clock, call.Stop));

    private static async Task<object> Read(ApiCall call) => TouchRecordAnswer.Of(await call.Store.TouchRecordOf(call.Id(), call.Stop));
}
