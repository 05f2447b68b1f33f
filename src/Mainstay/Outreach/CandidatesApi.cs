using Mainstay.Api;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>Candidates, for programs.</summary>
internal static class CandidatesApi
{
    private const string Chapter = "Candidates";

    private static readonly CandidateAnswer Example = new()
    {
        Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2b01"), Name = "Mary Jackson", Headline = "Head of design", Organization = "Acme", Origin = Origin.Gathering, OriginText = "Design night",
        Stage = Stage.Noticed, NoticedOn = new(2026, 5, 1), Step = CandidateStep.Wait, DueOn = new(2026, 5, 8), Says = "Noticed on Friday, 1 May 2026.",
    };

    private static Parameter Which => Parameter.Id("The candidate.");

    public static void Map(ApiRoutes api)
    {
        api.Get("/candidates", async call => ApiAnswer.Of(new Page<CandidateAnswer> { Items = [.. (await call.Store.AllCandidates(call.Today, call.Stop)).Where(l => call.Asked("about") is not { } topic || l.Knows(topic)).Select(l => CandidateAnswer.Of(l, call.Today))] }), new("listCandidates", "People you would like to have in your network, or nearer")
        {
            Chapter = Chapter,
            About = "Where it is your turn comes first.",
            Parameters = [new("about", typeof(string), "Only who is worth knowing about this.")],
            Answer = AnswerShape.PageOf("All of them.", Example),
        });
        api.Post("/candidates", async call =>
        {
            var said = (await call.Body<CandidateFields>()).ToCandidate();
            var made = await OrSayWho(call, () => call.Store.AddCandidate(said, call.Today, call.Clock, call.Stop));
            return ApiAnswer.Made(CandidateAnswer.Of(await call.Store.CandidateOf(made.Id, call.Stop), call.Today), $"{ApiRoutes.Root}/candidates/{made.Id}");
        }, new("addCandidate", "Note somebody you would like to have in your network")
        {
            Chapter = Chapter,
            About = "Where one of your people is called so, say `personId` when it is them, or `isNew` when it is somebody else.",
            Body = BodyShape.Of<CandidateFields>("Who it is.", new { Example.Name, Example.Headline, Example.Organization, Example.Origin, Example.OriginText }),
            Answer = AnswerShape.Made<CandidateAnswer>("The candidate.", Example),
            IsTagged = true,
        });
        MapOne(api);
    }

    private static void MapOne(ApiRoutes api)
    {
        api.Get("/candidates/{id:guid}", async call => ApiAnswer.Of(await Read(call)), new("readCandidate", "One candidate") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<CandidateAnswer>("The candidate.", Example), IsTagged = true });
        api.Put("/candidates/{id:guid}", async call =>
        {
            await call.Store.ChangeCandidate(call.Id(), (await call.Body<CandidateFields>()).ToCandidate(), call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("changeCandidate", "Say anew who it is")
        {
            Chapter = Chapter,
            About = "Where it stands stays.",
            Parameters = [Which],
            Body = BodyShape.Of<CandidateFields>("All that is said of them.", new { Example.Name, Headline = "Head of research" }),
            Answer = AnswerShape.Of<CandidateAnswer>("The candidate as it is now.", Example with { Headline = "Head of research" }),
            IsTagged = true,
            Current = Read,
        });
        api.Patch("/candidates/{id:guid}", Move, new("moveCandidate", "Say how far it has come, that one more word went to them, or that it rests")
        {
            Chapter = Chapter,
            About = "With `personId` it is one of your people from now on. Whoever becomes one while somebody there is called so is refused until you say who it is: that, or `isNew`. `change` takes back how far it has come, who it is and the layer.",
            Parameters = [Which],
            Body = BodyShape.PatchOf<CandidateMoveFields>("Where it stands.", new { Stage = "contacted" }),
            // It has no tag: with the change it says more than what is read later.
            Answer = AnswerShape.Of<CandidateAnswer>("The candidate as it is now.", Example with { Stage = Stage.Contacted, ContactedOn = new(2026, 5, 1), Change = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2b04") }),
            Current = Read,
        });
        api.Delete("/candidates/{id:guid}", async call =>
        {
            await Read(call);
            return ChangesApi.Of(await call.Store.RemoveCandidate(call.Id(), call.Clock, call.Stop));
        }, new("removeCandidate", "Remove a candidate") { Chapter = Chapter, Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
    }

    private static async Task<ApiAnswer> Move(ApiCall call)
    {
        var change = await call.Body<CandidateMoveFields>();
        var undo = await OrSayWho(call, () => call.Store.Change(call.Id(), change, call.Today, call.Clock, call.Stop));
        return ApiAnswer.Of(CandidateAnswer.Of(await call.Store.CandidateOf(call.Id(), call.Stop), call.Today) with { Change = undo });
    }

    /// <summary>What one of the owner's people is called is a mistake of a program only as long as it does not say who is meant.</summary>
    private static async Task<T> OrSayWho<T>(ApiCall call, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (PersonAlready there)
        {
            throw new Mistaken(new Problems { { "personId", "Outreach.SayWhoToPrograms", there.Name, await call.Store.IdsApart(there.People, call.Stop) } });
        }
    }

    private static async Task<object> Read(ApiCall call) => CandidateAnswer.Of(await call.Store.CandidateOf(call.Id(), call.Stop), call.Today);
}
