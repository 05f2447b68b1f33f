using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary><c>/introductions/new?to=&amp;through=</c>: asks somebody to introduce me; with <c>two</c>, brings two of my people together.</summary>
public sealed partial class NewIntroductionPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/introductions/new", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var asked = http.Request.Query;
            return Show(visit, asked.ContainsKey("two"), await Name(store, asked["to"], stop), await Name(store, asked["through"], stop), null, null);
        });
        pages.Post("/introductions", Write);
    }

    private static async Task<IResult> Write(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var two = form["two"].Count > 0;
        try
        {
            var problems = new Problems();
            var second = await Meant(store, form, "second", problems, stop);
            var other = await Meant(store, form, two ? "first" : "through", problems, stop);
            var answerBy = form.Day("answerBy", problems);
            problems.When(form.Filled("purpose") is null, "purpose", "Introductions.PurposeMissing");
            Mistaken.ThrowIf(problems);
            var made = await store.AddIntroduction(new()
            {
                Id = form.Once(),
                ConnectorId = two ? null : other,
                FirstId = two ? other : null,
                SecondId = second,
                Purpose = form.Filled("purpose") ?? "",
                Blurb = form.Filled("blurb")?.ReplaceLineEndings("\n"),
                IsBlind = form["blind"].Count > 0,
                Contact = form.Filled("contact"),
                AnswerBy = answerBy,
            }, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/introductions/{made.Id}");
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return Show(visit, two, null, null, null, new("new", form, mistaken.Problems));
        }
        catch (UnderWayAlready already)
        {
            store.ChangeTracker.Clear();
            return Show(visit, two, null, null, already.IntroductionId, new("new", form, []));
        }
    }

    private static IResult Show(Visit visit, bool two, string? second, string? through, Guid? already, Typed? typed) => Answers.Page<NewIntroductionPage>(
        new { Two = two, visit.Today, Second = second, Through = through, Already = already, Typed = typed },
        already is not null ? StatusCodes.Status409Conflict : typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<string?> Name(Store store, string? typed, CancellationToken stop) => await store.Meant(typed, stop) is [{ IsSure: true, People: [var person, ..] }] ? person.Name : Texts.Filled(typed);

    private static async Task<Guid> Meant(Store store, IFormCollection form, string field, Problems problems, CancellationToken stop)
    {
        var typed = form.Filled(field);
        if (await store.Meant(typed, stop) is [{ IsSure: true, People: [var person, ..] }]) return person.Id;
        problems.When(typed is null, field, "Introductions.SayWho").When(typed is not null, field, "Introductions.NobodyClear", typed);
        return Guid.Empty;
    }
}
