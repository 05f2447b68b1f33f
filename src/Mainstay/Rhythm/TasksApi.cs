using Mainstay.Api;
using Mainstay.People;

namespace Mainstay.Rhythm;

/// <summary>Tasks, for programs.</summary>
internal static class TasksApi
{
    private const string Chapter = "Tasks";

    public static void Map(ApiRoutes api)
    {
        api.Get("/tasks", async call => List(await call.Store.OpenTasks(call.Stop)), new("listTasks", "What was promised, by you and to you, and is not done")
        {
            Chapter = Chapter,
            About = "The most pressing first, those without a day last.",
            Answer = AnswerShape.PageOf("All of them.", RhythmExamples.Task),
        });
        api.Get("/people/{id:guid}/tasks", ListOf, new("listTasksOfPerson", "What was promised to a person or by them, done or not")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The person.")],
            Answer = AnswerShape.PageOf("All of them.", RhythmExamples.Task),
        });
        api.Post("/tasks", Promise, new("addTask", "Note what was promised")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<TaskFields>("The promise.", new { Text = "Send the deck", DueOn = new DateOnly(2026, 5, 8), PersonId = RhythmExamples.Grace.Id }),
            Answer = AnswerShape.Made<TaskAnswer>("The task.", RhythmExamples.Task),
            IsTagged = true,
        });
        api.Get("/tasks/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readTask", "One task")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Answer = AnswerShape.Of<TaskAnswer>("The task.", RhythmExamples.Task),
            IsTagged = true,
        });
        api.Patch("/tasks/{id:guid}", Change, new("changeTask", "Say that it is done, or not after all, or due on another day")
        {
            Chapter = Chapter,
            Parameters = [Which],
            Body = BodyShape.PatchOf<TaskChangeFields>("What changes.", new { Done = true }),
            Answer = AnswerShape.Of<TaskAnswer>("The task as it is now.", RhythmExamples.Task with { DoneOn = new(2026, 5, 1) }),
            IsTagged = true,
            Current = Read,
        });
        api.Delete("/tasks/{id:guid}", Remove, new("removeTask", "Remove a task") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
    }

    private static Parameter Which => Parameter.Id("The task.");

    private static ApiAnswer List(IReadOnlyList<TaskLine> tasks) => ApiAnswer.Of(new Page<TaskAnswer> { Items = [.. tasks.Select(TaskAnswer.Of)] });

    private static async Task<ApiAnswer> ListOf(ApiCall call)
    {
        await call.Store.PersonOf(call.Id(), call.Stop);
        return List(await call.Store.TasksOf(call.Id(), call.Stop));
    }

    private static async Task<ApiAnswer> Promise(ApiCall call)
    {
        var task = await call.Store.Promise((await call.Body<TaskFields>()).ToTask(), call.Clock, call.Stop);
        return ApiAnswer.Made(TaskAnswer.Of(await call.Store.TaskLineOf(task.Id, call.Stop)), $"{ApiRoutes.Root}/tasks/{task.Id}");
    }

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var sent = await call.Json();
        var task = ApiJson.Read<TaskChangeFields>(sent);
        await Read(call);
        await call.Store.Alone(async () =>
        {
            if (sent.TryGetProperty("dueOn", out _)) await call.Store.Postpone(call.Id(), task.DueOn, call.Stop);
            if (task.Done == true) await call.Store.Finish(call.Id(), call.Today, call.Stop);
            if (task.Done == false) await call.Store.Reopen(call.Id(), call.Stop);
            return sent;
        }, call.Stop);
        return ApiAnswer.Of(await Read(call));
    }

    private static async Task<ApiAnswer> Remove(ApiCall call)
    {
        await Read(call);
        return ChangesApi.Of(await call.Store.RemoveTask(call.Id(), call.Clock, call.Stop));
    }

    private static async Task<object> Read(ApiCall call) => TaskAnswer.Of(await call.Store.TaskLineOf(call.Id(), call.Stop));
}
