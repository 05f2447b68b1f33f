using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary><c>/settings/data/erase</c>: what goes with an account and what stays, and the one button that cannot be taken back.</summary>
public sealed partial class ErasePage
{
    public const string Address = DataPage.Address + "/erase";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (Store store, Visit visit, CancellationToken stop) => Show(store, visit, null, stop));
        pages.Post(Address, Erase);
    }

    private static async Task<IResult> Erase(HttpContext http, Store store, Visit visit, Gate gate, SessionCookie cookie, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var proof = new Proof(form["current"].ToString(), visit.Guest!.SessionId, Entering.From(http));
        try
        {
            await store.EraseOwnAccount(gate, visit.Guest.AccountId, new(form["mail"].ToString(), proof), http.RequestServices.GetRequiredService<Leaving>(), stop);
        }
        catch (Mistaken mistaken)
        {
            return await Show(store, visit, new("erase", form, mistaken.Problems), stop);
        }
        catch (TooSoon soon)
        {
            return await Show(store, visit, new("erase", form, soon.At("current")), stop);
        }
        cookie.Clear(http);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Answers.Page<ErasedPage>(new { });
    }

    private static async Task<IResult> Show(Store store, Visit visit, Typed? typed, CancellationToken stop)
    {
        store.ChangeTracker.Clear();
        return Answers.Page<ErasePage>(new { Going = await store.PreviewErasure(visit.Guest!.AccountId, stop), Typed = typed }, typed);
    }
}
