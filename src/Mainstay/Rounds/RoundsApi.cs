using Mainstay.Api;
using Mainstay.Words;
using static Mainstay.Circles.CirclesApi;

namespace Mainstay.Rounds;

/// <summary>Rounds in a circle, for programs: announced, signed up for, and one's own part in them.</summary>
internal static class RoundsApi
{
    internal const string All = Here + "/rounds", One = All + "/{id:guid}";

    internal static readonly Guid Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2d01"), Grace = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), Alan = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a02");

    internal static readonly RoundAnswer Sample = new(Id, RoundKind.Mentoring, "Mentoring, summer 2026", new(2026, 5, 15), RoundState.SignUp) { OfferDays = 3, SignedUp = 4 };

    internal static readonly RoundPairAnswer Pair = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2d02"), Grace, "Grace Hopper", Alan, "Alan Turing", PairState.Offered) { Deadline = new(2026, 5, 18, 12, 0, 0, DateTimeKind.Utc), Reasons = ["Can help with what is wanted: pricing"] };

    internal static readonly Parameter[] Which = [WhichCircle, Parameter.Id("The round.")];

    private static readonly RoundPartAnswer Part = new(new(Alan, RoundSide.Mentor, 2) { Wants = [], Offers = ["pricing"], Times = [] }, [Pair], null, null);

    private static readonly BodyShape Announced = BodyShape.Of<NewRoundFields>("What it is.", new { Sample.Title, Kind = "mentoring", Sample.SignUpUntil });

    public static void Map(ApiRoutes api)
    {
        api.Get(All, async call =>
        {
            await Settle(call);
            return ApiAnswer.Of(new Page<RoundAnswer> { Items = [.. (await call.Store.RoundsHere(await Seat(call), call.Stop)).Select(RoundAnswer.Of)] });
        }, new("listRounds", "The rounds of a circle") { Chapter = Chapter, Parameters = [WhichCircle], Answer = AnswerShape.PageOf("Those that run first, then the newest; 200 at most.", Sample) });
        api.Post(All, async call =>
        {
            var made = await call.Store.AnnounceRound(Me(call), (await call.Body<NewRoundFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(await Read(call, made.Id), $"{ApiRoutes.Root}/circles/{call.Store.SpaceId}/rounds/{made.Id}");
        }, new("announceRound", "Announce a round") { Chapter = Chapter, Parameters = [WhichCircle], Body = Announced, Answer = AnswerShape.Made<RoundAnswer>("The round.", Sample), IsHostsOnly = true });
        api.Get(One, async call =>
        {
            await Seat(call);
            await Settle(call);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("readRound", "One round") { Chapter = Chapter, Parameters = Which, Answer = AnswerShape.Of<RoundAnswer>("The round.", Sample) });
        api.Put(One, async call =>
        {
            await call.Store.ChangeRound(Me(call), call.Id(), (await call.Body<NewRoundFields>()).ToNew(), call.Today, call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("changeRound", "Say a round anew; its kind stays") { Chapter = Chapter, Parameters = Which, Body = Announced, Answer = AnswerShape.Of<RoundAnswer>("As it is now.", Sample), IsHostsOnly = true });
        api.Delete(One, async call =>
        {
            await call.Store.RemoveRound(Me(call), call.Id(), call.Stop);
            return ApiAnswer.Done;
        }, new("removeRound", "Take a round away that is not published") { Chapter = Chapter, Parameters = Which, Conflicts = "It is published.", IsHostsOnly = true });
        MapPart(api);
        HostRoundsApi.Map(api);
    }

    private static void MapPart(ApiRoutes api)
    {
        var mine = AnswerShape.Of<RoundPartAnswer>("Your part.", Part);
        api.Get(One + "/part", MyPart, new("readRoundPart", "Your part in a round: what you said, offers that wait for you, whom you are with") { Chapter = Chapter, Parameters = Which, Answer = mine });
        api.Put(One + "/part", async call =>
        {
            await call.Store.SignUp(Me(call), call.Id(), (await call.Body<RoundSignUpFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return await MyPart(call);
        }, new("signUpForRound", "Sign up, or say it anew") { Chapter = Chapter, Parameters = Which, Body = BodyShape.Of<RoundSignUpFields>("What you look for and what you can give.", new { Side = "mentor", Places = 2, Offers = (string[])["pricing"] }), Answer = mine, Conflicts = "Sign-up is over." });
        api.Delete(One + "/part", async call =>
        {
            await call.Store.Withdraw(Me(call), call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("withdrawFromRound", "Withdraw, without a word why") { Chapter = Chapter, Parameters = Which, IsOfAccount = true });
        api.Post(One + "/pause", async call =>
        {
            await call.Store.Pause(Me(call), call.Id(), (await call.Body<RoundPauseFields>()).Pause, call.Clock, call.Stop);
            return await MyPart(call);
        }, new("pauseRound", "Sit out, or take part again") { Chapter = Chapter, Parameters = Which, Body = BodyShape.Of<RoundPauseFields>("Whether you sit out.", new { Pause = true }), Answer = mine, IsOfAccount = true });
        MapTogether(api, mine);
    }

    private static void MapTogether(ApiRoutes api, AnswerShape mine)
    {
        Parameter[] pair = [.. Which, Parameter.Id("The pair.", "pair")];
        api.Post(One + "/pairs/{pair:guid}/answer", async call =>
        {
            await call.Store.AnswerOffer(Me(call), call.Id("pair"), (await call.Body<RoundAcceptFields>()).Accept, call.Today, call.Clock, call.Stop);
            return await MyPart(call);
        }, new("answerRoundOffer", "Take a mentee on, or pass") { Chapter = Chapter, About = "Nobody learns who passed: the next is asked.", Parameters = pair, Body = BodyShape.Of<RoundAcceptFields>("Whether you take them on.", new { Accept = true }), Answer = mine, Conflicts = "The offer ran out, or your places are taken.", IsOfAccount = true });
        api.Post(One + "/pairs/{pair:guid}/fit", async call =>
        {
            await call.Store.SayFit(Me(call), call.Id("pair"), (await call.Body<RoundFitFields>()).Fit, call.Today, call.Clock, call.Stop);
            return await MyPart(call);
        }, new("sayRoundFit", "How the first meeting went") { Chapter = Chapter, About = "Only you read your answer. `notAFit` ends the pair without blame, and the next is looked for.", Parameters = pair, Body = BodyShape.Of<RoundFitFields>("How it went.", new { Fit = "good" }), Answer = mine, Conflicts = "The pair has ended.", IsOfAccount = true });
        api.Post(One + "/pairs/{pair:guid}/met", async call =>
        {
            await call.Store.SayMet(Me(call), call.Id("pair"), call.Today, call.Stop);
            return await MyPart(call);
        }, new("sayRoundMet", "You met") { Chapter = Chapter, Parameters = pair, Answer = mine, Conflicts = "The pair has ended.", IsOfAccount = true });
        api.Post(One + "/groups/{group:guid}/week", async call =>
        {
            var said = await call.Body<RoundWentFields>();
            await call.Store.SayHowItWent(Me(call), call.Id("group"), said.Went, said.Word, call.Today, call.Stop);
            return await MyPart(call);
        }, new("tellRoundPartner", "Tell your accountability partner how the week went") { Chapter = Chapter, Parameters = [.. Which, Parameter.Id("The two of you.", "group")], Body = BodyShape.Of<RoundWentFields>("How it went.", new { Went = "partly", Word = "Two of three calls." }), Answer = mine, IsOfAccount = true });
    }

    internal static Task Settle(ApiCall call) => call.Store.SettleRounds(call.Clock.GetUtcNow().UtcDateTime, call.Stop);

    internal static async Task<RoundAnswer> Read(ApiCall call, Guid id) =>
        (await call.Store.RoundsHere(await Seat(call), call.Stop)).FirstOrDefault(r => r.Round.Id == id) is { } found ? RoundAnswer.Of(found) : throw new NotFound("Rounds.NoSuchRound");

    private static async Task<ApiAnswer> MyPart(ApiCall call)
    {
        var (seat, id, stop) = (await Seat(call), call.Id(), call.Stop);
        await call.Store.RoundHere(id, stop);
        await Settle(call);
        var (mine, pairs, together) = (await call.Store.SignUpOf(id, seat.Id, stop), await call.Store.MyPairs(id, seat.Id, stop), await call.Store.MyGroup(id, seat.Id, stop));
        return ApiAnswer.Of(new RoundPartAnswer(mine is null ? null : RoundSignUpAnswer.Own(mine), [.. pairs.Select(p => RoundPairAnswer.Of(p, seat.Id, call.Today))], await call.Store.AskedForMe(id, seat.Id, stop), together is null ? null : RoundGroupAnswer.Of(together)));
    }
}
