using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>What the owner does about the witness, on the page of the commitment.</summary>
internal static class CommitmentWitnessPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        CommitmentPage.Turn(pages, "/witness", "witness", "Accountability.SaidNamed", async (store, visit, id, form, stop) => await store.ChooseWitness(id, await FavoursPage.Meant(store, form, stop), visit.Clock, stop));
        CommitmentPage.Turn(pages, "/witness/answer", "witness", "Accountability.SaidNoted", (store, visit, id, form, stop) => store.SayWitnessAnswer(id, form["answer"] == "yes", visit.Today, visit.Clock, stop));
        CommitmentPage.Turn(pages, "/witness/release", "witness", "Accountability.SaidReleased", (store, visit, id, _, stop) => store.ReleaseWitness(id, visit.Today, visit.Clock, stop));
        pages.Post(CommitmentPage.Here + "/witness/link", Ready);
        pages.Post(CommitmentPage.Here + "/witness/send", Send);
    }

    /// <summary>Makes a link and shows it in the message this once: only its hash is kept.</summary>
    private static async Task<IResult> Ready(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var message = (await http.Request.ReadFormAsync(stop)).Filled("message")?.ReplaceLineEndings("\n");
        var secret = await store.MakeWitnessLink(id, visit.Today, visit.Clock, stop);
        return await CommitmentPage.Show(http, id, new(null, ByLink.Of(Reached.From(http), secret), message), stop);
    }

    private static async Task<IResult> Send(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var message = form.Filled("message")?.ReplaceLineEndings("\n") ?? await WitnessPanel.Draft(store, await store.CommitmentOf(id, stop), visit.Today, stop);
            await store.SendToWitness(id, message, new(http.RequestServices.GetRequiredService<Settings>(), visit.Today, visit.Clock, form.Once()), stop);
            return Answers.Done(http, FormCollection.Empty, CommitmentWords.Href(id), ("said", "Accountability.SaidSent"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await CommitmentPage.Show(http, id, new(new("witness", form, mistaken.Problems)), stop);
        }
    }
}
