using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Web;
using Mainstay.Words;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/charter</c>: what is agreed on, who hosts, and how one leaves.</summary>
public sealed partial class CharterPage
{
    internal const string Path = "/charter", Copy = "/copy", Ending = "end";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, call => Show(call, null));
        Post(pages, Path, "circle", async call =>
        {
            await call.Store.ChangeCircle(call.Me, Read(call.Form, new()), call.Clock, call.Stop);
            return call.Done(Path, "Circles.SaidKept");
        }, Show).WithMetadata(new HostsOnlyAttribute());
        Post(pages, "/leave", async call =>
        {
            await call.Store.LeaveCircle(call.Me, call.Clock, call.Stop);
            return Answers.Done(call.Http, call.Form, CirclesPage.Address, ("said", "Circles.SaidLeft"));
        }).WithMetadata(new OfAccountAttribute());
        Post(pages, Copy, async call => Results.File(JsonSerializer.SerializeToUtf8Bytes(await call.Store.CopyCircle(call.Me, call.Today, call.Clock, call.Stop), Json.Options), "application/json", CircleCopy.FileName)).WithMetadata(new OwnersOnlyAttribute());
        Post(pages, "/dissolve", Ending, async call =>
        {
            await call.Store.DissolveCircle(call.Me, call.Form["name"], call.Service<Leaving>().Spaces, call.Stop);
            return Answers.Done(call.Http, FormCollection.Empty, CirclesPage.Address, ("said", "Circles.SaidDissolved"));
        }, Show).WithMetadata(new OwnersOnlyAttribute());
    }

    private static async Task<IResult> Show(Call call, Typed? typed) => Answers.Page<CharterPage>(new
    {
        call.Place,
        Circle = await call.Store.CircleHere(call.Stop),
        Zone = call.Visit.Owner.Zone.Id,
        Hosts = await call.Store.HostsHere(call.Stop),
        Unseen = await call.Store.Unseen(call.Seat, call.Stop),
        call.Said,
        Typed = typed,
    }, typed);

    /// <summary>The fields of <see cref="CharterFieldsPanel"/>.</summary>
    internal static NewCircle Read(IFormCollection form, Problems problems)
    {
        var read = new NewCircle
        {
            Name = form["name"].ToString(), Purpose = form["purpose"].ToString(), Charter = form["charter"].ToString(), TimeZone = form.Filled("timeZone"),
            AsksADay = WelcomePage.Number(form, "asksADay"), RepliesADay = WelcomePage.Number(form, "repliesADay"),
        };
        Mistaken.ThrowIf(problems);
        return read;
    }
}
