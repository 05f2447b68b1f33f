using System.Globalization;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary><c>/board/seats/{id}</c>: one seat, who has it or might, and what was agreed. <c>/board/seats/new</c>: one more.</summary>
public sealed partial class SeatPage
{
    private const string Address = "/board/seats/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/board/seats/new", async (HttpContext http, Store store, CancellationToken stop) => Answers.Page<NewSeatPage>(new { Name = (await Chosen(store, http.Request.Query["who"], stop))?.Name }));
        pages.Post("/board/seats", Add);
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        pages.Post(Address + "/edit", Form("seat", async (http, store, visit, id, form, stop) =>
        {
            await store.ChangeSeat(id, await Read(store, form, stop), visit.Today, stop);
            return Answers.Done(http, FormCollection.Empty, $"/board/seats/{id}", ("said", "Board.SaidKept"));
        }));
        pages.Post(Address + "/ask", Form("ask", async (http, store, visit, id, form, stop) =>
        {
            var ask = await store.AskForSeat(id, await ReadAsk(store, form, stop), visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/asks/{ask.Id}");
        }));
        pages.Post(Address + "/free", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, $"/board/seats/{id}", ("said", "Board.SaidFree"), ChangesPage.Undo(await store.FreeSeat(id, visit.Clock, stop))));
        pages.Post(Address + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, BoardPage.Address, ("said", "Board.SaidRemoved"), ChangesPage.Undo(await store.RemoveSeat(id, visit.Clock, stop))));
        pages.Post(Address + "/later", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.QuietSeat(id, Later(form, visit.Today), stop);
            return Answers.Done(http, form, "/", ("said", "Board.SaidLater"));
        });
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var seat = await store.AddSeat(await Read(store, form, stop), visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/board/seats/{seat.Id}");
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var typed = new Typed("seat", form, mistaken.Problems);
            return Answers.Page<NewSeatPage>(new { Typed = typed }, typed);
        }
    }

    private static Delegate Form(string name, Func<HttpContext, Store, Visit, Guid, IFormCollection, CancellationToken, Task<IResult>> act) => async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            return await act(http, store, visit, id, form, stop);
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new(name, form, mistaken.Problems), stop);
        }
        catch (AskedAlready already)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new(name, form, new Problems { { "who", already.Reason.Key, [.. already.Reason.Inputs] } }), stop);
        }
    };

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.SeatOf(id, stop);
        var isFree = line.StateOn(visit.Today) is SeatState.Empty or SeatState.Declined;
        var board = isFree ? await http.RequestServices.GetRequiredService<BoardQueries>().Board(store, visit.Today, stop) : null;
        return Answers.Page<SeatPage>(new
        {
            Line = line,
            visit.Today,
            Advice = line.MeantOn(visit.Today) is { } person ? await store.AllAdvice(stop, person.Id) : [],
            Thoughts = board?.Thoughts[line.Seat.Function] ?? [],
            Needs = await store.OpenNeeds(stop),
            Ask = await Chosen(store, http.Request.Query["ask"], stop),
            Typed = typed,
            Said = Said.From(http.Request.Query),
        }, typed);
    }

    /// <summary>Today is to be silent so long; a week when that cannot be read.</summary>
    internal static DateOnly Later(IFormCollection form, DateOnly today) => today.AddDays(int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, 1, 365) : 7);

    /// <summary>The person whose id stands in the address, if they are there.</summary>
    internal static async Task<PersonLine?> Chosen(Store store, string? id, CancellationToken stop) => Guid.TryParse(id, out var chosen) && await store.Lines([chosen], stop) is [var person] ? person : null;

    private static async Task<NewSeat> Read(Store store, IFormCollection form, CancellationToken stop)
    {
        var problems = new Problems();
        var seat = new NewSeat
        {
            Id = form.Once(),
            Function = Enum.TryParse<SeatFunction>(form["function"], true, out var function) ? function : (SeatFunction)(-1),
            Topic = form.Filled("topic"),
            PersonId = form.Filled("who") is null ? null : await FavoursPage.Meant(store, form, stop),
            Since = form.Day("since", problems),
            Until = form.Day("until", problems),
            Scope = form.Filled("scope"),
            TimesAYear = Times(form, problems),
            Gives = form.Filled("gives"),
        };
        Mistaken.ThrowIf(problems);
        return seat;
    }

    private static async Task<SeatAsk> ReadAsk(Store store, IFormCollection form, CancellationToken stop)
    {
        var problems = new Problems();
        var ask = new SeatAsk(await FavoursPage.Meant(store, form, stop))
        {
            Id = form.Once(),
            Scope = form.Filled("scope"),
            TimesAYear = Times(form, problems),
            Until = form.Day("until", problems),
            Gives = form.Filled("inReturn"),
            AnswerBy = form.Day("answerBy", problems),
            NeedId = Guid.TryParse(form["need"], out var need) ? need : null,
        };
        Mistaken.ThrowIf(problems);
        return ask;
    }

    private static int? Times(IFormCollection form, Problems problems)
    {
        if (form.Filled("timesAYear") is not { } typed) return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var times)) return times;
        problems.Add("timesAYear", "Board.OddTimes", NewSeat.MostTimes);
        return null;
    }
}
