using System.Net;
using Mainstay.Memberships;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Memberships;

/// <summary>Memberships from the command line and for programs.</summary>
public class MembershipsDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task From_the_command_line_it_goes_from_considering_to_leaving(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Need(SupportKind.Community, "People who do the same");
        var grace = await house.Know("Grace Hopper");
        await house.Store.SetAffiliations(grace, [new("Guild of Founders", "Treasurer")], house.Clock, Stop);

        var considered = (await house.Type("organizations", "consider", "guild", "--for", "people who", "--kind", "peergroup", "--json")).Fine().Json;
        var twice = await house.Type("organizations", "consider", "Guild of Founders");
        var joined = (await house.Type("organizations", "join", "guild", "--on", "2026-04-01", "--dues", "120", "--currency", "EUR", "--renews", "2026-04-20", "--hours", "2", "--role", "Scribe")).Fine();
        var due = (await house.Type("organizations", "membership", "guild", "--json")).Fine().Json;
        var renewed = (await house.Type("organizations", "renew", "guild")).Fine();
        var listed = (await house.Type("organizations", "memberships")).Fine();
        (await house.Type("organizations", "stay", "guild")).Fine();
        (await house.Type("organizations", "change", "guild", "--renews", "none", "--role", "", "--dues", "")).Fine();
        var changed = (await house.Type("organizations", "membership", "guild", "--json")).Fine().Json;
        (await house.Type("organizations", "leave", "guild")).Fine();
        var left = (await house.Type("organizations", "memberships", "--json")).Fine().Json[0];
        var gone = (await house.Type("organizations", "forget", "guild", "--json")).Fine().Json;
        (await house.Type("undo", gone.GetProperty("change").GetString()!)).Fine();

        Assert.Equal(("considered", "peerGroup", "Guild of Founders"), (considered.GetProperty("stage").GetString(), considered.GetProperty("kind").GetString(), considered.GetProperty("organization").GetProperty("name").GetString()));
        Assert.Equal("People who do the same", considered.GetProperty("needs")[0].GetProperty("topic").GetString());
        Assert.Equal((2, true), (twice.Code, twice.Error.Contains("You consider Guild of Founders already", StringComparison.Ordinal)));
        Assert.Contains("A member since Wednesday, April 1, 2026, as Scribe.", joined.Out, StringComparison.Ordinal);
        Assert.Contains("Was due for renewal on Monday, April 20, 2026.", joined.Out, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper: Treasurer, Guild of Founders", joined.Out, StringComparison.Ordinal);
        Assert.Contains("mainstay undo", joined.Error, StringComparison.Ordinal);
        Assert.Equal(("2026-04-20", "yearly"), (due.GetProperty("nextRenewalOn").GetString(), due.GetProperty("period").GetString()));
        Assert.Contains("Up for renewal on Tuesday, April 20, 2027.", renewed.Out, StringComparison.Ordinal);
        Assert.Contains("Together they take 120 EUR a year and 2 hours a month.", listed.Out, StringComparison.Ordinal);
        Assert.Equal((null, null, null, "none"), (changed.GetProperty("renewsOn").GetString(), changed.GetProperty("role").GetString(), changed.GetProperty("dues").GetString(), changed.GetProperty("period").GetString()));
        Assert.Equal("left", left.GetProperty("stage").GetString());
        Assert.Single(await house.Again().AllMemberships(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task From_the_command_line_an_organization_nobody_knew_is_added_and_mistakes_are_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        (await house.Type("organizations", "join", "Rust", "Guild", "--kind", "onlinecommunity")).Fine();
        var wrong = await house.Type("organizations", "consider", "Another", "--dues", "12,50 €", "--currency", "EUR");
        var negative = await house.Type("organizations", "consider", "Another", "--dues=-5", "--currency", "EUR");
        var nobody = await house.Type("organizations", "leave", "Nowhere");
        await house.Store.AddOrganization(new("Plain"), house.Clock, Stop);
        var never = await house.Type("organizations", "renew", "Plain");

        Assert.Equal(("Rust Guild", MembershipKind.OnlineCommunity, MembershipStage.Joined), (await house.Again().AllMemberships(house.Today, Stop)) is [var line] ? (line.Organization, line.It.Kind, line.It.Stage) : default);
        Assert.Contains("Write the amount as a number alone", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("Dues cannot be less than nothing.", negative.Error, StringComparison.Ordinal);
        Assert.Equal((2, 2), (wrong.Code, negative.Code));
        Assert.DoesNotContain(await house.Again().Organizations.ToListAsync(Stop), o => o.Name == "Another");
        Assert.Contains("Nowhere", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("You neither considered nor joined Plain.", never.Error, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task For_programs_it_goes_the_same_way(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Community, "People who do the same");
        var guild = await house.Store.AddOrganization(new("Guild"), house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/memberships", new { OrganizationId = guild.Id, NeedIds = new[] { need }, RenewsOn = "2026-05-20", Dues = "12,5", Currency = "EUR", Period = "monthly" })).Is(HttpStatusCode.Created);
        var at = $"/api/memberships/{made["id"].GetGuid()}";
        (await site.Hand("/api/memberships", new { OrganizationId = guild.Id })).Is(HttpStatusCode.UnprocessableEntity);
        (await site.Hand(at + "/join", new { On = "2026-04-30" })).Fine();
        (await site.Hand(at + "/join", new { })).Is(HttpStatusCode.Conflict);
        (await site.Hand(at + "/renew", new { })).Fine();
        var now = (await site.Ask(at)).Fine();
        var left = (await site.Hand(at + "/leave", new { On = "2026-05-01" })).Fine();
        var none = (await site.Ask("/api/memberships?stage=joined")).Fine();
        (await site.Hand($"/api/changes/{left["change"].GetGuid()}/undo", new { })).Is(HttpStatusCode.NoContent);
        var listed = (await site.Ask("/api/memberships?stage=joined")).Fine();
        (await site.Ask("/api/memberships?stage=nonsense")).Is(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("considered", "12.5", "monthly"), (made["stage"].GetString(), made["dues"].GetString(), made["period"].GetString()));
        Assert.Equal(("joined", "2026-06-20"), (now["stage"].GetString(), now["nextRenewalOn"].GetString()));
        Assert.Equal((0, 1), (none["items"].GetArrayLength(), listed["items"].GetArrayLength()));
    }

    [Theory, OnBoth]
    public async Task For_programs_Bob_finds_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Join("Guild", new(2026, 1, 1));
        await using var site = await TestSite.Open(house);
        var bob = await site.As(await house.BobsAccount());

        (await bob.Ask($"/api/memberships/{id}")).Is(HttpStatusCode.NotFound);
        Assert.Equal(0, (await bob.Ask("/api/memberships")).Fine()["items"].GetArrayLength());
        (await bob.Hand("/api/memberships", new { (await house.Line(id)).It.OrganizationId })).Is(HttpStatusCode.NotFound);
    }
}
