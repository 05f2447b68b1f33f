using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Board;

/// <summary><c>/board</c>: seats by function, who sits there, what is missing, and what was advised.</summary>
public sealed partial class BoardPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, BoardQueries board, Visit visit, CancellationToken stop) =>
            Answers.Page<BoardPage>(new { Board = await board.Board(store, visit.Today, stop), Advice = await store.AllAdvice(stop), Said = Said.From(http.Request.Query) }));
        pages.Get("/board/talks/{person:guid}", async (HttpContext http, Guid person, Store store, BriefQueries briefs, Visit visit, CancellationToken stop) =>
            Answers.Page<BriefPage>(new { Brief = await briefs.Brief(store, person, visit.Today, stop) }));
    }
}
