using Mainstay.Introductions;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Tests.Rhythm;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Introductions;

/// <summary>Short words for what most tests of introductions begin with.</summary>
internal static class IntroductionsCast
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Ada says that somebody knows another.</summary>
    public static Task Knows(this TestHouse house, Guid person, Guid other, double? strength = null) =>
        house.Store.SayKnow(new() { PersonId = person, Others = [other], Strength = strength }, house.Today, Stop);

    /// <summary>Alan said yes to an introduction that Ada asked Grace for, and nobody has written.</summary>
    public static async Task<Guid> Opened(this TestHouse house, string? contact = null)
    {
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        await house.Again().PassOn(it.Id, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it.Id, Side.Second, new(Consent.Yes, Contact: contact), house.Today, house.Clock, Stop);
        return it.Id;
    }

    /// <summary>Somebody is or was at a place.</summary>
    public static Task Place(this TestHouse house, Guid person, string organization, string? since, string? until) =>
        house.Store.SetAffiliations(person, [new(organization, null, null, since, until)], house.Clock, Stop);

    public static Task<WhoKnowsWhom> WhoKnowsWhom(this TestHouse house, Store? store = null) =>
        house.Services.GetRequiredService<AcquaintanceQueries>().All(store ?? house.Again(), house.Today, Stop);

    /// <summary>How Ada could reach somebody.</summary>
    public static async Task<PathAnswer> PathsTo(this TestHouse house, string to)
    {
        var store = house.Again();
        var paths = house.Services.GetRequiredService<PathQueries>();
        return await paths.To(store, await paths.Target(store, to, Stop), house.Today, Stop);
    }

    /// <summary>The names on each path, the best first.</summary>
    public static string[] Chains(this PathAnswer answer) => [.. answer.Paths.Select(p => string.Join(" > ", p.Steps.Select(s => answer.Names[s.To])))];
}
