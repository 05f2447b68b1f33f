using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Entrance;

public class AccountFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Says_the_same_through_every_door_and_nothing_of_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await house.BobsAccount();
        var ada = await house.AdasAccount();
        await house.Store.AddToken(ada.Id, new("backup script", Scope.Read, 90), house.Clock, Stop);
        await house.Store.MakeRecoveryCodes(ada.Id, Stop);

        using var web = await site.Browser.GetAsync("/settings/data/account.json", Stop);
        var (page, api) = (await web.Content.ReadAsStringAsync(Stop), (await site.Ask("/api/account")).Fine().Text);
        var cli = (await house.Type("user", "export", "ada@example.org")).Fine();
        var file = Path.Combine(house.Settings.Data, "account.json");
        (await house.Type("user", "export", "ada@example.org", "--output", file)).Fine();

        Assert.Equal(("application/json", "account.json"), (web.Content.Headers.ContentType!.MediaType, web.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(page, cli.Out.TrimEnd());
        Assert.Equal(page, await File.ReadAllTextAsync(file, Stop));
        Assert.True(JsonElement.DeepEquals(cli.Json, JsonDocument.Parse(api).RootElement), api);
        Assert.Equal(1, (await house.Type("user", "export", "ada@example.org", "--output", file)).Code);
        (await house.Type("user", "export", "ada@example.org", "--output", file, "--force")).Fine();
        Assert.DoesNotContain("bob", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Holds_what_is_known_and_no_secret()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var ada = await house.AdasAccount();
        (await house.Pipe("correct horse battery\n", "user", "password")).Fine();
        site.Session = await house.SignIn(ada);
        var token = await house.Store.AddToken(ada.Id, new("backup script", Scope.Write, null), house.Clock, Stop);
        var codes = await house.Store.MakeRecoveryCodes(ada.Id, Stop);

        var file = (await site.Ask("/api/account")).Fine();

        Assert.Equal(("Ada Lovelace", "ada@example.org", "UTC", true, 10), (file["name"].GetString(), file["mail"].GetString(), file["timeZone"].GetString(), file["hasPassword"].GetBoolean(), file["recoveryCodesLeft"].GetInt32()));
        Assert.Equal(("My network", true), (file["networks"][0].GetProperty("name").GetString(), file["networks"][0].GetProperty("isOwn").GetBoolean()));
        Assert.Equal(("Firefox", "Linux"), (file["sessions"][0].GetProperty("browser").GetString(), file["sessions"][0].GetProperty("system").GetString()));
        Assert.Equal(("backup script", "write"), (file["tokens"][0].GetProperty("name").GetString(), file["tokens"][0].GetProperty("scope").GetString()));
        Assert.All([token!, codes[0], site.Session!, (await house.Again().AccountOf("ada@example.org", Stop)).PasswordHash!], (string secret) => Assert.DoesNotContain(secret, file.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("hash", file.Text, StringComparison.OrdinalIgnoreCase);
    }
}
