using Mainstay.Accounts;
using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Rounds;

/// <summary><c>/circles/{circle}/rounds/{id}</c>: one round: my part in it, and for its hosts who takes part and how it goes.</summary>
public sealed partial class RoundPage
{
    internal const string One = RoundsPage.Path + "/{id:guid}";

    private const string OnePair = One + "/pairs/{pair:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, One, call => Show(call, null));
        Get(pages, One + "/edit", call => Edit(call, null)).WithMetadata(new HostsOnlyAttribute());
        Post(pages, One, "round", async call =>
        {
            await call.Store.ChangeRound(call.Me, call.Id(), RoundsPage.Read(call.Form), call.Today, call.Stop);
            return Back(call, "Circles.SaidKept");
        }, Edit).WithMetadata(new HostsOnlyAttribute());
        Post(pages, One + "/remove", async call =>
        {
            await call.Store.RemoveRound(call.Me, call.Id(), call.Stop);
            return call.Done(RoundsPage.Path, "Rounds.SaidRemoved");
        }).WithMetadata(new HostsOnlyAttribute());
        Post(pages, One + "/end", async call =>
        {
            await call.Store.EndRound(call.Me, call.Id(), call.Clock, call.Stop);
            return Back(call, "Rounds.SaidEnded");
        }).WithMetadata(new HostsOnlyAttribute());
        MapPart(pages);
    }

    private static void MapPart(IEndpointRouteBuilder pages)
    {
        Post(pages, OnePair + "/answer", async call =>
        {
            var accept = call.Form["accept"] == "yes";
            await call.Store.AnswerOffer(call.Me, call.Id("pair"), accept, call.Today, call.Clock, call.Stop);
            return Back(call, accept ? "Rounds.SaidAccepted" : "Rounds.SaidPassed");
        }).WithMetadata(new OfAccountAttribute());
        Post(pages, OnePair + "/fit", "fit", async call =>
        {
            var fit = Enum.TryParse<PairFit>(call.Form["fit"], out var said) ? said : (PairFit)(-1);
            await call.Store.SayFit(call.Me, call.Id("pair"), fit, call.Today, call.Clock, call.Stop);
            return Back(call, fit == PairFit.NotAFit ? "Rounds.SaidNotAFit" : "Rounds.SaidFit");
        }, Show).WithMetadata(new OfAccountAttribute());
        Post(pages, OnePair + "/met", async call =>
        {
            await call.Store.SayMet(call.Me, call.Id("pair"), call.Today, call.Stop);
            return Back(call, "Rounds.SaidMet");
        }).WithMetadata(new OfAccountAttribute());
        Post(pages, One + "/groups/{group:guid}/week", "week", async call =>
        {
            await call.Store.SayHowItWent(call.Me, call.Id("group"), Enum.TryParse<WeekWent>(call.Form["went"], out var went) ? went : (WeekWent)(-1), call.Form.Filled("word"), call.Today, call.Stop);
            return Back(call, "Rounds.SaidWeek");
        }, Show).WithMetadata(new OfAccountAttribute());
    }

    private static IResult Back(Call call, string said) => call.Done($"{RoundsPage.Path}/{call.Id()}", said);

    private static async Task<IResult> Edit(Call call, Typed? typed) =>
        Answers.Page<NewRoundPage>(new { call.Place, call.Today, It = await call.Store.RoundHere(call.Id(), call.Stop), Typed = typed }, typed);

    private static async Task<IResult> Show(Call call, Typed? typed)
    {
        await RoundsPage.Settle(call);
        var (store, me, stop, round) = (call.Store, call.Me, call.Stop, await call.Store.RoundHere(call.Id(), call.Stop));
        var hosts = call.Seat.Hosts;
        return Answers.Page<RoundPage>(new
        {
            call.Place,
            call.Today,
            call.Visit.Owner.Zone,
            It = round,
            Mine = await store.SignUpOf(round.Id, me, stop),
            Cast = hosts ? await store.CastOf(round.Id, stop) : null,
            MyPairs = await store.MyPairs(round.Id, me, stop),
            AskedUntil = await store.AskedForMe(round.Id, me, stop),
            Group = await store.MyGroup(round.Id, me, stop),
            Pairs = hosts ? await store.PairsOf(round.Id, stop) : [],
            Groups = hosts ? await store.GroupsOf(round.Id, null, stop) : [],
            call.Said,
            Typed = typed,
        }, typed);
    }
}
