using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Tests.Accounts;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Sharing;

/// <summary>Others in one's network: let in, taken out, and looked at from one's own.</summary>
public class SharingPageTests
{
    private const string Page = "/settings/sharing";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_owner_invites_changes_what_somebody_may_do_and_takes_them_out(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var account = await house.BobsAccount();
        await using var bob = await site.As(account);

        using var made = await site.Post(Page, Page + "/invitations", ("role", "Guest"), ("uses", "2"), ("days", "7"));
        var link = Regex.Match(await made.Content.ReadAsStringAsync(Stop), "/join/[a-z0-9]{28}").Value;
        (await bob.Post(link, link + "/accept")).Dispose();
        var open = await site.Page(Page);
        (await site.Post(Page, $"{Page}/{account.Id}/role", ("role", "Member"))).Dispose();
        var raised = await site.Page(Page);
        (await site.Post(Page, $"{Page}/{account.Id}/remove")).Dispose();
        var without = await site.Page(Page);

        Assert.Contains("bob@example.org · may read", open, StringComparison.Ordinal);
        Assert.Contains("1 of 2 came in", open, StringComparison.Ordinal);
        Assert.DoesNotContain(link, open, StringComparison.Ordinal);
        Assert.Contains("bob@example.org · may read and write", raised, StringComparison.Ordinal);
        Assert.DoesNotContain("bob@example.org", without, StringComparison.Ordinal);
        Assert.DoesNotContain("came in", without, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_may_read_reads_and_changes_nothing_and_who_may_write_writes(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);
        var (account, bob) = await LetIn(house, site, SpaceRole.Guest);
        await using var _ = bob;
        var token = TestSite.Form(await bob.Page("/sign-out"), "/sign-out");

        var page = await bob.Page($"/people/{grace}");
        using var refused = await bob.Send("/people", new Dictionary<string, string>(token) { ["name"] = "Alan Turing" });
        (await bob.Hand("/api/people", new { name = "Alan Turing" })).Is(HttpStatusCode.Forbidden);
        await house.Again().ChangeRole(house.Ada.SpaceId, account.Id, SpaceRole.Member, house.Clock, Stop);
        using var written = await bob.Post("/people/new", "/people", ("name", "Alan Turing"));

        Assert.Contains("Ada Lovelace’s network", page, StringComparison.Ordinal);
        Assert.Contains("you may read", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"/people/{grace}/trash\"", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.SeeOther), (refused.StatusCode, written.StatusCode));
        Assert.Contains("Alan Turing", await site.Page("/people"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_is_taken_out_is_out_at_the_next_request_with_every_browser_and_token(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var (account, bob) = await LetIn(house, site, SpaceRole.Member);
        await using var _ = bob;
        var secret = await house.Store.AddToken(account.Id, new("script", Scope.Write, null) { SpaceId = house.Ada.SpaceId }, house.Clock, Stop);
        await using var program = site.Stranger();
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("Grace Hopper", await bob.Page("/people"), StringComparison.Ordinal);
            (await program.Ask("/api/people", ("Authorization", "Bearer " + secret))).Fine();
        }

        (await site.Post(Page, $"{Page}/{account.Id}/remove")).Dispose();

        using var after = await bob.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
        (await program.Ask("/api/people", ("Authorization", "Bearer " + secret))).Is(HttpStatusCode.Unauthorized);
        await using var again = await site.As(account);
        Assert.DoesNotContain("Grace Hopper", await again.Page("/people"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_somebody_wrote_when_they_were_taken_out_is_kept_and_goes_nowhere(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var (account, bob) = await LetIn(house, site, SpaceRole.Member);
        await using var _ = bob;
        bob.Browser.DefaultRequestHeaders.Add("Origin", bob.Address.GetLeftPart(UriPartial.Authority));
        var form = TestSite.Form(await bob.Page("/people/new"), "/people");
        form["name"] = "Alan Turing";
        await house.Store.TakeOut(house.Ada.SpaceId, account.Id, house.Clock, Stop);

        using var door = await bob.Send("/people", form);

        Assert.Equal(HttpStatusCode.Unauthorized, door.StatusCode);
        Assert.Contains("name=\"kept\"", await door.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await house.Again().People.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_form_that_was_opened_in_one_network_is_not_sent_to_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var (_, bob) = await LetIn(house, site, SpaceRole.Member);
        await using var here = bob;
        bob.Browser.DefaultRequestHeaders.Add("Origin", bob.Address.GetLeftPart(UriPartial.Authority));
        var form = TestSite.Form(await bob.Page("/people/new"), "/people");
        form["name"] = "Alan Turing";

        (await bob.Post("/", "/networks/home")).Dispose();
        using var asked = await bob.Send("/people", form);

        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        Assert.Contains("Alan Turing", await asked.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Alan Turing", await bob.Page("/people"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Everybody_goes_between_the_networks_they_may_enter_and_leaves_those_of_others(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var (_, bob) = await LetIn(house, site, SpaceRole.Guest);
        await using var here = bob;

        (await bob.Post("/people", "/networks/home")).Dispose();
        var mine = await bob.Page("/people");
        (await bob.Post("/networks", $"/networks/{house.Ada.SpaceId}/enter")).Dispose();
        var theirs = await bob.Page("/people");
        var shown = await bob.Page(Page);
        using var left = await bob.Post(Page, Page + "/leave");

        Assert.DoesNotContain("Grace Hopper", mine, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.org", shown, StringComparison.Ordinal);
        Assert.StartsWith("/networks?said=", left.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Hopper", await bob.Page("/people"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Lovelace", await bob.Page("/networks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_owns_a_network_stays_in_it_and_nobody_else_lets_in_or_takes_out()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var ada = await house.AdasAccount();
        var (_, bob) = await LetIn(house, site, SpaceRole.Member);
        await using var here = bob;
        var (hers, his) = (TestSite.Form(await site.Page("/sign-out"), "/sign-out"), TestSite.Form(await bob.Page("/sign-out"), "/sign-out"));

        using var leaving = await site.Send(Page + "/leave", hers);
        using var removed = await site.Send($"{Page}/{ada.Id}/remove", hers);
        using var lowered = await site.Send($"{Page}/{ada.Id}/role", hers);
        using var byBob = await bob.Send($"{Page}/{ada.Id}/remove", his);
        using var invited = await bob.Send(Page + "/invitations", his);

        Assert.All([leaving, removed, lowered], a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode));
        Assert.All([byBob, invited], a => Assert.Equal(HttpStatusCode.NotFound, a.StatusCode));
        Assert.Equal(2, (await house.Again().WhoMayEnter(house.Ada.SpaceId, Stop)).Count);
    }

    [Fact]
    public async Task Where_mail_can_be_sent_the_link_goes_to_the_address_it_is_for()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house, s => s with { Smtp = "localhost", MailFrom = "mainstay@example.org" });

        using var made = await site.Post(Page, Page + "/invitations", ("role", "Member"), ("mail", "grace@example.org"), ("days", "14"));
        var link = Regex.Match(await made.Content.ReadAsStringAsync(Stop), "/join/[a-z0-9]{28}").Value;

        var letter = await house.Again().Letters.SingleAsync(Stop);
        Assert.Equal(("grace@example.org", "Ada Lovelace"), (letter.To, letter.FromName));
        Assert.Contains(link, letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail", "nobody", "This is not a mail address.")]
    [InlineData("uses", "many", "An invitation is for 1 to 1,000 people.")]
    [InlineData("days", "91", "An invitation is good for 1 to 90 days.")]
    public async Task Says_what_is_wrong(string field, string value, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Post(Page, Page + "/invitations", ("role", "Guest"), ("uses", "1"), ("days", "14"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        if (field != "days") Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task His_profile_stays_his_wherever_he_looks()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var (account, bob) = await LetIn(house, site, SpaceRole.Guest);
        await using var here = bob;

        using var kept = await bob.Post("/settings", "/settings", ("name", "Robert"), ("timeZone", "Europe/Lisbon"), ("locale", "en"), ("theme", "System"));

        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Equal("Europe/Lisbon", await house.Again().HomeZone(account.Id, Stop));
        Assert.Equal("UTC", await house.Store.Spaces.Where(s => s.Id == house.Ada.SpaceId).Select(s => s.TimeZone).SingleAsync(Stop));
        Assert.Contains("value=\"Europe/Lisbon\" selected", await bob.Page("/settings"), StringComparison.Ordinal);
    }

    /// <summary>Bob, let into Ada's network, and his browser that looks at it.</summary>
    internal static async Task<(Account Account, TestSite Site)> LetIn(TestHouse house, TestSite site, SpaceRole role)
    {
        var account = await house.BobsAccount();
        await InvitationActionsTests.Accept(house, account, await InvitationActionsTests.Invite(house, role));
        var bob = await site.As(account);
        var session = await house.Again().Sessions.Where(s => s.AccountId == account.Id).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync(Stop);
        await house.Store.Enter(account.Id, session, house.Ada.SpaceId, Stop);
        return (account, bob);
    }
}
