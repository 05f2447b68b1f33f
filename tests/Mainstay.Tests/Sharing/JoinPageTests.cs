using System.Net;
using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Sharing;

public class JoinPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_has_no_account_makes_one_and_is_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);
        var page = "/join/" + await InvitationActionsTests.Invite(house, SpaceRole.Guest);

        var shown = await site.Page(page);
        using var weak = await site.Post(page, page, ("name", "Grace Hopper"), ("mail", "grace@example.org"), ("password", "short"), ("timeZone", "UTC"));
        using var joined = await site.Post(page, page, ("name", "Grace Hopper"), ("mail", "grace@example.org"), ("password", "staple battery horse"), ("timeZone", "UTC"));

        Assert.Contains("Ada Lovelace invites you into their network", shown, StringComparison.Ordinal);
        Assert.Contains("change nothing", shown, StringComparison.Ordinal);
        Assert.Contains("hard times", shown, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (weak.StatusCode, joined.StatusCode));
        Assert.Contains("Katherine Johnson", await site.Page("/people"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_has_an_account_signs_in_and_accepts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop);
        var page = "/join/" + await InvitationActionsTests.Invite(house, SpaceRole.Guest);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        await using var bob = await site.As(await house.BobsAccount());

        Assert.Contains($"/sign-in?next={Uri.EscapeDataString(page)}", await stranger.Page(page), StringComparison.Ordinal);
        using var accepted = await bob.Post(page, page + "/accept");

        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        Assert.Contains("Katherine Johnson", await bob.Page("/people"), StringComparison.Ordinal);
        await bob.Page(page); // what he accepted is still shown to him
        using var over = await stranger.Browser.GetAsync(page, Stop);
        Assert.Equal(HttpStatusCode.Gone, over.StatusCode);
        Assert.Contains("All places of this invitation are taken.", await over.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_uses_nothing_up_is_kept_nowhere_and_found_by_no_search_engine()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var page = "/join/" + await InvitationActionsTests.Invite(house, SpaceRole.Guest);

        for (var i = 0; i < 3; i++) await site.Page(page);
        using var answer = await site.Browser.GetAsync(page, Stop);

        Assert.Equal(0, await house.Again().Invitations.Select(i => i.Uses).SingleAsync(Stop));
        Assert.Equal((true, "noindex, nofollow, noarchive"), (answer.Headers.CacheControl!.NoStore, answer.Headers.GetValues("X-Robots-Tag").Single()));
    }

    [Fact]
    public async Task Whoever_is_not_meant_is_told_for_whom_it_is()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var page = "/join/" + await InvitationActionsTests.Invite(house, SpaceRole.Guest, "grace@example.org");
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var form = TestSite.Form(await bob.Page("/people/new"), "/people");

        using var looked = await bob.Browser.GetAsync(page, Stop);
        using var tried = await bob.Send(page + "/accept", form);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (looked.StatusCode, tried.StatusCode));
        Assert.Contains("This invitation is for grace@example.org.", await tried.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Single(await house.Again().WhoMayEnter(house.Ada.SpaceId, Stop));
    }

    [Fact]
    public async Task Who_guesses_is_told_that_there_is_nothing_and_soon_to_wait()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        await using var site = await TestSite.OpenToAll(house);

        using var guessed = await site.Browser.GetAsync("/join/abcdefghjkmnpqrstuvwxyz23456", Stop);
        for (var i = 0; i < LinkLimit.OfPlace; i++) (await site.Browser.GetAsync("/join/x", Stop)).Dispose();
        using var late = await site.Browser.GetAsync("/join/x", Stop);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (guessed.StatusCode, late.StatusCode));
    }
}
