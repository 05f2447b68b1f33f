using System.Globalization;
using System.Text;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Cards;

/// <summary><c>/card/{secret}</c>: a card as those see it who were given its address, and <c>/card/{secret}.vcf</c>, the same for their address book. Nobody signs in, and nothing is kept of who looked.</summary>
public sealed partial class ShownCardPage
{
    private const string Address = "/card";

    /// <summary>As for every page, and no script, no form and no connection on top: what stands here was typed by somebody.</summary>
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The address that is given to others.</summary>
    public static string Of(string at, string secret) => $"{at}{Address}/{secret}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.GetOrHead(Address + "/{secret}", [Unattended] (HttpContext http, string secret, CancellationToken stop) => Open(http, secret, (card, until) =>
            Answers.Page<ShownCardPage>(new { Text = card.Shown(), At = $"{Address}/{secret}", Until = until }), stop));
        pages.GetOrHead(Address + "/{secret}.vcf", [Unattended] (HttpContext http, string secret, CancellationToken stop) => Open(http, secret, (card, _) =>
            Results.File(Encoding.UTF8.GetBytes(CardVCard.Of(card.Shown(), CardWords.Notes(card.Shown()))), "text/vcard; charset=utf-8", CardVCard.FileName(card.Shown())), stop));
    }

    private static async Task<IResult> Open(HttpContext http, string secret, Func<Card, DateOnly, IResult> show, CancellationToken stop)
    {
        KeepQuiet(http);
        try
        {
            http.RequestServices.GetRequiredService<LinkLimit>().CountInHall(secret, Entering.From(http));
            var (card, until) = await Find(http.RequestServices, secret, stop);
            return show(card, until);
        }
        catch (Refusal refusal)
        {
            if (refusal is TooSoon soon) http.Response.Headers.RetryAfter = soon.Seconds.ToString(CultureInfo.InvariantCulture);
            return Answers.Page<LinkOverPage>(new { Reason = refusal switch { Gone => new("Cards.IsGone"), NotFound => new("Cards.NothingHere"), _ => refusal.Reason } }, refusal.Status);
        }
    }

    private static async Task<(Card Card, DateOnly Until)> Find(IServiceProvider services, string secret, CancellationToken stop)
    {
        var (store, clock) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>());
        var opened = await store.OpenLink(secret, clock, stop);
        if (opened.Link.Purpose != CardActions.Purpose || !await store.IsOfItsOwner(opened.Link, stop)) throw new NotFound("Cards.NothingHere");
        var card = await store.Cards.AsNoTracking().FirstOrDefaultAsync(c => c.Id == opened.Link.SubjectId, stop) ?? throw new NotFound("Cards.NothingHere");
        return (card, opened.Owner.DayAt(new(opened.Link.ExpiresAt, TimeSpan.Zero)));
    }

    /// <summary>No search engine keeps it, and no other page is told of its address.</summary>
    private static void KeepQuiet(HttpContext http)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.ContentSecurityPolicy = Policy;
    }
}
