using Mainstay.Accounts;
using Mainstay.Live;
using Mainstay.Web;
using Mainstay.Words;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.CircleSessions;

/// <summary><c>/circles/{circle}/sessions/{id}</c>: a session before, while and after it runs. It tells open pages what others do in it.</summary>
public sealed partial class SessionPage
{
    private const string One = SessionsPage.Path + "/{id:guid}", Entry = One + "/entries/{entry:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, One, call => Show(call, null));
        pages.Get(InCircleAttribute.Pattern + One + "/live", (Guid id, HttpContext http, Visit visit, LiveParts live) =>
            live.Follow(http, visit.Guest!, CircleSessionActions.Topic(id), (store, stop) => store.SessionVersion(visit.Guest!.AccountId, id, visit.Clock.GetUtcNow().UtcDateTime, stop))).WithMetadata(new InCircleAttribute());
        Post(pages, One + "/join", "join", call => Act(call, c => c.Store.JoinSession(c.Me, c.Id(), Role(c), c.Clock, c.Stop), "CircleSessions.SaidJoined"), Show);
        Post(pages, One + "/leave", call => Act(call, c => c.Store.LeaveSession(c.Me, c.Id(), c.Clock, c.Stop), "CircleSessions.SaidLeft", SessionsPage.Path)).WithMetadata(new OfAccountAttribute());
        Post(pages, One + "/role", "role", call => Act(call, c => c.Store.TakeRole(c.Me, c.Id(), new() { MemberId = Asked(c, "member") ?? c.Me, Role = Role(c) }, c.Clock, c.Stop)), Show);
        Post(pages, One + "/entries", "entry", async call =>
        {
            await call.Store.SayInSession(call.Me, call.Id(), Read(call.Form), call.Today, call.Clock, call.Stop);
            return call.Done($"{SessionsPage.Path}/{call.Id()}");
        }, Show);
        Post(pages, Entry + "/remove", call => Act(call, c => c.Store.RemoveEntry(c.Me, c.Id(), c.Id("entry"), c.Clock, c.Stop)));
        Post(pages, Entry + "/became", call => Act(call, c => c.Store.SayBecame(c.Me, c.Id(), new(c.Id("entry"), Enum.TryParse<Became>(c.Form["what"], out var what) ? what : Became.Nothing, c.Form["so"] != "no"), c.Today, c.Clock, c.Stop), "CircleSessions.SaidNoted"));
        Post(pages, One + "/erase", call => Act(call, c => c.Store.EraseRecord(c.Me, c.Id(), c.Clock, c.Stop), "CircleSessions.SaidErased"));
        MapRunning(pages);
        MapPeer(pages);
    }

    private static void MapRunning(IEndpointRouteBuilder pages)
    {
        Post(pages, One + "/begin", call => Act(call, c => c.Store.BeginSession(c.Me, c.Id(), c.Form["fewer"] == "yes", c.Clock, c.Stop)));
        Post(pages, One + "/next", call => Act(call, c => c.Store.NextPhase(c.Me, c.Id(), int.TryParse(c.Form["phase"], out var seen) ? seen : -1, c.Clock, c.Stop)));
        Post(pages, One + "/turn", call => Act(call, c => c.Store.NextTurn(c.Me, c.Id(), Asked(c, "turn") ?? default, c.Clock, c.Stop)));
        Post(pages, One + "/pause", call => Act(call, c => c.Store.PauseSession(c.Me, c.Id(), c.Form["pause"] != "no", c.Clock, c.Stop)));
        Post(pages, One + "/end", async call =>
        {
            var ended = await call.Store.EndSession(call.Me, call.Id(), call.Clock, call.Stop);
            return ended.State == SessionState.Over ? call.Done($"{SessionsPage.Path}/{call.Id()}") : call.Done(SessionsPage.Path, "CircleSessions.SaidCancelled");
        });
    }

    private static void MapPeer(IEndpointRouteBuilder pages)
    {
        Post(pages, One + "/room", call => Act(call, c => c.Store.SayHasRoom(c.Me, c.Id(), c.Clock, c.Stop)));
        Post(pages, One + "/ask", "ask", call => Act(call, c => c.Store.AskAnother(c.Me, c.Id(), Asked(c, "helper") ?? default, c.Clock, c.Stop), "CircleSessions.SaidAsked"), Show);
        Post(pages, One + "/danger", call => Act(call, c => c.Store.StopForDanger(c.Me, c.Id(), c.Clock, c.Stop)));
    }

    private static async Task<IResult> Act(Call call, Func<Call, Task> act, string? said = null, string? to = null)
    {
        await act(call);
        return call.Done(to ?? $"{SessionsPage.Path}/{call.Id()}", said);
    }

    private static async Task<IResult> Show(Call call, Typed? typed)
    {
        var (store, now, id) = (call.Store, call.Clock.GetUtcNow().UtcDateTime, call.Id());
        var version = await store.SessionVersion(call.Me, id, now, call.Stop) ?? throw new NotFound("CircleSessions.NoSuchSession");
        var view = await store.SessionShown(call.Seat, id, now, call.Stop);
        return Answers.Page<SessionPage>(new
        {
            call.Place,
            View = view,
            Version = version,
            call.Today,
            call.Visit.Owner.Zone,
            Helpers = view.Stand is { IsPeer: true, Seats.Count: 1, Mine.Role: SessionRole.Asker } ? await SessionsPage.Helpers(call) : [],
            call.Said,
            Typed = typed,
        }, typed);
    }

    private static Guid? Asked(Call call, string name) => Guid.TryParse(call.Form[name], out var id) ? id : null;

    private static SessionRole Role(Call call) => Enum.TryParse<SessionRole>(call.Form["role"], out var role) ? role : SessionRole.Member;

    private static NewEntry Read(IFormCollection form)
    {
        var problems = new Problems();
        var read = new NewEntry
        {
            Id = form.Once(), Kind = Enum.TryParse<EntryKind>(form["kind"], out var kind) ? kind : (EntryKind)(-1), Text = form["text"].ToString(),
            AboutId = Guid.TryParse(form["about"], out var about) ? about : null, DueOn = form.Day("due", problems), WitnessId = Guid.TryParse(form["witness"], out var witness) ? witness : null,
        };
        Mistaken.ThrowIf(problems);
        return read;
    }
}
