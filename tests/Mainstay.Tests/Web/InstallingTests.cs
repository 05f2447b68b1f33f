using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mainstay.Tests.Web;

public class InstallingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_the_application_with_pictures_that_are_there()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Browser.GetAsync("/manifest.webmanifest", Stop);
        var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;

        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("Mainstay", "/", "standalone"), (manifest.GetProperty("name").GetString(), manifest.GetProperty("start_url").GetString(), manifest.GetProperty("display").GetString()));
        Assert.Contains(manifest.GetProperty("icons").EnumerateArray(), i => i.GetProperty("purpose").GetString() == "maskable");
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            using var picture = await site.Browser.GetAsync(icon.GetProperty("src").GetString(), Stop);
            Assert.Equal((HttpStatusCode.OK, icon.GetProperty("type").GetString()), (picture.StatusCode, picture.Content.Headers.ContentType!.ToString()));
        }
    }

    [Fact]
    public async Task The_page_without_a_network_is_nobodys()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await site.Page("/");
        using var stranger = new HttpClient { BaseAddress = site.Address };
        stranger.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("de"));

        var page = WebUtility.HtmlDecode(await stranger.GetStringAsync("/offline", Stop));

        Assert.Contains("Du bist offline", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_comes_from_the_root_and_is_asked_for_anew_each_time()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Browser.GetAsync("/worker.js", Stop);

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_first_visit_is_light()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        using var small = new HttpClient { BaseAddress = site.Address };
        small.DefaultRequestHeaders.AcceptEncoding.Add(new("br"));
        var html = await site.Page("/");

        var bytes = System.Text.Encoding.UTF8.GetByteCount(html);
        foreach (Match file in Regex.Matches(html, "(?:href|src)=\"(/assets/[^\"#]*\\.(?:css|js)\\?[^\"#]*)\"")) bytes += (await small.GetByteArrayAsync(file.Groups[1].Value, Stop)).Length;

        Assert.InRange(bytes, 10_000, 60_000);
    }
}
