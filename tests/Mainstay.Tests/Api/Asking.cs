using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Mainstay.Tests.Api;

/// <summary>Asks the API as a program would.</summary>
internal static class Asking
{
    public const string Problem = "application/problem+json";

    /// <summary>Programs write names in camelCase.</summary>
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web);

    private static readonly ConditionalWeakTable<TestSite, Lazy<Task<string>>> Permissions = [];

    public static Task<Told> Ask(this TestSite site, string path, params (string Name, string Value)[] headers) => site.Send(HttpMethod.Get, path, null, headers);

    public static Task<Told> Hand(this TestSite site, string path, object? body, params (string Name, string Value)[] headers) => site.Send(HttpMethod.Post, path, body, headers);

    public static Task<Told> Put(this TestSite site, string path, object? body, params (string Name, string Value)[] headers) => site.Send(HttpMethod.Put, path, body, headers);

    public static Task<Told> Patch(this TestSite site, string path, object? body, params (string Name, string Value)[] headers) => site.Send(HttpMethod.Patch, path, body, headers);

    public static Task<Told> Delete(this TestSite site, string path, params (string Name, string Value)[] headers) => site.Send(HttpMethod.Delete, path, null, headers);

    /// <summary>The cookies of the browser, as a header.</summary>
    public static string CookieHeader(this TestSite site) => site.Cookies.GetCookieHeader(site.Address);

    /// <summary>What a page of ours holds, and a browser must show to change something.</summary>
    public static Task<string> Permission(this TestSite site) => Permissions.GetValue(site, s => new(async () => TestSite.Form(await s.Page("/sign-out"), "/sign-out")["__RequestVerificationToken"])).Value;

    public static async Task<Told> Send(this TestSite site, HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, Written), Encoding.UTF8, method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        foreach (var (name, value) in headers)
            if (name == "Content-Type") request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else request.Headers.TryAddWithoutValidation(name, value);
        if (site.Session is not null && method != HttpMethod.Get && method != HttpMethod.Head && method != HttpMethod.Options) request.Headers.TryAddWithoutValidation("RequestVerificationToken", await site.Permission());
        using var answer = await site.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>What the API answered.</summary>
internal sealed record Told(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement this[string name] => Json.GetProperty(name);

    public string? Tag => Headers.GetValueOrDefault("ETag");

    /// <summary>The sentence of the problem, whose form is looked at too.</summary>
    public string Detail
    {
        get
        {
            Assert.Equal(Asking.Problem, Headers["Content-Type"]);
            Assert.Equal((int)Status, Json.GetProperty("status").GetInt32());
            return Json.GetProperty("detail").GetString()!;
        }
    }

    public Told Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");
        return this;
    }

    public Told Fine() => Is(HttpStatusCode.OK);

    /// <summary>What is wrong with a field.</summary>
    public string Wrong(string field)
    {
        Is(HttpStatusCode.UnprocessableEntity);
        Assert.True(Json.GetProperty("errors").TryGetProperty(field, out var sentences), $"Nothing about {field}: {Text}");
        return sentences[0].GetString()!;
    }

    public string[] Each(string list, string field) => [.. Json.GetProperty(list).EnumerateArray().Select(i => i.GetProperty(field).GetString()!)];
}
