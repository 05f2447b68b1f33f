using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Needs;

/// <summary>Short words for what most tests of needs begin with.</summary>
internal static class NeedsCast
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Guid> Need(this TestHouse house, SupportKind kind, string topic, int importance = 3) =>
        (await house.Store.AddNeed(new() { Kind = kind, Topic = topic, Importance = importance }, house.Clock, Stop)).Id;

    /// <summary>Ada knows somebody near, of this role, who knows about these topics.</summary>
    public static async Task<Guid> Near(this TestHouse house, string name, string? role = null, params string[] topics)
    {
        var id = await house.Know(name, p => p with { Roles = role is null ? [] : [new(role)], Topics = topics });
        await house.Store.SetLayer(id, Layer.Close, Stop);
        return id;
    }

    /// <summary>Takes a change back, of whatever it was.</summary>
    public static Task<Former> TakeBack(this TestHouse house, Guid change) => house.Again().TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop);

    /// <summary>Takes back what a page says was done, by the form it offers.</summary>
    public static async Task<HttpResponseMessage> TakeBack(this TestSite site, HttpResponseMessage done)
    {
        var page = done.Headers.Location!.ToString();
        var undo = QueryHelpers.ParseQuery(page[page.IndexOf('?', StringComparison.Ordinal)..])["undo"].ToString();
        return await site.Post(page, undo);
    }

    public static async Task<IReadOnlyList<Support>> SupportersOf(this TestHouse house, Guid need)
    {
        var store = house.Again();
        var all = await house.Services.GetRequiredService<SupportersQueries>().Of(store, await store.OpenNeeds(Stop, closed: true), house.Today, Stop);
        return [.. all[need]];
    }
}
