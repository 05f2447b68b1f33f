using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary><c>/introductions/new?to=&amp;through=&amp;towards=&amp;after=</c>: asks somebody to introduce me; with <c>two</c>, brings two of my people together.</summary>
public sealed partial class NewIntroductionPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/introductions/new", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var asked = http.Request.Query;
            var before = Guid.TryParse(asked["after"], out var after) ? (await store.IntroductionOf(after, stop)).It : null;
            return await Show(store, new BegunIntroduction(asked.ContainsKey("two"), await Person(store, asked["to"], stop), await Person(store, asked["through"], stop), asked["towards"]) { Purpose = before?.Purpose, Blurb = before?.Blurb }, visit, null, stop);
        });
        pages.Post("/introductions", Write);
    }

    private static async Task<IResult> Write(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var begun = new BegunIntroduction(form["two"].Count > 0, null, null, form["towards"]);
        try
        {
            var problems = new Problems();
            var second = await Meant(store, form, "second", problems, begun.Unclear, stop);
            var other = await Meant(store, form, begun.Two ? "first" : "through", problems, begun.Unclear, stop);
            var answerBy = form.Day("answerBy", problems);
            problems.When(form.Filled("purpose") is null, "purpose", "Introductions.PurposeMissing");
            Mistaken.ThrowIf(problems);
            var made = await store.AddIntroduction(new()
            {
                Id = form.Once(),
                ConnectorId = begun.Two ? null : other,
                FirstId = begun.Two ? other : null,
                SecondId = second,
                TowardsId = Guid.TryParse(begun.Towards, out var towards) && towards != second && towards != other ? towards : null,
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
            return await Show(store, begun, visit, new("new", form, mistaken.Problems), stop);
        }
        catch (UnderWayAlready already)
        {
            store.ChangeTracker.Clear();
            return await Show(store, begun with { Already = already.IntroductionId }, visit, new("new", form, []), stop);
        }
    }

    private static async Task<IResult> Show(Store store, BegunIntroduction begun, Visit visit, Typed? typed, CancellationToken stop) => Answers.Page<NewIntroductionPage>(
        new
        {
            Begun = begun,
            visit.Today,
            Towards = await Person(store, begun.Towards, stop),
            Mails = await store.Mails([.. begun.Unclear.Values.SelectMany(m => m.People).Select(p => p.Id)], stop),
            Hints = begun.Two ? [] : await store.HintsBefore(begun.Other, begun.Second, visit.Today, stop),
            Typed = typed,
        },
        begun.Already is not null ? StatusCodes.Status409Conflict : typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<PersonLine?> Person(Store store, string? id, CancellationToken stop) =>
        Guid.TryParse(id, out var known) ? (await store.Lines([known], stop)) is [var person] ? person : null
        : await store.Meant(id, stop) is [{ IsSure: true, People: [var only, ..] }] ? only : null;

    /// <summary>Who was chosen, as long as what is typed is what it was then; else whoever answers to it.</summary>
    private static async Task<Guid> Meant(Store store, IFormCollection form, string field, Problems problems, Dictionary<string, WhoMeant> unclear, CancellationToken stop)
    {
        var typed = form.Filled(field);
        if (typed is not null && typed == form.Filled(field + "Was") && Guid.TryParse(form[field + "Id"], out var chosen) && await store.Lines([chosen], stop) is [var line]) return line.Id;
        var meant = await store.Meant(typed, stop);
        if (meant is [{ IsSure: true, People: [var person, ..] }]) return person.Id;
        if (meant is [{ People.Count: > 0 } several]) unclear[field] = several;
        problems.When(typed is null, field, "Introductions.SayWho").When(typed is not null, field, unclear.ContainsKey(field) ? "Introductions.ChooseWho" : "Introductions.NobodyClear", typed);
        return Guid.Empty;
    }

    /// <summary>What the page begins with.</summary>
    /// <param name="Two">The owner brings two others together.</param>
    /// <param name="Second">Whom the owner wants to meet, or one of two.</param>
    /// <param name="Other">Who is asked, or the other of two.</param>
    /// <param name="Towards">Whom it is to lead on to, by id.</param>
    public sealed record BegunIntroduction(bool Two, PersonLine? Second, PersonLine? Other, string? Towards)
    {
        public string? Purpose { get; init; }

        public string? Blurb { get; init; }

        /// <summary>One of the same two that is under way.</summary>
        public Guid? Already { get; init; }

        /// <summary>The fields in which several people may be meant.</summary>
        public Dictionary<string, WhoMeant> Unclear { get; } = [];
    }
}
