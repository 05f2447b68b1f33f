using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Entrance;

/// <summary><c>/sign-in/provider</c>: to a sign-in provider, and back. Only a form of ours begins it, so that no other site signs anybody in as somebody.</summary>
public sealed partial class ProviderPage
{
    public const string Address = SignInPage.Address + "/provider", Again = Address + "/again";

    private const string Return = Address + "/return";

    /// <summary>What is longer does not go into a cookie.</summary>
    private const int LongestWay = 1_000;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Post(Address, [Unattended] (HttpContext http, CancellationToken stop) => Begin(new(http), form => Task.FromResult<Guid?>(null), stop));
        pages.Post(SecurityPage.Elsewhere, [OfAccount] (HttpContext http, CancellationToken stop) => Connect(http, stop));
        pages.Get(Return, [Unattended(Greets = true)] (HttpContext http, CancellationToken stop) => Finish(new(http), stop));
        pages.Post(Again, [Unattended(Greets = true), OfAccount, ReadsItself] (HttpContext http, CancellationToken stop) => Resume(http, stop));
    }

    /// <summary>On to the provider. The browser goes by itself from a page of ours: led there by the answer to a form, it would stop, for our forms lead to nobody else.</summary>
    private static async Task<IResult> Begin(Asked at, Func<IFormCollection, Task<Guid?>> whose, CancellationToken stop)
    {
        var form = await at.Http.Request.ReadFormAsync(stop);
        var begun = Begun.Now($"{at.Http.Request.Scheme}://{at.Http.Request.Host}{Return}", at.Now) with { Invitation = form.Filled("invitation"), Next = Way(form, "next"), Back = Way(form, "back") };
        try
        {
            at.Limit.CountProvider(Entering.From(at.Http));
            begun = begun with { AccountId = await whose(form) };
            var address = await at.Provider.Ask(begun, stop);
            at.Cookie.Write(at.Http, begun);
            at.Http.Response.Headers["Refresh"] = "0;url=" + address;
            return Answers.Page<OnwardPage>(new { Provider = at.Provider.Name, Address = address });
        }
        catch (Refusal refusal) when (refusal is not Mistaken)
        {
            return Failed(at, begun, refusal);
        }
    }

    /// <summary>The same for who is signed in and wants to be let in by the provider from now on; they prove first that it is them.</summary>
    private static async Task<IResult> Connect(HttpContext http, CancellationToken stop)
    {
        var at = new Asked(http);
        try
        {
            return await Begin(at, async form =>
            {
                await at.Store.Prove(at.Identity, at.Visit.Guest!.AccountId, new(form["current"].ToString(), at.Visit.Guest.SessionId, Entering.From(http)), at.Visit.Clock, stop);
                return at.Visit.Guest.AccountId;
            }, stop);
        }
        catch (Mistaken mistaken)
        {
            return await SecurityPage.Again(http, new("provider", await http.Request.ReadFormAsync(stop), mistaken.Problems), stop);
        }
    }

    /// <summary>Back from the provider.</summary>
    private static async Task<IResult> Finish(Asked at, CancellationToken stop)
    {
        var query = at.Http.Request.Query;
        if (at.Cookie.Take(at.Http, query["state"].ToString()) is not { } begun) return Failed(at, null, new ProviderRefused("Entrance.ProviderStateOver", at.Provider.Name));
        try
        {
            var tried = new SignInTry("provider " + Entering.From(at.Http), "", Entering.From(at.Http));
            await at.Store.CountTry(tried, at.Visit.Clock, stop);
            var proved = await at.Provider.Proved(begun, new(Texts.Filled(query["code"]), Texts.Filled(query["iss"]), Texts.Filled(query["error"])), stop);
            await at.Store.ForgetTries(tried, stop);
            if (begun.AccountId is { } account) return await FinishConnecting(at, account, proved, stop);
            return await SignIn(at, begun, proved, stop) ?? (begun.Invitation is null ? throw await NotKnown(at, proved, stop) : await Join(at, begun, proved, stop));
        }
        catch (Refusal refusal)
        {
            return Failed(at, begun, refusal);
        }
    }

    private static async Task<IResult> FinishConnecting(Asked at, Guid account, ProvedElsewhere proved, CancellationToken stop)
    {
        if (at.Visit.Guest?.AccountId != account) throw new ProviderRefused("Entrance.ProviderOtherSignIn", at.Provider.Name);
        await at.Store.Connect(account, proved, at.Visit.Clock, stop);
        return Answers.Done(at.Http, FormCollection.Empty, SecurityPage.Address, ("said", "Entrance.SaidConnected"));
    }

    /// <summary>Who is known is in, or asked for their code; null when nobody here is connected with them. With an invitation they come back to it.</summary>
    private static async Task<IResult?> SignIn(Asked at, Begun begun, ProvedElsewhere proved, CancellationToken stop)
    {
        if (await at.Store.SignInByProvider(proved, at.Visit.Clock, stop) is not { } entry) return null;
        var next = begun.Invitation is null ? begun.Next : begun.Back;
        return entry.Halfway is { } half ? CodePage.Ask(at.Http, half, next) : await Entering.SignIn(at.Http, entry.Account, new FormCollection(new() { ["next"] = next }));
    }

    private static async Task<ProviderRefused> NotKnown(Asked at, ProvedElsewhere proved, CancellationToken stop)
    {
        var why = await at.Store.WhyNotConnected(proved, at.Provider.Name, stop);
        return new(why.Key, [.. why.Inputs]);
    }

    /// <summary>Makes the account of who was invited, with what the provider says of them, and without a password.</summary>
    private static async Task<IResult> Join(Asked at, Begun begun, ProvedElsewhere proved, CancellationToken stop)
    {
        if (proved.Mail is not { } mail || !proved.IsMailVerified) throw new ProviderRefused("Entrance.ProviderMail", at.Provider.Name);
        var zone = proved.TimeZone is { } said && TimeZoneInfo.TryFindSystemTimeZoneById(said, out _) ? said : null;
        var details = new NewAccount { Name = Texts.Shortened(proved.Name ?? mail.Split('@')[0], Account.LongestName - 1), Mail = mail, TimeZone = zone, Locale = CultureInfo.CurrentUICulture.Name, By = proved };
        try
        {
            var (account, into) = await at.Store.Join(at.Identity, begun.Invitation!, details, at.Visit.Clock, stop);
            return await Entering.SignIn(at.Http, account, FormCollection.Empty, into);
        }
        catch (Mistaken taken) when (taken.Problems.Of("mail")?.Key == "Accounts.MailTaken")
        {
            throw new ProviderRefused("Accounts.ConnectFirst", at.Provider.Name);
        }
    }

    /// <summary>Who was signed in beside the page that keeps what they typed finds it again.</summary>
    private static async Task<IResult> Resume(HttpContext http, CancellationToken stop)
    {
        var (at, form) = (new Asked(http), await http.Request.ReadFormAsync(stop));
        return at.Visit.Guest is not null ? ResumePage.Of(http, form) ?? Entering.GoOn(http, null) : SignInPage.Again(http, form, new Problems().When(true, "kept", "Entrance.NotBackYet"), StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Failed(Asked at, Begun? begun, Refusal refusal)
    {
        if (refusal is TooSoon soon) at.Http.Response.Headers.RetryAfter = soon.Seconds.ToString(CultureInfo.InvariantCulture);
        at.Store.ChangeTracker.Clear();
        var reason = refusal is Mistaken mistaken ? mistaken.Problems.First().Sentence : refusal.Reason;
        return Answers.Page<ProviderPage>(new { Provider = at.Provider.Name, Reason = reason, Back = BackFrom(begun) }, refusal.Status);
    }

    /// <summary>To where it was begun, and from there to what they wanted.</summary>
    private static string BackFrom(Begun? begun) => begun switch
    {
        { Back: { } page } => page,
        { AccountId: not null } => SecurityPage.Address,
        { Next: { } next } => QueryHelpers.AddQueryString(SignInPage.Address, "next", next),
        _ => SignInPage.Address,
    };

    /// <summary>A page of ours; nothing where another was asked for.</summary>
    private static string? Way(IFormCollection form, string name) => form.Filled(name) is { Length: <= LongestWay } way && Answers.IsOurs(way) ? way : null;

    /// <summary>What is asked, and with what it is answered.</summary>
    private sealed class Asked(HttpContext http)
    {
        public HttpContext Http => http;

        public Visit Visit => Of<Visit>();

        public Store Store => Of<Store>();

        public Provider Provider => Of<Provider>();

        public BegunCookie Cookie => Of<BegunCookie>();

        public LinkLimit Limit => Of<LinkLimit>();

        public UserManager<Account> Identity => Of<UserManager<Account>>();

        public DateTime Now => Visit.Clock.GetUtcNow().UtcDateTime;

        private T Of<T>() where T : notnull => http.RequestServices.GetRequiredService<T>();
    }
}
