using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary><c>/challenges/{id}/ask?to=&amp;as=</c>: one clear request to one person, in the owner's words.</summary>
public sealed partial class AskForHelpPage
{
    private const string Here = ChallengePage.Here + "/ask";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Here, async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
            await Show(http, id, new() { Meant = (await store.Meant(http.Request.Query["to"], stop)) is [var one, ..] ? one : null, As = ReadAs(http.Request.Query["as"]) }, stop));
        pages.Post(Here, Write);
    }

    private static async Task<IResult> Write(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var begun = new Begun { Meant = (await store.Meant(form.Filled("to") ?? form.Filled("who"), stop)) is [var one, ..] ? one : null, As = ReadAs(form["as"]) };
        try
        {
            if (begun.To is not { } to) throw new Mistaken(new Problems { { "who", form.Filled("who") is null ? "Exchange.WhomMissing" : begun.Meant is { People.Count: > 0 } ? "Exchange.WhoIsUnclear" : "Exchange.NobodyCalled", form["who"].ToString() } });
            var ask = await store.AskForHelp(id, begun.As, Read(form, to.Id), visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/asks/{ask.Id}");
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, begun with { Typed = new("ask", form, mistaken.Problems) }, stop);
        }
        catch (AskedAlready already)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, begun with { Already = already.AskId, Typed = new("ask", form, []) }, stop);
        }
    }

    private static NewAsk Read(IFormCollection form, Guid to) => new()
    {
        Id = form.Once(),
        PersonId = to,
        What = ChallengeAskActions.Worded(form.Filled("what")?.ReplaceLineEndings("\n") ?? "", form.Filled("notAbout")),
        HowLong = form.Filled("howLong"),
        AnswerBy = form.Day("answerBy"),
        Weight = form.Filled("weight") is not { } weight ? Weight.Normal : Enum.TryParse<Weight>(weight, out var known) ? known : (Weight)(-1),
    };

    private static async Task<IResult> Show(HttpContext http, Guid id, Begun begun, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var to = begun.To;
        return Answers.Page<AskForHelpPage>(new
        {
            It = await store.ChallengeOf(id, stop),
            visit.Today,
            begun.As,
            To = to,
            Unclear = begun.Meant is { IsSure: false } unclear ? unclear : null,
            AnswerBy = visit.Today.AddDays(to is null ? AskSteps.UsualDays : await store.DaysToAnswer(to.Id, visit.Today, stop)),
            Hints = to is null ? [] : await store.HintsFor(to, Weight.Normal, visit.Today, stop),
            begun.Already,
            begun.Typed,
        }, begun.Already is not null ? StatusCodes.Status409Conflict : begun.Typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static HelpAs ReadAs(string? typed) => Enum.TryParse<HelpAs>(typed, true, out var known) && Enum.IsDefined(known) ? known : HelpAs.Listen;

    /// <summary>As far as the ask is known when the page is shown.</summary>
    private sealed record Begun
    {
        public WhoMeant? Meant { get; init; }
        public HelpAs As { get; init; }
        public Guid? Already { get; init; }
        public Typed? Typed { get; init; }

        public PersonLine? To => Meant is { IsSure: true, People: [var person, ..] } ? person : null;
    }
}
