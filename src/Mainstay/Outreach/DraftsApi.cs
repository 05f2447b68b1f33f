using Mainstay.Api;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Outreach;

/// <summary>Messages and the words they begin with, for programs.</summary>
internal static class DraftsApi
{
    private const string Chapter = "Messages";

    private static readonly DraftAnswer Draft = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2b02"), RhythmExamples.Grace.Name, null, RhythmExamples.Grace.Id, "Hello again", "Dear Grace, it has been a while.", null, []);

    private static readonly TemplateAnswer Template = new("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2b03", "My hello", "Hello, {first name}", "Dear {first name}, how is {organization}?", true);

    private static Parameter WhichDraft => Parameter.Id("The message.");

    private static Parameter WhichTemplate => Parameter.Id("The template.");

    public static void Map(ApiRoutes api)
    {
        MapDrafts(api);
        MapTemplates(api);
    }

    private static void MapDrafts(ApiRoutes api)
    {
        api.Get("/drafts", async call => ApiAnswer.Of(new Page<DraftAnswer> { Items = [.. (await call.Store.AllDrafts(call.Stop)).Select(DraftAnswer.Of)] }), new("listDrafts", "Messages that wait to be sent, then those that were sent") { Chapter = Chapter, Answer = AnswerShape.PageOf("All of them.", Draft) });
        api.Post("/drafts", async call =>
        {
            var made = await call.Store.BeginDraft((await call.Body<DraftFields>()).ToDraft(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(DraftAnswer.Of(await call.Store.DraftOf(made.Id, call.Stop)), $"{ApiRoutes.Root}/drafts/{made.Id}");
        }, new("beginDraft", "Begin a message to a person or a candidate")
        {
            Chapter = Chapter,
            About = "Fields are filled with what is known; what is not stays in braces and is named in `gaps`. Nothing is sent.",
            Body = BodyShape.Of<DraftFields>("To whom, and with which words.", new { Draft.PersonId, Template = "reconnect" }),
            Answer = AnswerShape.Made<DraftAnswer>("The message.", Draft),
            IsTagged = true,
        });
        api.Get("/drafts/{id:guid}", async call => ApiAnswer.Of(await ReadDraft(call)), new("readDraft", "One message") { Chapter = Chapter, Parameters = [WhichDraft], Answer = AnswerShape.Of<DraftAnswer>("The message.", Draft), IsTagged = true });
        api.Patch("/drafts/{id:guid}", async call =>
        {
            var (change, was) = (await call.Body<DraftChangeFields>(), (await call.Store.DraftOf(call.Id(), call.Stop)).It);
            if (change.Subject is not null || change.Text is not null) await call.Store.WordDraft(call.Id(), new(change.Subject ?? was.Subject, change.Text ?? was.Text), call.Stop);
            if (change.Send == true) await call.Store.SendDraft(call.Id(), call.Services.GetRequiredService<Storage.Settings>(), call.Today, call.Clock, call.Stop);
            else if (change.Sent == true) await call.Store.SayDraftSent(call.Id(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(await ReadDraft(call));
        }, new("changeDraft", "Say it otherwise, or that it is sent")
        {
            Chapter = Chapter,
            Parameters = [WhichDraft],
            Body = BodyShape.PatchOf<DraftChangeFields>("What changes.", new { Sent = true }),
            Answer = AnswerShape.Of<DraftAnswer>("The message as it is now.", Draft with { SentOn = new(2026, 5, 1) }),
            IsTagged = true,
            Current = ReadDraft,
        });
        api.Delete("/drafts/{id:guid}", async call =>
        {
            await ReadDraft(call);
            return ChangesApi.Of(await call.Store.RemoveDraft(call.Id(), call.Clock, call.Stop));
        }, new("removeDraft", "Remove a message") { Chapter = Chapter, Parameters = [WhichDraft], Answer = ChangesApi.Shape, Current = ReadDraft });
    }

    private static void MapTemplates(ApiRoutes api)
    {
        api.Get("/templates", async call => ApiAnswer.Of(new Page<TemplateAnswer> { Items = [.. (await call.Store.Openings(call.Stop)).Select(TemplateAnswer.Of)] }), new("listTemplates", "Words to begin a message with: your own first") { Chapter = Chapter, Answer = AnswerShape.PageOf("All of them.", Template) });
        api.Post("/templates", async call =>
        {
            var made = await call.Store.AddTemplate((await call.Body<TemplateFields>()).ToTemplate(), call.Clock, call.Stop);
            return ApiAnswer.Made(TemplateAnswer.Of(await call.Store.FindOpening(made.Id.ToString(), call.Stop)), $"{ApiRoutes.Root}/templates/{made.Id}");
        }, new("addTemplate", "Keep words of your own")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<TemplateFields>("The template.", new { Template.Name, Template.Subject, Template.Text }),
            Answer = AnswerShape.Made<TemplateAnswer>("The template.", Template),
            IsTagged = true,
        });
        api.Get("/templates/{id:guid}", async call => ApiAnswer.Of(await ReadTemplate(call)), new("readTemplate", "One template of your own") { Chapter = Chapter, Parameters = [WhichTemplate], Answer = AnswerShape.Of<TemplateAnswer>("The template.", Template), IsTagged = true });
        api.Put("/templates/{id:guid}", async call =>
        {
            await call.Store.ChangeTemplate(call.Id(), (await call.Body<TemplateFields>()).ToTemplate(), call.Stop);
            return ApiAnswer.Of(await ReadTemplate(call));
        }, new("changeTemplate", "Say it otherwise")
        {
            Chapter = Chapter,
            Parameters = [WhichTemplate],
            Body = BodyShape.Of<TemplateFields>("All of it.", new { Template.Name, Subject = "Hello again", Template.Text }),
            Answer = AnswerShape.Of<TemplateAnswer>("The template as it is now.", Template with { Subject = "Hello again" }),
            IsTagged = true,
            Current = ReadTemplate,
        });
        api.Delete("/templates/{id:guid}", async call =>
        {
            await ReadTemplate(call);
            return ChangesApi.Of(await call.Store.RemoveTemplate(call.Id(), call.Clock, call.Stop));
        }, new("removeTemplate", "Remove a template of your own") { Chapter = Chapter, Parameters = [WhichTemplate], Answer = ChangesApi.Shape, Current = ReadTemplate });
    }

    private static async Task<object> ReadDraft(ApiCall call) => DraftAnswer.Of(await call.Store.DraftOf(call.Id(), call.Stop));

    private static async Task<object> ReadTemplate(ApiCall call) => TemplateAnswer.Of(await call.Store.FindOpening(call.Id().ToString(), call.Stop));
}
