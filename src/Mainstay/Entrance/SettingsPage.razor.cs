using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary><c>/settings</c>: what somebody is called, their zone, their language, light or dark.</summary>
public sealed partial class SettingsPage
{
    public const string Address = Places.Settings;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Store store, Visit visit, CancellationToken stop) => Show(http, store, visit, null, stop));
        pages.Post(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await store.ChangeProfile(visit.Guest!.AccountId, Read(form), stop);
                return Answers.Done(http, form, Address, ("said", "Entrance.SaidKept"));
            }
            catch (Mistaken mistaken)
            {
                return await Show(http, store, visit, new Typed("you", form, mistaken.Problems), stop);
            }
        });
    }

    private static async Task<IResult> Show(HttpContext http, Store store, Visit visit, Typed? typed, CancellationToken stop) => Answers.Page<SettingsPage>(new
    {
        Account = await store.AccountOf(visit.Guest!.AccountId, stop),
        TimeZone = await store.HomeZone(visit.Guest.AccountId, stop),
        Said = Said.From(http.Request.Query),
        Typed = typed,
    }, typed);

    private static NewProfile Read(IFormCollection form) =>
        new(form["name"].ToString(), form["timeZone"].ToString(), form["locale"].ToString(), Enum.TryParse<Theme>(form["theme"], out var theme) ? theme : Theme.System);
}
