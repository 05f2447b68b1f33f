using Mainstay.Web;
using Mainstay.Words;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/introductions</c>: who knows somebody somewhere, what one asked for, and doors one could open.</summary>
public sealed partial class CircleIntroductionsPage
{
    internal const string Path = "/introductions";

    private const string One = Path + "/{id:guid}", Looking = Path + "/look";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, call => Show(call));
        Get(pages, Looking, call => Task.FromResult(call.Done(Path))); // after a look the browser stands here
        Post(pages, Looking, Look);
        Post(pages, Path, "introduction", async call =>
        {
            await call.Store.AskForIntroduction(call.Me, new(call.Form["at"].ToString(), call.Form["purpose"].ToString()) { Id = call.Form.Once() }, call.Today, call.Clock, call.Stop);
            return call.Done(Path, "Circles.SaidAsked");
        }, (call, typed) => Show(call, typed: typed));
        Post(pages, One + "/take-on", async call =>
        {
            await call.Store.TakeOnIntroduction(call.Me, call.Id(), call.Today, call.Stop);
            return call.Done(Path, "Circles.SaidTakenOn");
        });
        Post(pages, One + "/pass", async call =>
        {
            await call.Store.PassOnIntroduction(call.Me, call.Id(), call.Stop);
            return call.Done(Path, "Circles.SaidPassed");
        });
        Post(pages, One + "/answer", "answer", async call =>
        {
            await call.Store.SayIntroductionAnswer(call.Me, call.Id(), call.Form["yes"] == "yes", call.Form.Filled("reach"), call.Today, call.Stop);
            return call.Done(Path, "Circles.SaidKept");
        }, (call, typed) => Show(call, answered: typed));
        Post(pages, One + "/outcome", async call =>
        {
            await call.Store.SayIntroductionOutcome(call.Me, call.Id(), Enum.TryParse<IntroductionStage>(call.Form["outcome"], out var outcome) ? outcome : IntroductionStage.Asked, call.Stop);
            return call.Done(Path, "Circles.SaidKept");
        });
    }

    /// <summary>Each look counts, so it is asked for and not only followed to.</summary>
    private static async Task<IResult> Look(Call call)
    {
        var at = call.Form["at"].ToString();
        try
        {
            return await Show(call, at, await call.Store.SomebodyKnows(call.Seat, at, call.Clock.GetUtcNow().UtcDateTime, call.Stop));
        }
        catch (Mistaken mistaken)
        {
            return await Show(call, at, looked: new("look", call.Form, mistaken.Problems));
        }
    }

    private static async Task<IResult> Show(Call call, string? at = null, bool? isKnown = null, Typed? looked = null, Typed? typed = null, Typed? answered = null) => Answers.Page<CircleIntroductionsPage>(new
    {
        call.Place, At = at, IsKnown = isKnown, Asked = await call.Store.IntroductionsAsked(call.Seat, call.Today, call.Stop), ToOpen = await call.Store.IntroductionsToOpen(call.Seat, call.Today, call.Stop), call.Said, Looked = looked, Typed = typed, Answered = answered,
    }, looked ?? typed ?? answered);
}
