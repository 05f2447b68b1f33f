using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Web;
using Mainstay.Words;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Rounds;

/// <summary><c>/circles/{circle}/rounds</c>: the rounds of a circle, and a new one.</summary>
public sealed partial class RoundsPage
{
    internal const string Path = "/rounds";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, async call =>
        {
            await Settle(call);
            return Answers.Page<RoundsPage>(new { call.Place, call.Today, Lines = await call.Store.RoundsHere(call.Seat, call.Stop), call.Said });
        });
        Get(pages, Path + "/new", call => Fresh(call, null)).WithMetadata(new HostsOnlyAttribute());
        Post(pages, Path, "round", async call =>
        {
            var made = await call.Store.AnnounceRound(call.Me, Read(call.Form), call.Today, call.Clock, call.Stop);
            return call.Done($"{Path}/{made.Id}", "Rounds.SaidAnnounced");
        }, Fresh).WithMetadata(new HostsOnlyAttribute());
    }

    /// <summary>Whatever ran out by now is settled before anybody looks.</summary>
    internal static Task Settle(Call call) => call.Store.SettleRounds(call.Clock.GetUtcNow().UtcDateTime, call.Stop);

    internal static NewRound Read(IFormCollection form)
    {
        var problems = new Problems();
        int? Number(string name)
        {
            if (form.Filled(name) is not { } typed) return null;
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
            problems.Add(name, "Rounds.NotANumber", typed);
            return null;
        }
        var read = new NewRound
        {
            Id = form.Once(), Kind = Enum.TryParse<RoundKind>(form["kind"], out var kind) ? kind : RoundKind.Mentoring, Title = form["title"].ToString(), About = form.Filled("about"),
            SignUpUntil = form.Day("signUpUntil", problems), OfferDays = Number("offerDays") ?? Round.UsualOfferDays, EveryDays = Number("everyDays"),
        };
        Mistaken.ThrowIf(problems);
        return read;
    }

    private static Task<IResult> Fresh(Call call, Typed? typed) => Task.FromResult(Answers.Page<NewRoundPage>(new { call.Place, call.Today, Typed = typed }, typed));
}
