using Mainstay.Api;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Collaborations;

/// <summary>Collaborations, for programs.</summary>
internal static class CollaborationsApi
{
    private const string Chapter = "Collaborations", One = "/collaborations/{id:guid}";

    private static readonly Guid Studio = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a75");

    private static readonly CollaborationAnswer Sample = new()
    {
        Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a76"), Name = "Joint workshop series", Organization = new(Studio, "Studio North"), Stage = CollaborationStage.Running, Since = new(2026, 4, 1),
        Sentences = ["Next: send the draft, by Friday, 8 May 2026.", "Running since Wednesday, 1 April 2026."], SharedGoal = "Ten workshops that pay for themselves", WhatIGive = "The programme", WhatTheyGive = "The rooms",
        NextStep = "Send the draft", NextOn = new(2026, 5, 8), People = [new(RhythmExamples.Grace, CollaborationSide.Theirs, "Runs the rooms")],
    };

    public static void Map(ApiRoutes api)
    {
        api.Get("/collaborations", List, new("listCollaborations", "What you do together with organizations")
        {
            Chapter = Chapter,
            About = "What runs comes first, what is over last; within a stage the next step that is due first.",
            Parameters = [new("stage", typeof(CollaborationStage), "Only those at this stage.")],
            Answer = AnswerShape.PageOf("All of them.", Sample),
        });
        api.Post("/collaborations", Add, new("addCollaboration", "Note a collaboration with an organization")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<CollaborationFields>("The collaboration.", new { OrganizationId = Studio, Sample.Name, Stage = "running", Sample.SharedGoal, Sample.NextStep, Sample.NextOn, People = new[] { new { PersonId = RhythmExamples.Grace.Id, Side = "theirs", Role = "Runs the rooms" } } }),
            Answer = AnswerShape.Made<CollaborationAnswer>("The collaboration.", Sample with { WhatIGive = null, WhatTheyGive = null }),
            IsTagged = true,
        });
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readCollaboration", "One collaboration") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<CollaborationAnswer>("The collaboration.", Sample), IsTagged = true });
        api.Put(One, async call =>
        {
            await call.Store.ChangeCollaboration(call.Id(), (await call.Body<CollaborationFields>()).ToDetails(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("changeCollaboration", "Say anew what the collaboration is")
        {
            Chapter = Chapter,
            About = "What is not said is taken away.",
            Parameters = [Which],
            Body = BodyShape.Of<CollaborationFields>("All that is said of it.", new { OrganizationId = Studio, Sample.Name, Stage = "running", Sample.SharedGoal }),
            Answer = AnswerShape.Of<CollaborationAnswer>("The collaboration as it is now.", Sample with { NextStep = null, NextOn = null, WhatIGive = null, WhatTheyGive = null, People = [], Sentences = ["Nothing is next yet.", "Running since Wednesday, 1 April 2026."] }),
            IsTagged = true,
            Current = Read,
        });
        api.Delete(One, async call => ChangesApi.Of(await call.Store.RemoveCollaboration(call.Id(), call.Clock, call.Stop)),
            new("removeCollaboration", "Remove a collaboration that was noted by mistake") { Chapter = Chapter, About = "One that is over comes to `ended` or `letGo` and is not removed.", Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
        MapActs(api);
    }

    private static void MapActs(ApiRoutes api)
    {
        Act<CollaborationStageFields>(api, "stage", (call, to) => call.Store.MoveCollaboration(call.Id(), new(to.Stage, to.On, to.Outcome), call.Today, call.Clock, call.Stop), new { Stage = "agreed", On = "2026-05-01" },
            new("moveCollaboration", "Say that it came to another stage") { Chapter = Chapter, About = "What is over has no next step." });
        Act<NextStepFields>(api, "next", (call, next) => call.Store.SayNextStep(call.Id(), next.ToStep(), call.Today, call.Clock, call.Stop), new { Sample.NextStep, Sample.NextOn },
            new("sayNextStep", "Say what is done next") { Chapter = Chapter, Conflicts = "It is over." });
        Act<NextStepFields>(api, "done", (call, next) => call.Store.StepDone(call.Id(), next.ToStep(), call.Today, call.Clock, call.Stop), new { NextStep = "Agree on the dates", NextOn = "2026-05-15" },
            new("doNextStep", "Say that the next step is done, and which one follows") { Chapter = Chapter, Conflicts = "Nothing is next." });
        Act<CollaboratorFields>(api, "people", (call, somebody) => call.Store.SayCollaborator(call.Id(), somebody.ToCollaborator(), call.Clock, call.Stop), new { PersonId = RhythmExamples.Grace.Id, Side = "theirs", Role = "Runs the rooms" },
            new("addCollaborator", "Say who works in it") { Chapter = Chapter, About = "Somebody who works in it already has the side and the role that are said now." });
        api.Delete(One + "/people/{subject:guid}", async call => ChangesApi.Of(await call.Store.RemoveCollaborator(call.Id(), call.Id("subject"), call.Clock, call.Stop)),
            new("removeCollaborator", "Say that somebody works in it no more") { Chapter = Chapter, Parameters = [Which, Parameter.Id("The person.", "subject") with { Example = RhythmExamples.Grace.Id }], Answer = ChangesApi.Shape });
    }

    private static void Act<T>(ApiRoutes api, string verb, Func<ApiCall, T, Task<Guid>> act, object example, Operation operation) where T : class => api.Post($"{One}/{verb}", async call => ChangesApi.Of(await act(call, await call.Body<T>())),
        operation with { Parameters = [Which], Body = BodyShape.Of<T>("What is said.", example), Answer = ChangesApi.Shape });

    private static Parameter Which => Parameter.Id("The collaboration.") with { Example = Sample.Id };

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var stage = call.OneOf<CollaborationStage>("stage");
        var lines = (await call.Store.AllCollaborations(call.Stop)).Where(l => stage is null || l.It.Stage == stage);
        return ApiAnswer.Of(new Page<CollaborationAnswer> { Items = [.. lines.Select(l => CollaborationAnswer.Of(l, call.Today))] });
    }

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var made = await call.Store.AddCollaboration((await call.Body<CollaborationFields>()).ToDetails(), call.Today, call.Clock, call.Stop);
        return ApiAnswer.Made(await Read(call, made.Id), $"{ApiRoutes.Root}/collaborations/{made.Id}");
    }

    private static Task<object> Read(ApiCall call) => Read(call, call.Id());

    private static async Task<object> Read(ApiCall call, Guid id) => CollaborationAnswer.Of(await call.Store.CollaborationOf(id, call.Stop), call.Today);
}
