using Mainstay.Api;
using Mainstay.Words;
using static Mainstay.Circles.CirclesApi;
using static Mainstay.Rounds.RoundsApi;

namespace Mainstay.Rounds;

/// <summary>Rounds in a circle, for programs of its hosts: drafted, published and looked after.</summary>
internal static class HostRoundsApi
{
    private const string One = RoundsApi.One;

    private static readonly RoundDraftAnswer Draft = new(false, [new(Grace, "Grace Hopper", Alan, "Alan Turing", 82, 1, ["Can help with what is wanted: pricing"])], [], []);

    private static readonly RoundPinAnswer Pin = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2d03"), Grace, Alan, false);

    public static void Map(ApiRoutes api)
    {
        var drafted = AnswerShape.Of<RoundDraftAnswer>("The draft.", Draft);
        api.Get(One + "/sign-ups", async call =>
        {
            await Round(call);
            return ApiAnswer.Of(new Page<RoundSignUpAnswer> { Items = [.. (await call.Store.CastOf(call.Id(), call.Stop)).Everybody.Select(s => RoundSignUpAnswer.Of(s.SignUp))] });
        }, new("listRoundSignUps", "Who signed up, and what for") { Chapter = Chapter, About = "What somebody keeps to themselves is not in it.", Parameters = Which, Answer = AnswerShape.PageOf("In the order they signed up.", new RoundSignUpAnswer(Grace, RoundSide.Mentee, 0) { Wants = ["pricing"], Offers = [], Times = [] }), IsHostsOnly = true });
        api.Get(One + "/draft", ReadDraft, new("readRoundDraft", "The draft of a round") { Chapter = Chapter, Parameters = Which, Answer = drafted, IsHostsOnly = true });
        api.Post(One + "/draft", async call =>
        {
            await call.Store.DraftRound(Me(call), call.Id(), (await call.Body<RoundPlanFields>()).ToPlan(), call.Stop);
            return await ReadDraft(call);
        }, new("draftRound", "Draft a round") { Chapter = Chapter, About = "As often as you like: nobody is told.", Parameters = Which, Body = BodyShape.Of<RoundPlanFields>("Who decides, and what counts how much.", new { Mode = "assign", Weights = new Dictionary<string, double> { ["wants"] = 70 } }), Answer = drafted, Conflicts = "It is published.", IsHostsOnly = true });
        api.Post(One + "/publish", async call =>
        {
            await call.Store.PublishRound(Me(call), new(call.Id(), call.Asked("draft")), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("publishRound", "Publish the draft") { Chapter = Chapter, About = "Mentors are asked; groups know of each other.", Parameters = [.. Which, new("draft", typeof(string), "The mark of the draft that is meant: when there is another by now, nothing is published.")], Answer = AnswerShape.Of<RoundAnswer>("As it is now.", RoundsApi.Sample), Conflicts = "There is no draft, it is empty, it is another than was meant, or sign-ups have changed since.", IsHostsOnly = true });
        api.Post(One + "/end", async call =>
        {
            await call.Store.EndRound(Me(call), call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("endRound", "End a round: nobody is asked any more") { Chapter = Chapter, Parameters = Which, Answer = AnswerShape.Of<RoundAnswer>("As it is now.", RoundsApi.Sample), Conflicts = "It is not published.", IsHostsOnly = true });
        MapPins(api);
        api.Get(One + "/pairs", async call =>
        {
            await Round(call);
            await Settle(call);
            return ApiAnswer.Of(new Page<RoundPairAnswer> { Items = [.. (await call.Store.PairsOf(call.Id(), call.Stop)).Select(p => RoundPairAnswer.Of(p, Me(call), call.Today))] });
        }, new("listRoundPairs", "Who found each other, the silent longest first") { Chapter = Chapter, Parameters = Which, Answer = AnswerShape.PageOf("Those who were accepted.", Pair), IsHostsOnly = true });
        api.Get(One + "/groups", async call =>
        {
            await Round(call);
            return ApiAnswer.Of(new Page<RoundGroupAnswer> { Items = [.. (await call.Store.GroupsOf(call.Id(), null, call.Stop)).Select(RoundGroupAnswer.Of)] });
        }, new("listRoundGroups", "Who is together now") { Chapter = Chapter, Parameters = Which, Answer = AnswerShape.PageOf("The groups of the last time.", new RoundGroupAnswer(Pin.Id, new(2026, 5, 16), ["Alan Turing", "Grace Hopper"])), IsHostsOnly = true });
    }

    private static void MapPins(ApiRoutes api)
    {
        api.Get(One + "/pins", Pins, new("listRoundPins", "Whom the hosts put together or keep apart") { Chapter = Chapter, Parameters = Which, Answer = AnswerShape.PageOf("All of them.", Pin), IsHostsOnly = true });
        api.Post(One + "/pins", async call =>
        {
            var said = await call.Body<NewPinFields>();
            await call.Store.PinPair(Me(call), call.Id(), said.One, said.Other, said.Apart, call.Stop);
            return await Pins(call);
        }, new("pinRoundPair", "Put two together in every draft, or keep them apart") { Chapter = Chapter, Parameters = Which, Body = BodyShape.Of<NewPinFields>("In a mentoring round the mentee, then the mentor.", new { One = Grace, Other = Alan }), Answer = AnswerShape.PageOf("All of them.", Pin), Conflicts = "It is published.", IsHostsOnly = true });
        api.Delete(One + "/pins/{pin:guid}", async call =>
        {
            await call.Store.Unpin(Me(call), call.Id(), call.Id("pin"), call.Stop);
            return ApiAnswer.Done;
        }, new("unpinRoundPair", "Take that back") { Chapter = Chapter, Parameters = [.. Which, Parameter.Id("Which.", "pin")], Conflicts = "It is published.", IsHostsOnly = true });
    }

    private static Task<Round> Round(ApiCall call) => call.Store.RoundHere(call.Id(), call.Stop);

    private static async Task<ApiAnswer> ReadDraft(ApiCall call)
    {
        var kept = (await Round(call)).Draft;
        return KeptDraft.Read(kept) is { } draft ? ApiAnswer.Of(RoundDraftAnswer.Of(draft, await call.Store.CastOf(call.Id(), call.Stop)) with { Mark = KeptDraft.MarkOf(kept) }) : throw new NotFound("Rounds.NoDraft");
    }

    private static async Task<ApiAnswer> Pins(ApiCall call)
    {
        await Round(call);
        return ApiAnswer.Of(new Page<RoundPinAnswer> { Items = [.. (await call.Store.PinsOf(call.Id(), call.Stop)).Select(p => new RoundPinAnswer(p.Id, p.OneId, p.OtherId, p.IsApart))] });
    }
}
