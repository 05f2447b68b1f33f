using Mainstay.Introductions;
using Mainstay.Organizations;
using Mainstay.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Introductions;

/// <summary>Short words for what most tests of introductions begin with.</summary>
internal static class IntroductionsCast
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Ada says that somebody knows another.</summary>
    public static Task Knows(this TestHouse house, Guid person, Guid other, double? strength = null) =>
        house.Store.SayKnow(new() { PersonId = person, Others = [other], Strength = strength }, house.Today, Stop);

    /// <summary>Somebody is or was at a place.</summary>
    public static Task Place(this TestHouse house, Guid person, string organization, string? since, string? until) =>
        house.Store.SetAffiliations(person, [new(organization, null, null, since, until)], house.Clock, Stop);

    public static Task<WhoKnowsWhom> WhoKnowsWhom(this TestHouse house, Store? store = null) =>
        house.Services.GetRequiredService<AcquaintanceQueries>().All(store ?? house.Again(), house.Today, Stop);

    /// <summary>How Ada could reach somebody.</summary>
    public static async Task<PathAnswer> PathsTo(this TestHouse house, string to)
    {
        var store = house.Again();
        return await house.Services.GetRequiredService<PathQueries>().To(store, await store.Target(to, Stop), house.Today, Stop);
    }

    /// <summary>The names on each path, the best first.</summary>
    public static string[] Chains(this PathAnswer answer) => [.. answer.Paths.Select(p => string.Join(" > ", p.Steps.Select(s => answer.Names[s.To])))];
}
