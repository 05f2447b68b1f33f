using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace Mainstay.Tests;

/// <summary>The web server over a test house, on a free port, and a browser of Ada's that keeps cookies and follows nothing by itself.</summary>
public sealed partial class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestSite(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Browser { get; }

    public static async Task<TestSite> Open(TestHouse house)
    {
        var app = House.Serve(house.Settings with { Urls = "http://127.0.0.1:0" }, house.Clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, new Uri(app.Urls.Single()));
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
        await app.DisposeAsync();
    }

    [GeneratedRegex("""<form method="post"[^>]*action="(?<action>[^"]*)"[^>]*>(?<body>.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex FormParts();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"\s*/?>""")]
    private static partial Regex Hidden();
}
