using Mainstay.Api;
using Mainstay.Storage;

namespace Mainstay.Lists;

/// <summary>Saved views, for programs.</summary>
internal static class ViewsApi
{
    private const string Chapter = "Saved views";

    private static readonly ViewAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a0b"), "Mentors I miss", "role=mentor&touched=longer&sort=touched");

    public static void Map(ApiRoutes api)
    {
        api.Get("/views", async call => ApiAnswer.Of(new Page<ViewAnswer> { Items = (await call.Store.AllViews(call.Stop)).ConvertAll(ViewAnswer.Of) }), new("listViews", "The lists you keep under a name")
        {
            Chapter = Chapter,
            Answer = AnswerShape.PageOf("All of them, in the order in which they were saved.", Sample),
        });
        api.Post("/views", Add, new("addView", "Keep a list under a name")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<ViewFields>("Its name, and what it shows.", new ViewFields(Sample.Name, Sample.Wanted)),
            Answer = AnswerShape.Made<ViewAnswer>("The view.", Sample),
            IsTagged = true,
        });
        api.Get("/views/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readView", "One saved view")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Answer = AnswerShape.Of<ViewAnswer>("The view.", Sample),
            IsTagged = true,
        });
        api.Patch("/views/{id:guid}", Change, new("changeView", "Give a view another name, or have it show others")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.PatchOf<ViewFields>("What changes.", new { Name = "Mentors" }),
            Answer = AnswerShape.Of<ViewAnswer>("The view as it is now.", Sample with { Name = "Mentors" }),
            IsTagged = true,
            Current = Read,
        });
        api.Delete("/views/{id:guid}", Delete, new("removeView", "Delete a view") { Chapter = Chapter, About = $"It can be taken back for {SavedView.DaysKept} days.", Parameters = [Which], Current = Read });
        api.Post("/views/{id:guid}/restore", async call => ApiAnswer.Of(ViewAnswer.Of(await call.Store.RestoreView(call.Id(), call.Stop))), new("restoreView", "Take a deleted view back")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Answer = AnswerShape.Of<ViewAnswer>("The view.", Sample),
            IsTagged = true,
            Conflicts = "Another view has its name by now.",
        });
    }

    private static Parameter Which => Parameter.Id("The view.");

    private static async Task<object> Read(ApiCall call) => ViewAnswer.Of(await call.Store.ViewCalled(call.Id().ToString(), call.Stop));

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var sent = await call.Body<ViewFields>();
        var view = await call.Store.SaveView(sent.Name, sent.ToWanted(), call.Clock, call.Stop);
        return ApiAnswer.Made(ViewAnswer.Of(view), $"{ApiRoutes.Root}/views/{view.Id}");
    }

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var patch = await call.Json();
        var now = await call.Store.ViewCalled(call.Id().ToString(), call.Stop);
        var fields = ApiJson.Patched(new ViewFields(now.Name, now.Wanted), patch);
        return ApiAnswer.Of(ViewAnswer.Of(await call.Store.AllOrNothing(async () =>
        {
            await call.Store.RenameView(now.Id, fields.Name, call.Stop);
            return await call.Store.ChangeView(now.Id, fields.ToWanted(), call.Stop);
        }, call.Stop)));
    }

    private static async Task<ApiAnswer> Delete(ApiCall call)
    {
        await call.Store.ViewCalled(call.Id().ToString(), call.Stop);
        await call.Store.DeleteView(call.Id(), call.Clock, call.Stop);
        return ApiAnswer.Done;
    }
}
