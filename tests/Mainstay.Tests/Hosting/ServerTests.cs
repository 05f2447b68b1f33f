using System.Net;
using System.Net.Sockets;
using System.Text;
using Mainstay.People;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Hosting;

public class ServerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Says_that_it_is_well(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        Assert.Equal("ok", await site.Page("/healthz"));
    }

    [Fact]
    public async Task Says_that_it_is_not_well_without_its_database()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var elsewhere = house.Settings with { Data = Path.Combine(house.Settings.Data, "empty"), Urls = "http://127.0.0.1:0" };
        await using var app = House.Serve(elsewhere, house.Clock);
        await app.StartAsync(Stop);
        using var browser = new HttpClient();

        using var answer = await browser.GetAsync(app.Urls.Single() + "/healthz", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_too_large_or_damaged_is_the_senders_mistake()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        using var caller = new TcpClient();
        await caller.ConnectAsync(site.Address.Host, site.Address.Port, Stop);
        await using var line = caller.GetStream();

        await line.WriteAsync(Encoding.ASCII.GetBytes($"POST /people HTTP/1.1\r\nHost: {site.Address.Authority}\r\nCookie: {site.CookieHeader()}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 40000000\r\n\r\n"), Stop);
        using var answer = new StreamReader(line);
        var large = await answer.ReadLineAsync(Stop);
        using var damaged = await site.Send("/people", new Dictionary<string, string> { ["name"] = "a\0" });

        Assert.Equal(("HTTP/1.1 413 Payload Too Large", HttpStatusCode.BadRequest), (large, damaged.StatusCode));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("localhost.evil.example")]
    public async Task Answers_to_no_other_name(string host)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/people") { Headers = { Host = host } };

        using var answer = await site.Browser.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.DoesNotContain("mainstay-forms", string.Join(' ', answer.Headers.SelectMany(h => h.Value)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Answers_to_its_own_names(string host)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/people") { Headers = { Host = $"{host}:{site.Address.Port}" } };

        using var answer = await site.Browser.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    public async Task Changes_nothing_for_other_sites(string header, string value, HttpStatusCode status)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/people/new"), "/people");
        form["name"] = "Grace Hopper";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/people") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(header, value);

        using var answer = await site.Browser.SendAsync(request, Stop);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.SeeOther ? 1 : 0, (await house.Again().Everybody(Stop)).Count);
    }

    [Fact]
    public async Task Takes_no_form_without_its_token()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/people/new"), "/people");
        form["name"] = "Grace Hopper";
        form["__RequestVerificationToken"] = "forged";

        using var forged = await site.Send("/people", form);
        form.Remove("__RequestVerificationToken");
        using var missing = await site.Send("/people", form);
        using var json = await site.Browser.PostAsync("/people", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Stop);

        Assert.All([forged, missing, json], a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
        Assert.Empty(await house.Again().Everybody(Stop));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/people")]
    [InlineData("/people/new")]
    [InlineData("/layers")]
    [InlineData("/nothing-here")]
    public async Task Every_page_is_private_and_guarded(string path)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Browser.GetAsync(path, Stop);

        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", headers["Referrer-Policy"]);
        Assert.DoesNotContain("Server", headers.Keys, StringComparer.OrdinalIgnoreCase);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.All(System.Text.RegularExpressions.Regex.Matches(html, "<script.*?</script>", System.Text.RegularExpressions.RegexOptions.Singleline), script => Assert.Matches("^<script type=\"module\" src=\"/assets/[^\"]*\"[^>]*></script>$", script.Value));
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]* on[a-z]+=", html);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Style_is_kept_by_browsers_until_it_changes()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var href = System.Text.RegularExpressions.Regex.Match(await site.Page("/people"), "href=\"(/assets/mainstay.css[^\"]*)\"").Groups[1].Value;

        using var named = await site.Browser.GetAsync(href, Stop);
        using var plain = await site.Browser.GetAsync("/assets/mainstay.css", Stop);
        using var missing = await site.Browser.GetAsync("/assets/../mainstay.db", Stop);

        Assert.Contains("immutable", named.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("text/css", named.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", plain.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_the_look()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var page = await site.Browser.GetAsync("/nothing/here.html", Stop);
        using var person = await site.Browser.GetAsync("/people/01890000-0000-7000-8000-000000000000", Stop);
        using var method = await site.Browser.GetAsync("/today/aside", Stop);

        Assert.All([page, person], a => Assert.Equal(HttpStatusCode.NotFound, a.StatusCode));
        Assert.All([page, person, method], a => Assert.Contains("class=\"frame\"", a.Content.ReadAsStringAsync(Stop).Result, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public async Task Says_where_it_is_and_stops_when_asked(params string[] typed)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var said = new StringWriter();
        using var wrong = new StringWriter();
        var around = new Mainstay.Cli.Surroundings { Out = TextWriter.Synchronized(said), Error = TextWriter.Synchronized(wrong), In = TextReader.Null, Clock = house.Clock, Variable = name => name == "MAINSTAY_DATA" ? house.Settings.Data : null };

        var serve = House.Run(typed, around, stopping.Token);
        while (!said.ToString().Contains("http://127.0.0.1:", StringComparison.Ordinal)) await Task.Delay(50, Stop);
        await stopping.CancelAsync();

        Assert.Equal((0, ""), (await serve, wrong.ToString()));
        Assert.Matches(@"^Mainstay is at http://127\.0\.0\.1:\d+\n$", said.ToString());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var answer = await house.Type("serve", "--urls", $"http://127.0.0.1:{site.Address.Port}");

        Assert.Equal(1, answer.Code);
        Assert.Contains("listening", answer.Error, StringComparison.Ordinal);
    }
}
