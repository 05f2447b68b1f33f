using System.Net;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.People;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Accounts;

public class KnownGuestsTests
{
    private const string Read = "/api/people";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_token_opens_nothing_at_the_request_after_it_was_revoked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var account = (await house.AdasAccount()).Id;
        var secret = await house.Store.AddToken(account, new("script", Scope.Read, null), house.Clock, Stop);
        for (var i = 0; i < 3; i++) (await Show(site, secret!)).Fine();

        var token = await house.Again().ApiTokens.SingleAsync(Stop);
        await house.Store.RevokeToken(account, token.Id, house.Clock, Stop);

        (await Show(site, secret!)).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_is_over_when_its_time_has_come_though_nothing_was_written()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var secret = await house.Store.AddToken((await house.AdasAccount()).Id, new("script", Scope.Read, 1), house.Clock, Stop);
        for (var i = 0; i < 3; i++) (await Show(site, secret!)).Fine();

        house.Clock.Pass(TimeSpan.FromDays(1));

        (await Show(site, secret!)).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_account_that_another_process_disables_is_out_at_once()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        for (var i = 0; i < 3; i++) await site.Page("/people");

        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={house.Settings.SqliteFile};Pooling=False"))
        {
            await other.OpenAsync(Stop);
            await using var disable = other.CreateCommand();
            disable.CommandText = """UPDATE "Account" SET "DisabledAt" = '2026-05-01 12:00:00'""";
            await disable.ExecuteNonQueryAsync(Stop);
        }

        using var answer = await site.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_in_the_place_of_a_session_opens_nothing_nor_a_session_in_the_place_of_a_token()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var account = await house.AdasAccount();
        var (token, session) = (await house.Store.AddToken(account.Id, new("script", Scope.Write, null), house.Clock, Stop), await house.SignIn(account));
        var cookie = new SessionCookie(house.Settings).Name;
        for (var i = 0; i < 2; i++)
        {
            (await Show(site, token!)).Fine();
            (await site.Stranger().Ask(Read, ("Cookie", $"{cookie}={session}"))).Fine();
        }

        (await site.Stranger().Ask(Read, ("Cookie", $"{cookie}={token}"))).Is(HttpStatusCode.Unauthorized);
        (await Show(site, session)).Is(HttpStatusCode.Unauthorized);
    }

    [Theory, OnBoth]
    public async Task Everybody_sees_their_own_space_however_often_they_come(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var ada = await TestSite.Open(house);
        await using var bob = await ada.As(await house.BobsAccount());
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("Grace", await ada.Page("/people"), StringComparison.Ordinal);
            Assert.DoesNotContain("Grace", await bob.Page("/people"), StringComparison.Ordinal);
        }
    }

    private static Task<Told> Show(TestSite site, string secret) => site.Stranger().Ask(Read, ("Authorization", "Bearer " + secret));
}
