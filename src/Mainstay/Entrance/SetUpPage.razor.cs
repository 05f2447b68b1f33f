using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Entrance;

/// <summary><c>/setup?key=</c>: the first account is made, by the link that the server printed.</summary>
public sealed partial class SetUpPage
{
    public const string Address = "/setup";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, [Unattended] async (string? key, Store store, TimeProvider clock, CancellationToken stop) =>
        {
            await store.CheckSetUpKey(key ?? "", clock, stop);
            return Answers.Page<SetUpPage>(new { Key = key, TimeZone = ZoneOf(clock) });
        });
        pages.Post(Address, [Unattended] (HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop) => SetUp(http, store, identity, clock, stop));
        pages.Post(Address + FirstPasskey.Ask, [Unattended] async (HttpContext http, Store store, TimeProvider clock, CancellationToken stop) =>
        {
            await store.CheckSetUpKey((await http.Request.ReadFormAsync(stop))["key"].ToString(), clock, stop);
            return await FirstPasskey.Asked(http, stop);
        });
        pages.Post(Address + FirstPasskey.Make, [Unattended] (HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop) => SetUp(http, store, identity, clock, stop));
    }

    private static async Task<IResult> SetUp(HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var key = form["key"].ToString();
        try
        {
            await store.CheckSetUpKey(key, clock, stop); // first of all, so that nobody learns the rules without it
            return await Entering.SignIn(http, await store.SetUp(identity, key, await FirstPasskey.Account(http, form), clock, stop), FormCollection.Empty);
        }
        catch (Mistaken mistaken)
        {
            var typed = new Typed("set-up", form, mistaken.Problems);
            return Answers.Page<SetUpPage>(new { Key = key, TimeZone = ZoneOf(clock), Typed = typed }, typed);
        }
    }

    private static string ZoneOf(TimeProvider clock) => clock.LocalTimeZone.HasIanaId ? clock.LocalTimeZone.Id : "UTC";
}
