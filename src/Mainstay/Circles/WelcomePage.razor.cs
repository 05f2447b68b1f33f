using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/welcome</c>: the charter, before one comes in, and how one wants to be shown.</summary>
public sealed partial class WelcomePage
{
    internal const string Path = "/welcome";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        var here = pages.MapGroup(InCircleAttribute.Pattern + Path).WithMetadata(new InCircleAttribute(), new OfAccountAttribute());
        here.Get("", (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        here.Post("", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await store.AgreeToCharter(visit.Guest!.AccountId, Read(form), visit.Clock, stop);
                return Answers.Done(http, form, CirclePlace.Of(store.SpaceId), ("said", "Circles.SaidIn"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, new Typed("profile", form, mistaken.Problems), stop);
            }
        });
        here.Post("/decline", async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.LeaveCircle(visit.Guest!.AccountId, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, CirclesPage.Address, ("said", "Circles.SaidDeclined"));
        });
    }

    private static async Task<IResult> Show(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var (here, guest) = (store.SpaceId, visit.Guest!);
        if (await store.FindSeat(guest.AccountId, stop) is not null) return Answers.Done(http, FormCollection.Empty, CirclePlace.Of(here));
        return Answers.Page<WelcomePage>(new
        {
            Name = await store.Spaces.Where(s => s.Id == here).Select(s => s.Name).SingleAsync(stop),
            Circle = await store.CircleHere(stop),
            Profile = new MemberProfile { Name = guest.Name, TimeZone = await store.HomeZone(guest.AccountId, stop), Capacity = 1 },
            Typed = typed,
        }, typed);
    }

    /// <summary>The fields of <see cref="ProfileFieldsPanel"/>.</summary>
    internal static MemberProfile Read(IFormCollection form) => new()
    {
        Name = form["name"].ToString(), About = form.Filled("about"), Helps = form.Filled("helps"), Seeks = form.Filled("seeks"), Style = form.Filled("style"),
        Capacity = Number(form, "capacity") ?? 0, ClaimsADay = Number(form, "claimsADay") ?? Member.UsualClaimsADay, TimeZone = form.Filled("timeZone"),
        OpensDoors = form.Filled("opensDoors") is not null, IsForEmployer = form.Filled("isForEmployer") is not null,
    };

    /// <summary>A whole number; null when nothing was typed, and one that no rule allows when it is none.</summary>
    internal static int? Number(IFormCollection form, string name) =>
        form.Filled(name) is not { } typed ? null : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
