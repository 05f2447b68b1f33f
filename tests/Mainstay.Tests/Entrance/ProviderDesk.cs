using System.Net;

namespace Mainstay.Tests.Entrance;

/// <summary>A house, a provider that it knows, and a browser in which nobody is signed in.</summary>
internal sealed class ProviderDesk : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private ProviderDesk(TestHouse house, TestProvider provider, TestSite site) => (House, Provider, Site) = (house, provider, site);

    public TestHouse House { get; }

    public TestProvider Provider { get; }

    public TestSite Site { get; }

    public static async Task<ProviderDesk> Open(Engine engine = Engine.Sqlite)
    {
        var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var provider = await TestProvider.Start(house.Clock);
        return new(house, provider, await TestSite.OpenToAll(house, provider.Known));
    }

    /// <summary>The same with Ada, who has a password and is connected with whoever sits at the provider.</summary>
    public static async Task<ProviderDesk> WithAda(Engine engine = Engine.Sqlite)
    {
        var desk = await Open(engine);
        (await desk.House.Pipe(Password + "\n", "user", "password")).Fine();
        await using var ada = await desk.Site.As(await desk.House.AdasAccount());
        using var done = await desk.Connect(ada);
        Assert.Equal("/settings/security?said=Entrance.SaidConnected", done.Headers.Location?.ToString());
        return desk;
    }

    /// <summary>Begins on a page, and says where the browser goes by itself.</summary>
    public static async Task<string> Begin(TestSite browser, string page = "/sign-in", string action = "/sign-in/provider", params (string Name, string Value)[] fields)
    {
        using var answer = await browser.Post(page, action, fields);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        var address = answer.Headers.GetValues("Refresh").Single()["0;url=".Length..];
        Assert.Contains($"href=\"{address}\"", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        return address;
    }

    /// <summary>Begins, says yes at the provider, and comes back.</summary>
    public async Task<HttpResponseMessage> GoThrough(TestSite? browser = null, string page = "/sign-in", string action = "/sign-in/provider", params (string Name, string Value)[] fields) =>
        await Come(browser ?? Site, await TestProvider.GoThere(await Begin(browser ?? Site, page, action, fields)));

    public Task<HttpResponseMessage> Connect(TestSite browser, string password = Password) => GoThrough(browser, "/settings/security", "/settings/security/provider", ("current", password));

    public static Task<HttpResponseMessage> Come(TestSite browser, string back) => browser.Browser.GetAsync(back, TestContext.Current.CancellationToken);

    /// <summary>What a page says that lets nobody in.</summary>
    public async Task<string> Refused(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
    {
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        Assert.Null(Site.Session);
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Provider.DisposeAsync();
        await House.DisposeAsync();
    }
}
