using System.Net;
using System.Text.RegularExpressions;

namespace Mainstay.Tests.Api;

public partial class ApiPageTests
{
    [Fact]
    public async Task Tells_of_every_operation_of_the_document()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/api");

        foreach (var (method, path, operation) in await EveryRouteTests.All(site))
        {
            var entry = Entry().Matches(page).Single(e => e.Groups["id"].Value == operation.GetProperty("operationId").GetString()).Value;
            Assert.Contains($">{method.Method}</span>", entry, StringComparison.Ordinal);
            Assert.Contains($"<code>{path}</code>", entry, StringComparison.Ordinal);
            Assert.Contains(operation.GetProperty("summary").GetString()!, entry, StringComparison.Ordinal);
        }
        Assert.Contains(site.Address.ToString() + "api/people", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_chapters_are_in_English_for_who_reads_German()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api") { Headers = { { "Accept-Language", "de" } } };

        using var answer = await stranger.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains("<html lang=\"de\"", page, StringComparison.Ordinal);
        Assert.Contains("Die API", page, StringComparison.Ordinal);
        Assert.Contains("<section class=\"mt\" aria-labelledby=\"chapter-people\" lang=\"en\">", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("""<details class="api-entry" id="(?<id>[^"]*)">.*?</details>""", RegexOptions.Singleline)]
    private static partial Regex Entry();
}
