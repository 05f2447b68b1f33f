using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary><c>/settings/security/factor</c>: an app is taught to make codes, and shows that it can.</summary>
public sealed partial class FactorPage
{
    public const string Address = SecurityPage.Address + "/factor";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, async (HttpContext http, Store store, Gate gate, Visit visit, CancellationToken stop) =>
            await store.SecondFactorOf(visit.Guest!.AccountId, stop) is null ? await Show(FactorSecret.Make(visit.Guest.AccountId), null, store, gate, stop) : Entering.GoOn(http, SecurityPage.Address));
        pages.Post(Address, TurnOn);
    }

    private static async Task<IResult> TurnOn(HttpContext http, Store store, Gate gate, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (account, locked) = (visit.Guest!.AccountId, form["secret"].ToString());
        try
        {
            var codes = await store.TurnOnSecondFactor(gate, account, new(locked, form["code"].ToString()), new(form["current"].ToString(), visit.Guest.SessionId, Entering.From(http)), stop);
            return codes.Count > 0 ? Answers.Page<CodesPage>(new { Codes = codes }) : Answers.Done(http, form, SecurityPage.Address, ("said", "Entrance.SaidFactorOn"));
        }
        catch (Mistaken mistaken)
        {
            return await Again(mistaken.Problems);
        }
        catch (TooSoon soon)
        {
            return await Again(soon.At("current"));
        }

        Task<IResult> Again(Problems problems) => Show(FactorSecret.Open(gate.Seals, locked, account) ?? FactorSecret.Make(account), new("factor", form, problems), store, gate, stop);
    }

    private static async Task<IResult> Show(FactorSecret secret, Typed? typed, Store store, Gate gate, CancellationToken stop)
    {
        store.ChangeTracker.Clear();
        var account = await store.AccountOf(secret.AccountId, stop);
        if (account.PasswordHash is null) throw new CannotBeDone("Accounts.FactorNeedsPassword");
        return Answers.Page<FactorPage>(new { Secret = secret, Sealed = secret.Lock(gate.Seals), account.Mail, Typed = typed }, typed);
    }
}
