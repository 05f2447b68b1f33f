using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary><c>/asks/new?to=&amp;need=&amp;after=&amp;first=</c>: one clear request to one person.</summary>
public sealed partial class NewAskPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/asks/new", Begin);
        pages.Post("/asks", Write);
    }

    private static async Task<IResult> Begin(HttpContext http, Store store, CancellationToken stop)
    {
        var asked = http.Request.Query;
        var was = Guid.TryParse(asked["after"], out var after) ? (await store.AskOf(after, stop)).Ask : null;
        var meant = (await store.Meant(asked["to"], stop)) is [var one, ..] ? one : null;
        var need = Guid.TryParse(asked["need"], out var wanted) ? wanted : was?.NeedId;
        var what = asked["what"].ToString();
        if (was is null && what.Length > 0) was = new() { PersonId = Guid.Empty, ThreadId = Guid.Empty, What = what.Length > NewAsk.MostText ? what[..NewAsk.MostText] : what };
        return await Show(http, new() { Meant = meant, Need = need, After = after == Guid.Empty ? null : after, Was = was, IsFirst = was?.IsFirst == true || asked["first"].Count > 0 }, stop);
    }

    private static async Task<IResult> Write(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var meant = (await store.Meant(form.Filled("to") ?? form.Filled("who"), stop)) is [var one, ..] ? one : null;
        var begun = new Begun { Meant = meant, Need = Guid.TryParse(form["need"], out var need) ? need : null, After = Guid.TryParse(form["after"], out var after) ? after : null, Was = after == Guid.Empty ? null : (await store.AskOf(after, stop)).Ask, IsFirst = form["first"].Count > 0 };
        try
        {
            if (meant is not { IsSure: true }) throw new Mistaken(new Problems { { "who", form.Filled("who") is null ? "Exchange.WhomMissing" : meant is { People.Count: > 0 } ? "Exchange.WhoIsUnclear" : "Exchange.NobodyCalled", form["who"].ToString() } });
            var then = await store.Meant(form["then"], stop);
            if (then.FirstOrDefault(m => !m.IsSure) is { } unclear) throw new Mistaken(new Problems { { "then", "Exchange.ThenUnclear", unclear.Typed } });
            var ask = await store.AddAsk(Read(form, begun, [.. then.SelectMany(m => m.People).Select(p => p.Id)]), visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/asks/{ask.Id}");
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, begun with { Typed = new("ask", form, mistaken.Problems) }, stop);
        }
        catch (AskedAlready already)
        {
            store.ChangeTracker.Clear();
            return await Show(http, begun with { Already = already.AskId, Typed = new("ask", form, []) }, stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Begun begun, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var to = begun.Meant is { IsSure: true, People: [var person, ..] } ? person : null;
        return Answers.Page<NewAskPage>(new
        {
            visit.Today,
            To = to,
            Unclear = begun.Meant is { IsSure: false } unclear ? unclear : null,
            Needs = await store.OpenNeeds(stop),
            begun.Need,
            begun.After,
            begun.Was,
            First = begun.IsFirst,
            AnswerBy = visit.Today.AddDays(to is null ? AskSteps.UsualDays : await store.DaysToAnswer(to.Id, visit.Today, stop)),
            Hints = to is null ? [] : await store.HintsFor(to, begun.Was?.Weight ?? Weight.Normal, visit.Today, stop),
            IsOfHardTimes = begun.Was is { IsConfidential: true } was && await http.RequestServices.GetServices<IAskPlace>().HelpWith(store, was.ThreadId, stop) is not null,
            begun.Already,
            begun.Typed,
        }, begun.Already is not null ? StatusCodes.Status409Conflict : begun.Typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static NewAsk Read(IFormCollection form, Begun begun, IReadOnlyList<Guid> then) => new()
    {
        Id = form.Once(),
        PersonId = begun.Meant!.People[0].Id,
        What = form.Filled("what") ?? "",
        HowLong = form.Filled("howLong"),
        AnswerBy = form.Day("answerBy"),
        InReturn = form.Filled("inReturn"),
        Weight = form.Filled("weight") is not { } weight ? Weight.Normal : Enum.TryParse<Weight>(weight, out var known) ? known : (Weight)(-1),
        NeedId = begun.Need,
        IsFirst = begun.IsFirst,
        Scope = form.Filled("scope"),
        Until = form.Day("until"),
        IsConfidential = form["confidential"].Count > 0,
        Then = then,
        After = begun.After,
    };

    /// <summary>As far as the ask is known when the page is shown.</summary>
    private sealed record Begun
    {
        public WhoMeant? Meant { get; init; }
        public Guid? Need { get; init; }
        public Guid? After { get; init; }
        public Ask? Was { get; init; }
        public bool IsFirst { get; init; }
        public Guid? Already { get; init; }
        public Typed? Typed { get; init; }
    }
}
