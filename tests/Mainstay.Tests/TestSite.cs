using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests;

/// <summary>The web server over a test house, on a free port, and a browser that keeps cookies and follows nothing by itself. It is Ada's, and signed in.</summary>
public sealed partial class TestSite : IAsyncDisposable
{
    private readonly TestHouse house;
    private readonly WebApplication app;
    private readonly bool isOpener;

    private TestSite(TestHouse house, WebApplication app, bool isOpener = false)
    {
        (this.house, this.app, this.isOpener) = (house, app, isOpener);
        Address = new Uri(app.Urls.Single());
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Browser { get; }

    public CookieContainer Cookies { get; } = new();

    public IServiceProvider Services => app.Services;

    /// <summary>What the browser shows to be known again; null when it is nobody's.</summary>
    public string? Session
    {
        get => Cookies.GetCookies(Address)[SessionName]?.Value;
        set => Cookies.Add(Address, new Cookie(SessionName, value));
    }

    private string SessionName => app.Services.GetRequiredService<SessionCookie>().Name;

    /// <param name="house">What it serves.</param>
    /// <param name="with">Settings of this server, where they are not the usual ones.</param>
    public static async Task<TestSite> Open(TestHouse house, Func<Settings, Settings>? with = null)
    {
        var site = await OpenToAll(house, with);
        site.Session = await house.SignIn(await house.AdasAccount());
        return site;
    }

    /// <summary>As <see cref="Open"/>, but nobody is signed in, and nobody has an account unless the test made one.</summary>
    public static async Task<TestSite> OpenToAll(TestHouse house, Func<Settings, Settings>? with = null)
    {
        var settings = house.Settings with { Urls = "http://127.0.0.1:0" };
        var app = House.Serve(with?.Invoke(settings) ?? settings, house.Clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(house, app, true);
    }

    /// <summary>The same site in the browser of somebody who is not signed in.</summary>
    public TestSite Stranger() => new(house, app);

    /// <summary>The same site in another browser, where this account is signed in.</summary>
    public async Task<TestSite> As(Account account)
    {
        var site = Stranger();
        site.Session = await house.SignIn(account);
        return site;
    }

    /// <summary>A page that must be there, as text.</summary>
    public async Task<string> Page(string path)
    {
        using var answer = await Browser.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}: {text}");
        return WebUtility.HtmlDecode(text);
    }

    /// <summary>Posts the form of a page that leads to this address, with its hidden fields and these.</summary>
    public async Task<HttpResponseMessage> Post(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = Form(await Page(page), action);
        foreach (var (name, value) in fields) form[name] = value;
        return await Send(action, form);
    }

    public async Task<HttpResponseMessage> Send(string action, IReadOnlyDictionary<string, string> form) =>
        await Browser.PostAsync(action, new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);

    /// <summary>The hidden fields of the first form of a page that posts to this address.</summary>
    public static Dictionary<string, string> Form(string html, string action)
    {
        var form = FormParts().Matches(html).FirstOrDefault(f => f.Groups["action"].Value == action);
        Assert.True(form is not null, $"There is no form for {action}: {html}");
        return Hidden().Matches(form.Groups["body"].Value).GroupBy(h => h.Groups["name"].Value).ToDictionary(h => h.Key, h => h.First().Groups["value"].Value);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (isOpener) await app.DisposeAsync();
    }

    [GeneratedRegex("""<form method="post"[^>]*action="(?<action>[^"]*)"[^>]*>(?<body>.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex FormParts();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"\s*/?>""")]
    private static partial Regex Hidden();
}
