using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary><c>/challenges</c>: the hard times one is in, and the beginning of one.</summary>
public sealed partial class ChallengesPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        pages.Post(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var row = await store.BeginChallenge(Read(form) with { Id = form.Once() }, visit.Today, visit.Clock, stop);
                return Answers.Done(http, FormCollection.Empty, ChallengePage.Href(row.Id));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, new("challenge", form, mistaken.Problems), stop);
            }
        });
    }

    /// <summary>The fields of <see cref="ChallengeFieldsPanel"/>.</summary>
    internal static NewChallenge Read(IFormCollection form)
    {
        var problems = new Problems();
        var read = new NewChallenge(form.Filled("name") ?? "", form.Filled("topic"), form.Day("endsOn", problems));
        Mistaken.ThrowIf(problems);
        return read;
    }

    private static async Task<IResult> Show(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        return Answers.Page<ChallengesPage>(new { IsThanksDue = await store.IsThanksDue(stop), Challenges = await store.AllChallenges(stop), visit.Today, Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }
}
