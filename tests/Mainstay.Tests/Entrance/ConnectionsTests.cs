using System.Net;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Entrance;

/// <summary>What an account is connected with at a sign-in provider: made, seen and ended.</summary>
public class ConnectionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ProvedElsewhere Someone(string subject, string issuer = "https://id.example.org") => new(issuer, subject) { Mail = "ada@example.org" };

    [Theory, OnBoth]
    public async Task One_there_is_one_account_here_and_the_same_letters_are_the_same_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ada, bob) = (await house.AdasAccount(), await house.BobsAccount());
        await house.Again().Connect(ada.Id, Someone("abc"), house.Clock, Stop);
        await house.Again().Connect(ada.Id, Someone("abc"), house.Clock, Stop);

        var refused = await Assert.ThrowsAsync<Conflict>(() => house.Again().Connect(bob.Id, Someone("abc"), house.Clock, Stop));
        await house.Again().Connect(bob.Id, Someone("ABC"), house.Clock, Stop);

        Assert.Equal("Accounts.ConnectedElsewhere", refused.Reason.Key);
        Assert.Equal(ada.Id, (await house.Again().SignInByProvider(Someone("abc"), house.Clock, Stop))!.Account.Id);
        Assert.Equal(bob.Id, (await house.Again().SignInByProvider(Someone("ABC"), house.Clock, Stop))!.Account.Id);
        Assert.Null(await house.Again().SignInByProvider(Someone("abc", "https://other.example.org"), house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task The_last_way_in_is_not_closed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ada, bob) = (await house.AdasAccount(), await house.BobsAccount());
        await house.Again().Connect(ada.Id, Someone("abc"), house.Clock, Stop);
        var connection = (await house.Again().ConnectionsOf(ada.Id, Stop)).Single().Id;
        Task End() => house.Again().Disconnect(ada.Id, connection, "https://id.example.org", Stop);

        Assert.Equal("Accounts.LastWayIn", (await Assert.ThrowsAsync<Mistaken>(End)).Problems.Of("provider")!.Key);
        await house.Again().Connect(ada.Id, Someone("abc", "https://before.example.org"), house.Clock, Stop); // nobody asks that one any more
        await Assert.ThrowsAsync<Mistaken>(End);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().Disconnect(bob.Id, connection, null, Stop));
        (await house.Pipe(ProviderDesk.Password + "\n", "user", "password", "ada@example.org")).Fine();
        await End();

        Assert.Equal("https://before.example.org", (await house.Again().ConnectionsOf(ada.Id, Stop)).Single().Issuer);
    }

    [Fact]
    public async Task Connecting_takes_the_password_and_disconnecting_ends_it()
    {
        await using var desk = await ProviderDesk.WithAda();
        await using var ada = await desk.Site.As(await desk.House.AdasAccount());

        using var wrong = await ada.Post("/settings/security", "/settings/security/provider", ("current", "guessed horse battery"));
        var page = await ada.Page("/settings/security");
        var action = $"/settings/security/provider/{(await desk.House.Again().ProviderConnections.SingleAsync(Stop)).Id}/remove";
        await using var bob = await desk.Site.As(await desk.House.BobsAccount());
        using var foreign = await bob.Send(action, TestSite.Form(await bob.Page("/settings/security"), "/settings/security/provider"));
        using var removed = await ada.Post("/settings/security", action);
        using var after = await desk.GoThrough();

        Assert.Contains("That is not your password.", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.False(wrong.Headers.Contains("Refresh"));
        Assert.Contains("ada@example.org", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "/settings/security?said=Entrance.SaidDisconnected"), (foreign.StatusCode, removed.Headers.Location?.ToString()));
        await desk.Refused(after);
    }

    [Fact]
    public async Task Nobody_is_connected_with_an_answer_that_another_account_asked_for()
    {
        await using var desk = await ProviderDesk.Open();
        await using var ada = await desk.Site.As(await desk.House.AdasAccount());
        var back = await TestProvider.GoThere(await ProviderDesk.Begin(ada, "/settings/security", "/settings/security/provider"));
        ada.Session = await desk.House.SignIn(await desk.House.BobsAccount());

        using var answer = await ProviderDesk.Come(ada, back);

        Assert.Contains("belongs to another sign-in", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await desk.House.Again().ProviderConnections.ToListAsync(Stop));
    }

    [Fact]
    public async Task Who_is_anothers_there_is_not_taken_from_them()
    {
        await using var desk = await ProviderDesk.WithAda();
        await using var bob = await desk.Site.As(await desk.House.BobsAccount());

        using var answer = await desk.Connect(bob);

        Assert.Contains("Another account here is connected", await desk.Refused(answer, HttpStatusCode.Conflict), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task It_stands_in_the_account_file_and_the_command_line_sees_and_ends_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ada = await house.AdasAccount();
        await house.BobsAccount();
        await house.Again().Connect(ada.Id, Someone("abc"), house.Clock, Stop);

        var file = (await house.Type("user", "export", "ada@example.org")).Fine().Json.GetProperty("connections")[0];
        var listed = (await house.Type("user", "list", "--json")).Fine().Json[0].GetProperty("connections")[0];
        var shown = (await house.Type("user", "provider", "ada@example.org")).Fine().Out;
        var json = (await house.Type("user", "provider", "bob@example.org", "--json")).Fine().Json;
        (await house.Type("user", "provider", "ada@example.org", "--remove")).Fine();
        var again = await house.Type("user", "provider", "ada@example.org", "--remove");

        Assert.Equal(("https://id.example.org", "abc", "ada@example.org"), (file.GetProperty("issuer").GetString(), file.GetProperty("subject").GetString(), file.GetProperty("name").GetString()));
        Assert.Equal("https://id.example.org", listed.GetProperty("issuer").GetString());
        Assert.Contains("ada@example.org  https://id.example.org", shown, StringComparison.Ordinal);
        Assert.Equal((JsonValueKind.Array, 0), (json.ValueKind, json.GetArrayLength()));
        Assert.Equal(1, again.Code);
        Assert.Empty(await house.Again().ProviderConnections.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task It_goes_when_the_account_is_erased(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ada = await house.AdasAccount();
        await house.BobsAccount();
        await house.Again().Connect(ada.Id, Someone("abc"), house.Clock, Stop);

        (await house.Type("user", "remove", "ada@example.org", "--with-network", "--yes")).Fine();

        Assert.Empty(await house.Again().ProviderConnections.ToListAsync(Stop));
    }

    [Theory]
    [InlineData("https://id.example.org/realms/home", "mainstay", "Example ID", null)]
    [InlineData("http://localhost:9000", "mainstay", null, null)]
    [InlineData("http://id.example.org", "mainstay", null, "Entrance.ProviderIssuerOdd")]
    [InlineData("id.example.org", "mainstay", null, "Entrance.ProviderIssuerOdd")]
    [InlineData("https://me:secret@id.example.org", "mainstay", null, "Entrance.ProviderIssuerOdd")]
    [InlineData("https://id.example.org?realm=home", "mainstay", null, "Entrance.ProviderIssuerOdd")]
    [InlineData("https://id.example.org", null, null, "Entrance.ProviderClientMissing")]
    [InlineData("https://id.example.org", "mainstay", "A name that is much too long for any button on a page", "Entrance.ProviderNameOdd")]
    [InlineData(null, "mainstay", null, "Entrance.ProviderIssuerMissing")]
    [InlineData(null, null, null, null)]
    public void Settings_are_looked_at_before_anything_begins(string? issuer, string? client, string? name, string? problem) =>
        Assert.Equal(problem, ProviderSettings.Check(new() { Data = "data", OidcIssuer = issuer, OidcClientId = client, OidcName = name }).FirstOrDefault()?.Sentence.Key);

    [Fact]
    public async Task The_settings_are_shown_without_the_secret_and_wrong_ones_end_it_with_a_sentence()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = Path.Combine(house.Settings.Data, "secret");
        await File.WriteAllTextAsync(file, "hush\n", Stop);
        (house.Variables["MAINSTAY_OIDC_ISSUER"], house.Variables["MAINSTAY_OIDC_CLIENT_ID"], house.Variables["MAINSTAY_OIDC_CLIENT_SECRET_FILE"]) = ("http://id.example.org", "mainstay", file);

        var shown = (await house.Type("config", "--json")).Fine();
        var served = await house.Type("serve", "--urls", "http://127.0.0.1:0");

        var secret = shown.Json.EnumerateArray().Single(s => s.GetProperty("name").GetString() == "oidcClientSecret");
        Assert.Equal(("***", "MAINSTAY_OIDC_CLIENT_SECRET_FILE"), (secret.GetProperty("value").GetString(), secret.GetProperty("source").GetString()));
        Assert.DoesNotContain("hush", shown.Out, StringComparison.Ordinal);
        Assert.Equal(2, served.Code);
        Assert.Contains("MAINSTAY_OIDC_ISSUER", served.Error, StringComparison.Ordinal);
    }
}
