using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Entrance;

/// <summary><c>/sign-in/link?key=</c>: signs in once, by a link that was made at the machine. Looking at it does not use it up: what previews links may look too.</summary>
public sealed partial class LinkPage
{
    public const string Address = "/sign-in/link";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, [Unattended] (string? key, Store store, TimeProvider clock, CancellationToken stop) => Show(key ?? "", null, store, clock, stop));
        pages.Post(Address, [Unattended] (HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop) => SignIn(http, store, identity, clock, stop));
    }

    private static async Task<IResult> Show(string key, Typed? typed, Store store, TimeProvider clock, CancellationToken stop)
    {
        var account = await store.AccountOfLink(key, clock, stop);
        return Answers.Page<LinkPage>(new { Key = key, account.Name, account.Mail, NeedsPassword = account.PasswordHash is null, Typed = typed }, typed);
    }

    private static async Task<IResult> SignIn(HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var key = form["key"].ToString();
        try
        {
            var password = form["password"].ToString();
            return await Entering.SignIn(http, await store.SignInByLink(identity, key, password.Length > 0 ? password : null, clock, stop), FormCollection.Empty);
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(key, new Typed("link", form, mistaken.Problems), store, clock, stop);
        }
    }
}
