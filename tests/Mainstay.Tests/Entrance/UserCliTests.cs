using System.Net;
using Mainstay.Accounts;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Entrance;

public class UserCliTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Makes_an_account_whose_owner_chooses_a_password_by_a_link(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        await using var site = await TestSite.OpenToAll(house);

        var link = (await house.Type("user", "add", "bob@example.org", "--name", "Bob", "--locale", "de", "--json")).Fine().Json.GetProperty("link").GetString()!;
        var path = new Uri(link).PathAndQuery;
        using var without = await site.Post(path, "/sign-in/link");
        using var entered = await site.Post(path, "/sign-in/link", ("password", "staple battery horse"));
        using var again = await site.Stranger().Browser.GetAsync(path, Stop);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.Gone), (without.StatusCode, entered.StatusCode, again.StatusCode));
        Assert.Contains("<html lang=\"de\"", await site.Page("/people"), StringComparison.Ordinal);
        Assert.Equal(2, await house.Again().Spaces.CountAsync(Stop));
    }

    [Fact]
    public async Task Lists_who_has_an_account()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        Assert.StartsWith("Nobody has an account here yet.", (await house.Type("user", "list")).Fine().Out, StringComparison.Ordinal);
        await house.SignIn(await house.AdasAccount());

        var (table, json) = ((await house.Type("user", "list")).Fine().Out, (await house.Type("user", "list", "--json")).Fine().Json[0]);

        Assert.Matches("Ada Lovelace +ada@example.org +last here", table);
        Assert.Equal(("ada@example.org", false), (json.GetProperty("mail").GetString(), json.GetProperty("hasPassword").GetBoolean()));
        Assert.Equal(house.Ada.SpaceId, json.GetProperty("spaces")[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_new_password_signs_out_everywhere()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var weak = await house.Pipe("short\n", "user", "password", "ada@example.org");
        (await house.Press("staple batterx\by horse\r", "user", "password", "ada@example.org")).Fine();

        Assert.Equal(2, weak.Code);
        using var answer = await site.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var entered = await site.Post("/sign-in", "/sign-in", ("mail", "ada@example.org"), ("password", "staple battery horse"));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    [Fact]
    public async Task A_link_signs_in_once_and_keeps_the_password()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        (await house.Pipe("staple battery horse\n", "user", "password")).Fine();
        await using var site = await TestSite.OpenToAll(house);
        var before = (await house.AdasAccount()).PasswordHash;

        var answer = (await house.Type("user", "link")).Fine();
        using var entered = await site.Post(new Uri(answer.Out.Trim().Split('\n')[1]).PathAndQuery, "/sign-in/link");

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        await site.Page("/people");
        Assert.Equal(before, await house.Again().Accounts.Select(a => a.PasswordHash).SingleAsync(Stop));
    }

    [Fact]
    public async Task A_link_is_over_after_a_day()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        await using var site = await TestSite.OpenToAll(house);
        var link = (await house.Type("user", "link", "--json")).Fine().Json.GetProperty("link").GetString()!;
        house.Clock.Pass(TimeSpan.FromDays(1));

        using var answer = await site.Browser.GetAsync(new Uri(link).PathAndQuery, Stop);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_removed_account_leaves_its_network_to_nobody_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.BobsAccount();
        await using var site = await TestSite.Open(house);

        Assert.Equal(1, (await house.Type("user", "remove", "ada@example.org")).Code);
        Assert.Equal(1, (await house.Press("n", "user", "remove", "ada@example.org")).Code);
        (await house.Press("y", "user", "remove", "ada@example.org")).Fine();

        using var answer = await site.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        (await house.Type("user", "add", "eve@example.org", "--name", "Eve")).Fine();
        await using var eve = await site.As(await house.Again().AccountOf("eve@example.org", Stop));
        Assert.DoesNotContain("Grace Hopper", await eve.Page("/people"), StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", (await house.Type("people", "--space", house.Ada.SpaceId.ToString())).Fine().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user", "link", "eve@example.org")]
    [InlineData("user", "password", "eve@example.org")]
    [InlineData("user", "remove", "eve@example.org")]
    public async Task Says_that_nobody_has_such_an_account(params string[] typed)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();

        var answer = await house.Type(typed);

        Assert.Equal((1, "Nobody has an account as “eve@example.org”."), (answer.Code, answer.Error.Trim()));
    }

    [Fact]
    public async Task Two_accounts_never_share_an_address()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();

        var answer = await house.Type("user", "add", "ADA@example.org", "--name", "Eve");

        Assert.Equal((2, "There is an account with this address already."), (answer.Code, answer.Error.Trim()));
    }

    [Fact]
    public async Task Asks_who_is_meant_when_several_have_an_account()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.BobsAccount();

        Assert.StartsWith("Several have an account here.", (await house.Type("user", "link")).Error, StringComparison.Ordinal);
    }
}
