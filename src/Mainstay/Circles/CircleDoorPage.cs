using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>How pages in a circle are asked for: whoever has not agreed to its charter yet is led there first.</summary>
internal static class CircleDoorPage
{
    /// <summary>A request in a circle.</summary>
    public sealed record Call(HttpContext Http, Store Store, Visit Visit, CircleSeat Seat, CirclePlace Place, IFormCollection Form)
    {
        public Guid Me => Seat.Id;

        public DateOnly Today => Visit.Today;

        public TimeProvider Clock => Visit.Clock;

        public CancellationToken Stop => Http.RequestAborted;

        public string? Asked(string name) => Texts.Filled(Http.Request.Query[name]);

        public Said? Said => Web.Said.From(Http.Request.Query);

        public Guid Id(string name = "id") => Guid.Parse((string)Http.Request.RouteValues[name]!);

        public T Service<T>() where T : notnull => Http.RequestServices.GetRequiredService<T>();

        /// <summary>The form was done; on to another page of the circle.</summary>
        public IResult Done(string path, string? said = null) => Answers.Done(Http, Form, Place.Href + path, [.. said is null ? Array.Empty<(string, string)>() : [("said", said)]]);
    }

    public static IEndpointConventionBuilder Get(IEndpointRouteBuilder pages, string path, Func<Call, Task<IResult>> work) =>
        pages.Get(InCircleAttribute.Pattern + path, (HttpContext http, CancellationToken _) => Answer(http, work)).WithMetadata(new InCircleAttribute());

    public static IEndpointConventionBuilder Post(IEndpointRouteBuilder pages, string path, Func<Call, Task<IResult>> work) =>
        pages.Post(InCircleAttribute.Pattern + path, (HttpContext http, CancellationToken _) => Answer(http, work)).WithMetadata(new InCircleAttribute());

    /// <summary>A form that comes back with what was wrong when it was mistaken.</summary>
    /// <param name="pages">Where it is mapped.</param>
    /// <param name="path">After the circle's address.</param>
    /// <param name="name">Which form of its page it is.</param>
    /// <param name="work">What it does.</param>
    /// <param name="show">The page it stands on.</param>
    public static IEndpointConventionBuilder Post(IEndpointRouteBuilder pages, string path, string name, Func<Call, Task<IResult>> work, Func<Call, Typed, Task<IResult>> show) => Post(pages, path, async call =>
    {
        try
        {
            return await work(call);
        }
        catch (Mistaken mistaken)
        {
            call.Store.ChangeTracker.Clear();
            return await show(call, new(name, call.Form, mistaken.Problems));
        }
    });

    private static async Task<IResult> Answer(HttpContext http, Func<Call, Task<IResult>> work)
    {
        var (store, visit, stop) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>(), http.RequestAborted);
        var form = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType ? await http.Request.ReadFormAsync(stop) : FormCollection.Empty;
        if (await store.FindSeat(visit.Guest!.AccountId, stop) is not { } seat)
        {
            http.Response.Headers.Location = CirclePlace.Of(store.SpaceId) + WelcomePage.Path;
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        if (seat.Me.LastSeenOn != visit.Today) await store.SeeMember(seat.Id, visit.Today, stop);
        return await work(new(http, store, visit, seat, await store.PlaceOf(seat, stop), form));
    }

    /// <summary>The circle that is looked at, for who looks.</summary>
    public static async Task<CirclePlace> PlaceOf(this Store store, CircleSeat seat, CancellationToken stop)
    {
        var here = store.SpaceId;
        return new(here, await store.Spaces.Where(s => s.Id == here).Select(s => s.Name).SingleAsync(stop), seat.Id, seat.Role >= SpaceRole.Member, seat.Hosts, seat.Owns);
    }
}
