using System.Globalization;
using Mainstay.Circles;
using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Rounds;

/// <summary><c>/circles/{circle}/rounds/{id}/sign-up</c>: a few questions, the first answers taken from the profile.</summary>
public sealed partial class SignUpPage
{
    private const int MostMembers = 500;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, RoundPage.One + "/sign-up", call => Show(call, null));
        Post(pages, RoundPage.One + "/sign-up", "signup", async call =>
        {
            await call.Store.SignUp(call.Me, call.Id(), await WithUnseen(call, Read(call.Form)), call.Today, call.Clock, call.Stop);
            return call.Done($"{RoundsPage.Path}/{call.Id()}", "Rounds.SaidSignedUp");
        }, Show);
        Post(pages, RoundPage.One + "/withdraw", async call =>
        {
            await call.Store.Withdraw(call.Me, call.Id(), call.Clock, call.Stop);
            return call.Done($"{RoundsPage.Path}/{call.Id()}", "Rounds.SaidWithdrawn");
        }).WithMetadata(new OfAccountAttribute());
        Post(pages, RoundPage.One + "/pause", async call =>
        {
            var pause = call.Form["pause"] != "no";
            await call.Store.Pause(call.Me, call.Id(), pause, call.Clock, call.Stop);
            return call.Done($"{RoundsPage.Path}/{call.Id()}", pause ? "Rounds.SaidPaused" : "Rounds.SaidResumed");
        }).WithMetadata(new OfAccountAttribute());
    }

    private static async Task<IResult> Show(Call call, Typed? typed)
    {
        var (round, mine) = (await call.Store.RoundHere(call.Id(), call.Stop), await call.Store.SignUpOf(call.Id(), call.Me, call.Stop));
        return Answers.Page<SignUpPage>(new
        {
            call.Place,
            It = round,
            Signed = mine is null ? NewSignUp.From(call.Seat.Me) : NewSignUp.Of(mine),
            Others = await Offered(call),
            Typed = typed,
        }, typed);
    }

    private static async Task<List<Member>> Offered(Call call) => [.. (await call.Store.MembersHere(call.Seat, null, null, MostMembers, call.Stop)).Select(m => m.Member).Where(m => m.Id != call.Me)];

    /// <summary>What was said before and is not asked in the form stays; so does whoever was named and did not stand in it, blocked or far down the alphabet.</summary>
    private static async Task<NewSignUp> WithUnseen(Call call, NewSignUp said)
    {
        if (await call.Store.SignUpOf(call.Id(), call.Me, call.Stop) is not { } was) return said;
        var (kind, offered) = ((await call.Store.RoundHere(call.Id(), call.Stop)).Kind, (await Offered(call)).Select(m => m.Id).ToHashSet());
        if (kind == RoundKind.Coffee) said = said with { Wants = was.Wants, Offers = was.Offers };
        if (kind != RoundKind.Mentoring) said = said with { Times = was.Times };
        return said with
        {
            Avoid = [.. said.Avoid.Union(was.Avoided.Where(id => !offered.Contains(id)))],
            Prefers = AsksWishes(kind) ? [.. said.Prefers.Union(was.Preferred.Where(id => !offered.Contains(id)))] : was.Preferred,
        };
    }

    private static bool AsksWishes(RoundKind kind) => kind is RoundKind.Mentoring or RoundKind.Partners;

    private static NewSignUp Read(IFormCollection form) => new()
    {
        Side = Enum.TryParse<RoundSide>(form["side"], out var side) ? side : RoundSide.None,
        Places = form.Filled("places") is not { } typed ? 1 : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? places : -1,
        Wants = form.Filled("wants"), Offers = form.Filled("offers"), Times = form.Filled("times"), Organization = form.Filled("organization"), AvoidsColleagues = form.Filled("avoidsColleagues") is not null, Note = form.Filled("note"),
        Avoid = Ids(form["avoid"]), Prefers = Ids(form["prefers"]),
    };

    private static List<Guid> Ids(IEnumerable<string?> typed) => [.. typed.Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
}
