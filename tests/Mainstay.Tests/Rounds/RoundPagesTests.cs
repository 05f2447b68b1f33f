using System.Net;
using Mainstay.Rounds;
using Mainstay.Tests.Circles;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rounds;

/// <summary>A round from the web: announced, signed up for, drafted, published and answered; and nothing of it seen from outside.</summary>
public class RoundPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_round_is_announced_drafted_published_and_answered(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org", profile: new() { Name = "Grace Hopper", Seeks = "pricing" }), await ring.Join("Alan Turing", "alan@example.org", profile: new() { Name = "Alan Turing", Helps = "pricing", Capacity = 2 }));
        await using var graces = await site.As(grace);
        await using var alans = await site.As(alan);
        await using var bob = await site.As(await house.BobsAccount());

        using var announced = await site.Post(ring.Href + "/rounds/new", ring.Href + "/rounds", ("kind", "Mentoring"), ("title", "Summer"), ("signUpUntil", "2026-05-15"), ("offerDays", "3"));
        var round = At(announced);
        var asked = await graces.Page(round + "/sign-up");
        (await graces.Post(round + "/sign-up", round + "/sign-up", ("side", "Mentee"), ("wants", "pricing"))).Dispose();
        using var half = await alans.Post(round + "/sign-up", round + "/sign-up", ("offers", "pricing"));
        (await alans.Post(round + "/sign-up", round + "/sign-up", ("side", "Mentor"), ("offers", "pricing"), ("places", "2"), ("avoid", ring.Ada.Id.ToString()))).Dispose();
        var (forHosts, hers, his) = (await site.Page(round), await graces.Page(round), await alans.Page(round + "/sign-up"));
        (await site.Post(round + "/draft", round + "/draft", ("mode", "Assign"), ("aim", "Everyone"), ("criterion", "wants"), ("weight", "70"))).Dispose();
        var draft = await site.Page(round + "/draft");
        using var membersDraft = await graces.Browser.GetAsync(round + "/draft", Stop);
        (await site.Post(round + "/draft", round + "/publish")).Dispose();
        var (waits, offer) = (await graces.Page(round), await alans.Page(round));
        var pair = await ring.Store.RoundPairs.Select(p => p.Id).SingleAsync(Stop);
        (await alans.Post(round, $"{round}/pairs/{pair}/answer", ("accept", "yes"))).Dispose();
        var together = await graces.Page(round);
        (await graces.Post(round, $"{round}/pairs/{pair}/fit", ("fit", "Deciding"))).Dispose();
        var (afterHers, afterHis) = (await graces.Page(round), await alans.Page(round));

        Assert.Contains(">pricing</textarea>", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        Assert.Contains("can help with: pricing", forHosts, StringComparison.Ordinal);
        Assert.DoesNotContain("Alan", hers, StringComparison.Ordinal);
        Assert.Contains($"value=\"{ring.Ada.Id}\" checked", his, StringComparison.Ordinal);
        Assert.DoesNotContain("\" checked><span>", await site.Page(round + "/sign-up"), StringComparison.Ordinal); // what he avoids nobody else sees
        Assert.Contains("value=\"70\"", draft, StringComparison.Ordinal);
        Assert.Contains("Publish and send 1 offer", draft, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, membersDraft.StatusCode);
        Assert.Contains("Somebody is being asked for you", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("Alan", waits, StringComparison.Ordinal);
        Assert.Contains("Would you take on Grace Hopper?", offer, StringComparison.Ordinal);
        Assert.Contains("Your mentor: Alan Turing", together, StringComparison.Ordinal);
        Assert.Contains("aria-pressed=\"true\"", afterHers, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-pressed=\"true\"", afterHis, StringComparison.Ordinal);
        foreach (var path in new[] { ring.Href + "/rounds", round, round + "/sign-up", round + "/draft" })
        {
            using var answer = await bob.Browser.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static string At(HttpResponseMessage answer) => answer.Headers.Location!.ToString().Split('?')[0];
}
