using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Rhythm;
using Mainstay.Web;

namespace Mainstay.SupportPlans;

/// <summary>Support plans, for the owner's own programs. Assistants have no part in them.</summary>
internal static class SupportPlansApi
{
    private const string Chapter = "Support plans", One = "/challenges/{id:guid}/plan", OneTask = "/support-tasks/{id:guid}", OneHelper = "/support-helpers/{id:guid}", OneUpdate = "/support-updates/{id:guid}", Over = "The plan is over.", Sent = "The plan is over, or this id was sent before with something else.";

    private static readonly SupportPlanAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2e11"), Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2e01"))
    {
        Opening = "A hand with the everyday would help me much these weeks.", EndsOn = new(2026, 6, 30), Sentence = "It goes on until Tuesday, June 30, 2026.",
        Helpers = [new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2e12"), RhythmExamples.Grace, HelperState.In, 1, "Helps, with up to 1 task a day.")],
        Tasks = [new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2e13"), "Take the children to school", new(2026, 5, 4), new(2026, 5, 8), SupportTaskState.Open, null, null, "Nobody has it yet.")],
        Updates = [new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2e14"), "We are home again.", new(2026, 5, 1), null, true)],
    };

    private static readonly AnswerShape Shape = AnswerShape.Of<SupportPlanAnswer>("The plan as it is now.", Sample);

    private static Parameter Which => Parameter.Id("The hard time.");

    public static void Map(ApiRoutes api)
    {
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readSupportPlan", "The support plan of a hard time") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<SupportPlanAnswer>("The plan.", Sample), IsTagged = true });
        api.Post(One, async call =>
        {
            await call.Store.BeginSupportPlan(call.Id(), (await call.Body<SupportPlanFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(await Read(call), $"{ApiRoutes.Root}/challenges/{call.Id()}/plan");
        }, new("beginSupportPlan", "Begin the support plan of a hard time")
        {
            Chapter = Chapter,
            About = "Its opening, tasks and updates can be read by those you invite, and by whoever runs the server: they are not locked, or nobody could help.",
            Parameters = [Which],
            Body = BodyShape.Of<SupportPlanFields>("The plan.", new { Sample.Opening, Sample.EndsOn }),
            Answer = AnswerShape.Made<SupportPlanAnswer>("The plan.", Sample),
            IsTagged = true,
            Conflicts = "There is one already.",
            HasSecret = true, // as of a hard time, nothing of it is kept for whoever sends twice
        });
        Write<SupportPlanFields>(api.Put, One, async (call, said) => await call.Store.ChangeSupportPlan(call.Id(), said.ToNew(), call.Today, call.Clock, call.Stop), new("changeSupportPlan", "Say anew what those who are invited read first, and until when it goes on") { Chapter = Chapter, About = "A plan that is over goes on with it.", Parameters = [Which], IsTagged = true }, new { Sample.Opening, Sample.EndsOn });
        Turn(api, One + "/end", call => call.Store.EndSupportPlan(call.Id(), call.Today, call.Stop), new("endSupportPlan", "End a support plan before its last day") { Chapter = Chapter, About = "Nothing of it can be read by link any more. It is deleted when the hard time is closed.", Parameters = [Which] });
        Write<SupportCoordinatorFields>(api.Post, One + "/coordinator", async (call, said) => await call.Store.SetCoordinator(call.Id(), said.HelperId, call.Stop), new("setSupportCoordinator", "Say who coordinates a support plan") { Chapter = Chapter, Parameters = [Which], Conflicts = "They help no more." }, new { HelperId = (Guid?)null });
        Write<SupportInviteFields>(api.Post, One + "/helpers", async (call, said) => await call.Store.InviteHelpers(call.Id(), said.People, call.Today, call.Stop), new("inviteSupportHelpers", "Invite people to help") { Chapter = Chapter, About = "Nothing is sent: each gets a link that you make.", Parameters = [Which], Conflicts = Over }, new { People = new[] { RhythmExamples.Grace.Id } });
        Write<SupportTaskFields>(api.Post, One + "/tasks", async (call, said) => await call.Store.AddSupportTask(call.Id(), said.ToNew(), call.Today, call.Clock, call.Stop), new("addSupportTask", "Write down something to be done") { Chapter = Chapter, Parameters = [Which], Conflicts = Sent }, new { Sample.Tasks[0].What, On = new DateOnly(2026, 5, 4), Until = new DateOnly(2026, 5, 8) });
        Write<SupportUpdateFields>(api.Post, One + "/updates", async (call, said) => await call.Store.WriteSupportUpdate(call.Id(), said.Text, call.Today, call.Clock, call.Stop, said.Id), new("writeSupportUpdate", "Write to all who are invited how things are") { Chapter = Chapter, Parameters = [Which], Conflicts = Sent }, new { Sample.Updates[0].Text });
        MapParts(api);
    }

    private static void MapParts(ApiRoutes api)
    {
        var (task, helper) = (Parameter.Id("The task."), Parameter.Id("The helper."));
        Write<SupportTaskFields>(api.Put, OneTask, async (call, said) => await call.Store.ChangeSupportTask(call.Id(), said.ToNew(), call.Today, call.Stop), new("changeSupportTask", "Say otherwise what is to be done, and when") { Chapter = Chapter, Parameters = [task] }, new { Sample.Tasks[0].What, On = new DateOnly(2026, 5, 4) });
        Turn(api, OneTask + "/done", call => call.Store.FinishSupportTask(call.Id(), call.Today, call.Stop), new("finishSupportTask", "It is done") { Chapter = Chapter, Parameters = [task] });
        Turn(api, OneTask + "/free", async call => await call.Store.FreeSupportTask(call.Id(), (await call.Store.SupportPlanWith(call.Id(), call.Stop)).Tasks.FirstOrDefault(t => t.Id == call.Id())?.HelperId, call.Stop), new("freeSupportTask", "Take a task from whoever has it: it is free again") { Chapter = Chapter, Parameters = [task] });
        Remove(api, OneTask, call => call.Store.RemoveSupportTask(call.Id(), call.Stop), new("removeSupportTask", "Remove a task") { Chapter = Chapter, Parameters = [task] });
        Remove(api, OneUpdate, call => call.Store.RemoveSupportUpdate(call.Id(), call.Stop), new("removeSupportUpdate", "Remove an update") { Chapter = Chapter, Parameters = [Parameter.Id("The update.")] });
        Turn(api, OneHelper + "/written", call => call.Store.WroteToHelper(call.Id(), call.Today, call.Clock, call.Stop), new("wroteToSupportHelper", "Say that you wrote to a helper") { Chapter = Chapter, About = "It is noted as a touch, which says nothing of the hard time.", Parameters = [helper], Conflicts = "They lie in the trash." });
        Turn(api, OneHelper + "/let-go", call => call.Store.LetHelperGo(call.Id(), call.Today, call.Clock, call.Stop), new("letSupportHelperGo", "Let a helper go") { Chapter = Chapter, About = "Their link opens nothing any more, and what they had taken is free again.", Parameters = [helper] });
        api.Post(OneHelper + "/link", async call =>
        {
            var secret = await call.Store.MakeSupportLink(call.Id(), call.Today, call.Clock, call.Stop);
            var line = await call.Store.SupportPlanWith(call.Id(), call.Stop);
            var (its, link) = (line.Of(call.Id())!.It, ByLink.Of(Reached.From(call.Http), secret));
            var text = SupportPlanWords.Letter(its, (await call.Store.Reach(its.PersonId, call.Stop)).Called, await call.Store.OwnersName(call.Stop));
            return ApiAnswer.Made(new SupportLinkAnswer(link, AskWords.WithLink(text, link)), $"{ApiRoutes.Root}/challenges/{line.It.ChallengeId}/plan");
        }, new("makeSupportLink", "Make the link by which a helper reads the updates and takes tasks, without an account")
        {
            Chapter = Chapter,
            About = "It works as often as they like, until the plan is over.",
            Parameters = [helper],
            Answer = AnswerShape.Made<SupportLinkAnswer>("The link, and a message with it.", new SupportLinkAnswer("https://mainstay.example/answer/abcdefghjkmnpqrstuvwxyz23456", "Dear Grace …")),
            Conflicts = "The plan is over, they help no more, or lie in the trash.",
            HasSecret = true,
        });
    }

    private delegate void Route(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation);

    private static void Write<T>(Route route, string path, Func<ApiCall, T, Task> act, Operation about, object sample) where T : notnull => route(path, async call =>
    {
        await act(call, await call.Body<T>());
        return ApiAnswer.Of(await Reading(path)(call));
    }, about with { Body = BodyShape.Of<T>("What is said.", sample), Answer = Shape, Current = Reading(path), HasSecret = true });

    private static void Turn(ApiRoutes api, string path, Func<ApiCall, Task> act, Operation about) => api.Post(path, async call =>
    {
        await act(call);
        return ApiAnswer.Of(await Reading(path)(call));
    }, about with { Answer = Shape, Current = Reading(path), HasSecret = true });

    private static void Remove(ApiRoutes api, string path, Func<ApiCall, Task> act, Operation about) => api.Delete(path, async call =>
    {
        var plan = await call.Store.SupportPlanWith(call.Id(), call.Stop);
        await act(call);
        return ApiAnswer.Of(SupportPlanAnswer.Of(await call.Store.SupportPlanThere(plan.It.ChallengeId, call.Stop), call.Today));
    }, about with { Answer = Shape, Current = Reading(path), HasSecret = true });

    /// <summary>Of a hard time by its id; of a task, a helper or an update by theirs, and never one for the other.</summary>
    private static Func<ApiCall, Task<object>> Reading(string path) => path.StartsWith(One, StringComparison.Ordinal) ? Read : ReadByPart;

    private static async Task<object> Read(ApiCall call) => SupportPlanAnswer.Of(await call.Store.SupportPlanThere(call.Id(), call.Stop), call.Today);

    private static async Task<object> ReadByPart(ApiCall call) => SupportPlanAnswer.Of(await call.Store.SupportPlanWith(call.Id(), call.Stop), call.Today);
}
