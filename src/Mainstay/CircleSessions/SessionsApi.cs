using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Circles;
using Mainstay.Words;

namespace Mainstay.CircleSessions;

/// <summary>Sessions of a circle, for programs. They act as the member whose key they show.</summary>
internal static class SessionsApi
{
    private const string Chapter = "Circle sessions", All = InCircleAttribute.Pattern + "/sessions", One = All + "/{id:guid}", Entry = One + "/entries/{entry:guid}";

    private static readonly SessionAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2f01"), SessionKind.Ring, "Spring ring", SessionState.Running, new(2026, 5, 1, 18, 0, 0, DateTimeKind.Utc)) { Minutes = 90, Taken = 9, Places = 30, Role = SessionRole.Member, Sentence = "Reciprocity ring · runs now · today at 18:00 · 90 minutes · 9 of 30 places taken" };

    private static readonly SessionDetailsAnswer Details = new(Sample)
    {
        Part = 1, Step = SessionStep.Requests, Until = new(2026, 5, 1, 18, 45, 0, DateTimeKind.Utc), Asked = "In turn, each says their one request.",
        Entries = [new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2f02"), EntryKind.Request, "Grace Hopper", "Somebody who sold to hospitals.")],
        Report = new(9, 6, 0, 0, 0, 0, 5),
    };

    private static Parameter Circle => Parameter.Id("The circle.", "circle");

    private static Parameter Which => Parameter.Id("The session.");

    private static Parameter Written => Parameter.Id("What was written.", "entry");

    public static void Map(ApiRoutes api)
    {
        api.Get(All, async call => ApiAnswer.Of(new Page<SessionAnswer> { Items = [.. (await call.Store.SessionsHere(await Seat(call), Now(call), call.Stop)).Select(s => SessionAnswer.Of(s, call.Visit.Owner.Zone, call.Today))] }),
            new("listSessions", "The sessions of a circle") { Chapter = Chapter, About = "Those that run, those that come, and the last that are over. Peer support is listed to its two alone.", Parameters = [Circle], Answer = AnswerShape.PageOf("They.", Sample) });
        api.Post(All, async call =>
        {
            var made = await call.Store.PlanSession(Me(call), (await call.Body<SessionFields>()).ToNew(), call.Clock, call.Stop);
            return ApiAnswer.Made(await Read(call, made.Id), $"{ApiRoutes.Root}{CirclePlace.Of(call.Store.SpaceId)}/sessions/{made.Id}");
        }, new("planSession", "Plan a session") { Chapter = Chapter, Parameters = [Circle], Body = BodyShape.Of<SessionFields>("The session.", new { Kind = "ring", Title = "Spring ring", Minutes = 90 }), Answer = AnswerShape.Made<SessionDetailsAnswer>("The session.", Details) });
        api.Get(One, async call => ApiAnswer.Of(await Read(call, call.Id())), new("readSession", "One session, with what you may see of it") { Chapter = Chapter, Parameters = [Circle, Which], Answer = AnswerShape.Of<SessionDetailsAnswer>("The session.", Details) });
        MapComing(api);
        MapRunning(api);
        MapWriting(api);
    }

    private static void MapComing(ApiRoutes api)
    {
        Act(api, "join", async call => await call.Store.JoinSession(Me(call), call.Id(), (await call.Body<SessionJoinFields>()).Role ?? SessionRole.Member, call.Clock, call.Stop),
            new("joinSession", "Come to a session") { Chapter = Chapter, Body = BodyShape.Of<SessionJoinFields>("In which role.", new { Role = "member" }), Conflicts = "It is full or closed, or the role is taken." });
        Act(api, "role", async call =>
        {
            var fields = await call.Body<SessionRoleFields>();
            await call.Store.TakeRole(Me(call), call.Id(), new() { MemberId = fields.Member ?? Me(call), Role = fields.Role }, call.Clock, call.Stop);
        }, new("takeSessionRole", "Take a role, or give it to somebody") { Chapter = Chapter, Body = BodyShape.Of<SessionRoleFields>("Who and which.", new { Role = "timekeeper" }), Conflicts = "The role is taken, or it is not the time for that." });
        Act(api, "room", call => call.Store.SayHasRoom(Me(call), call.Id(), call.Clock, call.Stop), new("sayHasRoom", "Say that you have room today for peer support") { Chapter = Chapter });
        Act(api, "ask", async call => await call.Store.AskAnother(Me(call), call.Id(), (await call.Body<SessionAskFields>()).Helper, call.Clock, call.Stop),
            new("askAnotherForSupport", "Ask somebody else for peer support") { Chapter = Chapter, Body = BodyShape.Of<SessionAskFields>("Whom.", new { Helper = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2f03") }), Conflicts = "Somebody is asked already, or it runs." });
        api.Post(One + "/leave", async call =>
        {
            await call.Store.LeaveSession(Me(call), call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("leaveSession", "Leave a session, or pass") { Chapter = Chapter, About = "What you asked for in it goes with you. Of peer support, the place is free again, and nobody is told why.", Parameters = [Circle, Which] });
    }

    private static void MapRunning(ApiRoutes api)
    {
        Act(api, "begin", async call => await call.Store.BeginSession(Me(call), call.Id(), (await call.Body<SessionBeginFields>()).WithFewer, call.Clock, call.Stop),
            new("beginSession", "Begin a session") { Chapter = Chapter, Body = BodyShape.Of<SessionBeginFields>("How.", new { WithFewer = false }), Conflicts = "It is over, or who is asked has not agreed." });
        Act(api, "next", async call => await call.Store.NextPhase(Me(call), call.Id(), (await call.Body<SessionNextFields>()).Part, call.Clock, call.Stop),
            new("nextSessionPart", "On to the next part") { Chapter = Chapter, Body = BodyShape.Of<SessionNextFields>("Where it was.", new { Part = 1 }), Conflicts = "It does not run." });
        Act(api, "turn", async call => await call.Store.NextTurn(Me(call), call.Id(), (await call.Body<SessionTurnFields>()).Turn, call.Clock, call.Stop),
            new("nextSessionTurn", "The turn goes on to the next") { Chapter = Chapter, Body = BodyShape.Of<SessionTurnFields>("Whose it was.", new { Turn = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2f03") }) });
        Act(api, "pause", async call => await call.Store.PauseSession(Me(call), call.Id(), (await call.Body<SessionPauseFields>()).Pause, call.Clock, call.Stop),
            new("pauseSession", "Stop the clock, or let it go on") { Chapter = Chapter, Body = BodyShape.Of<SessionPauseFields>("Which.", new { Pause = true }), Conflicts = "It does not run." });
        Act(api, "stop", call => call.Store.StopForDanger(Me(call), call.Id(), call.Clock, call.Stop), new("stopForDanger", "Somebody may be in danger: the conversation stops") { Chapter = Chapter, Conflicts = "It does not run." });
        api.Post(One + "/end", async call =>
        {
            await call.Store.EndSession(Me(call), call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("endSession", "End a session, or call it off") { Chapter = Chapter, About = "What was written in a hot seat is the presenter's alone from then on; what was written in peer support is deleted.", Parameters = [Circle, Which] });
    }

    private static void MapWriting(ApiRoutes api)
    {
        Act(api, "entries", async call => await call.Store.SayInSession(Me(call), call.Id(), (await call.Body<SessionEntryFields>()).ToNew(), call.Today, call.Clock, call.Stop),
            new("writeInSession", "Write something in a session") { Chapter = Chapter, About = "What may be written hangs on the part it is in and on your role.", Body = BodyShape.Of<SessionEntryFields>("What.", new { Kind = "request", Text = "Somebody who sold to hospitals." }), Conflicts = "It is not for this part." });
        api.Delete(Entry, async call =>
        {
            await call.Store.RemoveEntry(Me(call), call.Id(), call.Id("entry"), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("removeSessionEntry", "Take away what you wrote") { Chapter = Chapter, Parameters = [Circle, Which, Written] });
        api.Post(Entry + "/became", async call =>
        {
            var fields = await call.Body<SessionBecameFields>();
            await call.Store.SayBecame(Me(call), call.Id(), new(call.Id("entry"), fields.What, fields.IsSo), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("sayWhatBecame", "Say what became of your request or action") { Chapter = Chapter, Parameters = [Circle, Which, Written], Body = BodyShape.Of<SessionBecameFields>("What.", new { What = "solved" }), Answer = AnswerShape.Of<SessionDetailsAnswer>("The session as it is now.", Details) });
        api.Delete(One + "/record", async call =>
        {
            await call.Store.EraseRecord(Me(call), call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("eraseSessionRecord", "Delete all that was written for you in a hot seat") { Chapter = Chapter, Parameters = [Circle, Which] });
    }

    private static void Act(ApiRoutes api, string step, Func<ApiCall, Task> act, Operation about) => api.Post($"{One}/{step}", async call =>
    {
        await act(call);
        return ApiAnswer.Of(await Read(call, call.Id()));
    }, about with { Parameters = [Circle, Which], Answer = AnswerShape.Of<SessionDetailsAnswer>("The session as it is now.", Details) });

    private static async Task<SessionDetailsAnswer> Read(ApiCall call, Guid id)
    {
        var view = await call.Store.SessionShown(await Seat(call), id, Now(call), call.Stop);
        call.IsConfidential |= view.It.Kind != SessionKind.Ring;
        return SessionDetailsAnswer.Of(view, call.Visit.Owner.Zone, call.Today);
    }

    private static async Task<CircleSeat> Seat(ApiCall call) => await call.Store.FindSeat(Me(call), call.Stop) ?? throw new NotFound("Circles.NotIn");

    private static Guid Me(ApiCall call) => call.Visit.Guest!.AccountId;

    private static DateTime Now(ApiCall call) => call.Clock.GetUtcNow().UtcDateTime;
}
