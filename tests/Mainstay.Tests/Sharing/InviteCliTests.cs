using System.Net;
using Mainstay.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Sharing;

public class InviteCliTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Makes_a_link_to_an_account_of_ones_own(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        await using var site = await TestSite.OpenToAll(house);

        var link = new Uri((await house.Type("invite")).Fine().Out.Trim()).PathAndQuery;
        using var joined = await site.Post(link, link, ("name", "Grace Hopper"), ("mail", "grace@example.org"), ("password", "staple battery horse"), ("timeZone", "UTC"));

        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);
        Assert.Equal(2, await house.Again().Spaces.CountAsync(Stop));
        Assert.Matches(@"Grace Hopper +grace@example.org .*My network \(owns it\)", (await house.Type("user", "list")).Fine().Out);
    }

    [Fact]
    public async Task Lists_what_is_open_and_takes_it_back()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        var made = (await house.Type("invite", "--into", "My network", "--role", "write", "--uses", "3", "--days", "7", "--json")).Fine().Json;
        await house.Type("invite", "--mail", "grace@example.org");

        var (table, json) = ((await house.Type("invite", "list")).Fine().Out, (await house.Type("invite", "list", "--json")).Fine().Json);
        (await house.Type("invite", "revoke", made.GetProperty("id").GetString()![^12..])).Fine();

        Assert.Contains("into Ada Lovelace’s network, may read and write", table, StringComparison.Ordinal);
        Assert.Contains("only for grace@example.org", table, StringComparison.Ordinal);
        Assert.Equal((2, "member", 3), (json.GetArrayLength(), made.GetProperty("role").GetString(), made.GetProperty("mostUses").GetInt32()));
        Assert.Single((await house.Type("invite", "list", "--json")).Fine().Json.EnumerateArray());
        await using var site = await TestSite.OpenToAll(house);
        using var over = await site.Browser.GetAsync(new Uri(made.GetProperty("link").GetString()!).PathAndQuery, Stop);
        Assert.Equal(HttpStatusCode.Gone, over.StatusCode);
    }

    [Theory]
    [InlineData("There is no network “Nowhere” here.", "invite", "--into", "Nowhere")]
    [InlineData("An invitation is for 1 to 1,000 people.", "invite", "--uses", "0")]
    [InlineData("There is no such invitation.", "invite", "revoke", "abcdef")]
    public async Task Says_what_is_wrong(string sentence, params string[] typed)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();

        var answer = await house.Type(typed);

        Assert.NotEqual(0, answer.Code);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invites_nobody_while_nobody_has_an_account()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        Assert.Contains("Begin with: mainstay open", (await house.Type("invite")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_let_in_is_out_when_the_one_whose_network_it_is_has_no_account_any_more()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var bob = await house.BobsAccount();
        await Mainstay.Tests.Accounts.InvitationActionsTests.Accept(house, bob, await Mainstay.Tests.Accounts.InvitationActionsTests.Invite(house, SpaceRole.Guest));

        (await house.Type("user", "remove", "ada@example.org", "--yes")).Fine();

        Assert.Equal(SpaceRole.Owner, (await house.Again().NetworksOf(bob.Id, Stop)).Single().Role);
    }
}
