using System.Net;
using Mainstay.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Hosting;

/// <summary>What must be true of every address, taken from the routing table: a new one cannot be forgotten.</summary>
public class EveryAddressTests
{
    /// <summary>What is for everybody. Whoever adds an address here opens it to the world.</summary>
    private static readonly string[] Open =
        ["/answer/thanks", "/answer/{secret}", "/answer/{secret}/calendar.ics", "/api", "/api/openapi.json", "/api/{**rest}", "/assets/{name}", "/calendar/{secret}.ics", "/capture/offline", "/card/{secret}", "/card/{secret}.vcf", "/favicon.ico", "/healthz", "/help-now", "/join/{secret}", "/join/{secret}/passkey", "/join/{secret}/passkey/ask", "/manifest.webmanifest", "/offline", "/setup", "/setup/passkey", "/setup/passkey/ask", "/sign-in", "/sign-in/code", "/sign-in/link", "/sign-in/passkey", "/sign-in/passkey/ask", "/worker.js", "{*path}"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_few_addresses_are_for_everybody()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var open = Addresses(site).Where(a => a.IsOpen).Select(a => a.Pattern).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Open.Order(StringComparer.Ordinal), open);
    }

    [Fact]
    public async Task With_a_sign_in_provider_three_more_are_and_to_be_connected_one_signs_in_first()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house, s => s with { OidcIssuer = "https://id.example.org", OidcClientId = "mainstay" });
        await using var stranger = site.Stranger();

        using var connecting = await stranger.Browser.PostAsync("/settings/security/provider", null, Stop);

        Assert.Equal(["/sign-in/provider", "/sign-in/provider/again", "/sign-in/provider/return"], Addresses(site).Where(a => a.IsOpen).Select(a => a.Pattern).Except(Open).Order(StringComparer.Ordinal));
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in"), (connecting.StatusCode, connecting.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Nobody_gets_further_than_the_door_without_signing_in()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (wrong, seen) = (new List<string>(), 0);
        foreach (var address in Addresses(site).Where(a => !a.IsOpen))
        {
            using var answer = await stranger.Browser.SendAsync(new(new(address.Method), address.At(Guid.CreateVersion7())), Stop);
            seen++;
            var isLedToTheDoor = answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.ToString().Split('?')[0] == "/sign-in" && (await answer.Content.ReadAsByteArrayAsync(Stop)).Length == 0;
            if (!(address.IsApi ? answer.StatusCode == HttpStatusCode.Unauthorized : isLedToTheDoor)) wrong.Add($"{address.Method} {address.Pattern}: {(int)answer.StatusCode}");
        }

        Assert.Empty(wrong);
        Assert.True(seen > 20, $"Only {seen} addresses were looked at.");
    }

    [Fact]
    public async Task Bob_finds_nothing_of_Adas_by_her_ids_and_changes_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var ids = await AdasIds(house);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var token = TestSite.Form(await bob.Page("/people/new"), "/people")["__RequestVerificationToken"];
        var before = await Export(house);
        var (wrong, seen) = (new List<string>(), 0);
        foreach (var address in Addresses(site).Where(a => a.HasId && !a.IsApi)) // programs send no forms: EveryRouteTests
            foreach (var id in ids)
            {
                using var request = new HttpRequestMessage(new(address.Method), address.At(id));
                if (address.Method is not ("GET" or "HEAD")) request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
                using var answer = await bob.Browser.SendAsync(request, Stop);
                seen++;
                if (answer.StatusCode != HttpStatusCode.NotFound) wrong.Add($"{address.Method} {address.Pattern}: {(int)answer.StatusCode}");
            }

        Assert.Empty(wrong.Distinct());
        Assert.True(seen > 50, $"Only {seen} were asked.");
        Assert.Equal(before, await Export(house));
    }

    [Fact]
    public async Task A_token_that_may_only_read_changes_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var ids = await AdasIds(house);
        await using var site = await TestSite.Open(house);
        var ada = await house.AdasAccount();
        var read = await house.Store.AddToken(ada.Id, new("reader", Scope.Read, null), house.Clock, Stop);
        await using var program = site.Stranger();
        program.Browser.DefaultRequestHeaders.Add("Authorization", "Bearer " + read);
        var before = await Export(house);
        var wrong = new List<string>();
        foreach (var address in Addresses(site).Where(a => a.IsApi && !a.IsOpen && a.Method is not ("GET" or "HEAD" or "OPTIONS") && !a.Pattern.Contains("{circle", StringComparison.Ordinal))) // those in a circle are asked by CircleRolesTests
        {
            using var answer = await program.Browser.SendAsync(new(new(address.Method), address.At(ids[0])), Stop);
            var isInCircle = address.Pattern.Contains(InCircleAttribute.Pattern, StringComparison.Ordinal); // there is no such circle, for anybody
            if (answer.StatusCode != HttpStatusCode.Forbidden && !(isInCircle && answer.StatusCode == HttpStatusCode.NotFound)) wrong.Add($"{address.Method} {address.Pattern}: {(int)answer.StatusCode}");
        }
        using var reading = await program.Browser.GetAsync("/api/search?q=grace", Stop);

        Assert.Empty(wrong);
        Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
        Assert.Equal(before, await Export(house));
    }

    /// <summary>One of everything of Ada's that has an address.</summary>
    private static async Task<Guid[]> AdasIds(TestHouse house)
    {
        (await house.Type("person", "add", "Grace Hopper", "--organization", "Navy")).Fine();
        (await house.Type("touch", "Grace", "--by", "call")).Fine();
        (await house.Type("tasks", "add", "Send the deck", "--for", "Grace")).Fine();
        (await house.Type("people", "views", "add", "Mentors", "--role", "mentor")).Fine();
        var export = System.Text.Json.JsonDocument.Parse(await Export(house)).RootElement;
        var ada = await house.AdasAccount();
        await house.SignIn(ada);
        house.Store.Add(new Passkey { AccountId = ada.Id, CredentialId = [1, 2, 3], PublicKey = [4, 5, 6], Name = "phone", Transports = "internal" });
        await house.Store.SaveChangesAsync(Stop);
        await house.Store.AddToken(ada.Id, new("backup script", Scope.Read, null), house.Clock, Stop);
        return [.. Everything(export).Concat(await house.Store.Sessions.Select(s => s.Id).ToListAsync(Stop)).Concat(await house.Store.ApiTokens.Select(t => t.Id).ToListAsync(Stop)).Concat(await house.Store.Passkeys.Select(p => p.Id).ToListAsync(Stop)).Distinct()];
    }

    private static IEnumerable<Guid> Everything(System.Text.Json.JsonElement json) => json.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => json.EnumerateObject().SelectMany(p => p.Name == "id" && p.Value.TryGetGuid(out var id) ? [id] : Everything(p.Value)),
        System.Text.Json.JsonValueKind.Array => json.EnumerateArray().SelectMany(Everything),
        _ => [],
    };

    private static async Task<string> Export(TestHouse house) => (await house.Type("export", "--format", "json")).Fine().Out;

    private static List<Place> Addresses(TestSite site) =>
    [
        .. from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "DELETE"]
           select new Place(endpoint.RoutePattern, method, endpoint.Metadata.GetMetadata<Mainstay.Web.UnattendedAttribute>() is not null),
    ];

    private sealed record Place(Microsoft.AspNetCore.Routing.Patterns.RoutePattern Route, string Method, bool IsOpen)
    {
        public string Pattern => Route.RawText!;

        public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

        public bool HasId => Pattern.Contains(":guid}", StringComparison.Ordinal);

        public string At(Guid id) => string.Concat(Route.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart text ? text.Content : id.ToString()))));
    }
}
