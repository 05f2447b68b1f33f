using Mainstay.Circles;
using Mainstay.Gatherings;
using Mainstay.Web;
using Mainstay.Words;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.CircleSessions;

/// <summary><c>/circles/{circle}/sessions</c>: what the circle does together; and planning one.</summary>
public sealed partial class SessionsPage
{
    internal const string Path = "/sessions";

    private const int MostHelpers = 200;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, async call => Answers.Page<SessionsPage>(new
        {
            call.Place,
            Lines = await call.Store.SessionsHere(call.Seat, call.Clock.GetUtcNow().UtcDateTime, call.Stop),
            call.Today,
            call.Visit.Owner.Zone,
            call.Seat.SeesHardTimes,
            call.Said,
        }));
        Get(pages, Path + "/new", call => New(call, null));
        Post(pages, Path, "session", async call =>
        {
            var made = await call.Store.PlanSession(call.Me, Read(call), call.Clock, call.Stop);
            return call.Done($"{Path}/{made.Id}", made.Kind == SessionKind.Peer ? "CircleSessions.SaidAsked" : "CircleSessions.SaidPlanned");
        }, New);
    }

    private static async Task<IResult> New(Call call, Typed? typed)
    {
        var kind = Enum.TryParse<SessionKind>(typed?.Value("kind") ?? call.Asked("kind"), true, out var said) && Enum.IsDefined(said) ? said : SessionKind.Ring;
        if (kind == SessionKind.Peer && !call.Seat.SeesHardTimes) throw new NotFound("CircleSessions.NoSuchSession");
        return Answers.Page<NewSessionPage>(new
        {
            call.Place,
            Kind = kind,
            Helpers = kind == SessionKind.Peer ? await Helpers(call) : [],
            To = Guid.TryParse(call.Asked("to"), out var to) ? to : (Guid?)null,
            Typed = typed,
        }, typed);
    }

    /// <summary>Whom one may ask: members who are not here for an employer, and neither of the two keeps apart from the other.</summary>
    internal static async Task<IReadOnlyList<(Guid Id, string Name)>> Helpers(Call call) =>
        [.. (await call.Store.MembersHere(call.Seat, null, null, MostHelpers, call.Stop)).Where(m => m.Member.Id != call.Me && !m.Member.IsForEmployer && m.Role >= Accounts.SpaceRole.Member).Select(m => (m.Member.Id, m.Member.Name))];

    private static NewSession Read(Call call)
    {
        var (form, problems) = (call.Form, new Problems());
        var (day, time) = (form.Day("on", problems), Clock.Of(form["at"], "at", problems));
        var read = new NewSession
        {
            Id = form.Once(), Kind = Enum.TryParse<SessionKind>(form["kind"], out var kind) ? kind : (SessionKind)(-1), Title = form.Filled("title"),
            StartsAt = day is null && time is null ? null : Moment((day ?? call.Today).ToDateTime(time ?? new TimeOnly(0, 0)), call.Visit.Owner.Zone),
            Minutes = WelcomePage.Number(form, "minutes"), IsWritten = form.Filled("isWritten") is not null,
            Wish = Enum.TryParse<SupportWish>(form["wish"], out var wish) ? wish : null, OffLimits = form.Filled("offLimits"), HelperId = Guid.TryParse(form["helper"], out var helper) ? helper : null,
        };
        Mistaken.ThrowIf(problems);
        return read;
    }

    /// <summary>A time that the clocks leave out when they are set forward is the one they show instead.</summary>
    internal static DateTime Moment(DateTime there, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(there) ? there.AddHours(1) : there, zone);
}
