using Mainstay.Needs;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary><c>/who?q=&amp;need=</c>: who can help with something, and why.</summary>
public sealed partial class WhoCanHelpPage
{
    internal static void Map(IEndpointRouteBuilder pages) => pages.Get(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
    {
        var asked = http.Request.Query;
        var question = asked["q"].ToString().Trim();
        var need = asked["need"].ToString() is not { Length: > 0 } which ? null : Guid.TryParse(which, out var id) ? await store.NeedOf(id, stop) : throw new NotFound("Needs.NeedNotThere");
        var answer = question.Length == 0 && need is null ? null : await store.WhoCanHelp(question, need?.Id, WhoCanHelpQueries.Usual, visit.Today, stop);
        return Answers.Page<WhoCanHelpPage>(new { Answer = answer, Need = need });
    });

    private string AskHref(Guid person) => $"/asks/new?to={person}" + (Need is { } need ? $"&need={need.Id}" : "") + $"&what={Uri.EscapeDataString(Short(Answer!.Question))}";

    private static string Short(string question) => question.Length <= MostOfQuestion ? question : question[..(char.IsHighSurrogate(question[MostOfQuestion - 1]) ? MostOfQuestion - 1 : MostOfQuestion)];
}
