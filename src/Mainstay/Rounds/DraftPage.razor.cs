using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Matching;
using Mainstay.Web;
using Mainstay.Words;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Rounds;

/// <summary><c>/circles/{circle}/rounds/{id}/draft</c>: who would come together and why, what counts how much, and one button that publishes it.</summary>
public sealed partial class DraftPage
{
    private const string Path = RoundPage.One + "/draft";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, call => Show(call, null)).WithMetadata(new HostsOnlyAttribute());
        Post(pages, Path, "draft", async call =>
        {
            await call.Store.DraftRound(call.Me, call.Id(), Read(call.Form), call.Stop);
            return Back(call, "Rounds.SaidDrafted");
        }, Show).WithMetadata(new HostsOnlyAttribute());
        Post(pages, RoundPage.One + "/publish", async call =>
        {
            await call.Store.PublishRound(call.Me, new(call.Id(), call.Form.Filled("draft")), call.Today, call.Clock, call.Stop);
            return call.Done($"{RoundsPage.Path}/{call.Id()}", "Rounds.SaidPublished");
        }).WithMetadata(new HostsOnlyAttribute());
        Post(pages, RoundPage.One + "/pins", "pins", async call =>
        {
            Guid Who(string name) => Guid.TryParse(call.Form[name], out var id) ? id : Guid.Empty;
            await call.Store.PinPair(call.Me, call.Id(), Who("one"), Who("other"), call.Form["apart"] == "yes", call.Stop);
            return Back(call, "Rounds.SaidPinned");
        }, Show).WithMetadata(new HostsOnlyAttribute());
        Post(pages, RoundPage.One + "/pins/{pin:guid}/remove", async call =>
        {
            await call.Store.Unpin(call.Me, call.Id(), call.Id("pin"), call.Stop);
            return Back(call, "Rounds.SaidUnpinned");
        }).WithMetadata(new HostsOnlyAttribute());
    }

    private static IResult Back(Call call, string said) => call.Done($"{RoundsPage.Path}/{call.Id()}/draft", said);

    private static async Task<IResult> Show(Call call, Typed? typed)
    {
        await RoundsPage.Settle(call);
        var round = await call.Store.RoundHere(call.Id(), call.Stop);
        if (round.State >= RoundState.Published) throw new NotFound("Rounds.NoDraft");
        return Answers.Page<DraftPage>(new { call.Place, It = round, Cast = await call.Store.CastOf(round.Id, call.Stop), Pins = await call.Store.PinsOf(round.Id, call.Stop), call.Said, Typed = typed }, typed);
    }

    private static RoundPlan Read(IFormCollection form)
    {
        var problems = new Problems();
        double Number(string name, string? typed, string key)
        {
            if (double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
            problems.Add(name, key, typed);
            return 0;
        }
        var plan = new RoundPlan
        {
            Mode = Enum.TryParse<MatchMode>(form["mode"], out var mode) ? mode : MatchMode.Assign,
            Aim = Enum.TryParse<MatchAim>(form["aim"], out var aim) ? aim : MatchAim.Everyone,
            Minimum = form.Filled("minimum") is { } minimum ? Number("minimum", minimum, "Matching.MinimumRange") : 0,
            GroupSize = form.Filled("groupSize") is { } size ? (int)Number("groupSize", size, "Rounds.NotANumber") : RoundPlan.UsualGroup,
            Weights = form["criterion"].Zip(form["weight"]).Where(w => !string.IsNullOrWhiteSpace(w.First) && !string.IsNullOrWhiteSpace(w.Second)).DistinctBy(w => w.First).ToDictionary(w => w.First!, w => Number("weights", w.Second, "Matching.WeightUnread")),
        };
        Mistaken.ThrowIf(problems);
        return plan;
    }
}
