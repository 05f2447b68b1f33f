using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Tests.Circles;
using Mainstay.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Hosting;

/// <summary>docs/circle-roles.md says of every address in a circle what each role is answered, and so it is.</summary>
public class CircleRolesTests
{
    private const string Yes = "yes", Door = "signs in", NotThere = "not there", Reads = "only reads";

    private static readonly string Document = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/circle-roles.md"));

    private static readonly SpaceRole?[] Roles = [SpaceRole.Owner, SpaceRole.Host, SpaceRole.Member, SpaceRole.Guest, null];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_address_in_a_circle_stands_in_the_table()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var text = await File.ReadAllTextAsync(Document, Stop);
        const string Rule = "|---|---|---|---|---|---|---|\n";
        var head = text[..(text.IndexOf(Rule, StringComparison.Ordinal) + Rule.Length)];

        var table = head + string.Concat(Addresses(site).Select(a => $"| `{a.Method} {a.Pattern}` | {string.Join(" | ", a.Answers)} |\n"));

        if (table != text) await File.WriteAllTextAsync(Document, table, Stop); // to be looked at, and committed
        Assert.Equal(table, text);
    }

    [Fact]
    public async Task Each_role_in_a_circle_is_answered_as_the_table_says()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var table = (await File.ReadAllLinesAsync(Document, Stop)).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split(" | ")).ToDictionary(l => l[0].Trim('|', ' ', '`'), l => l[1..].Select(c => c.Trim(' ', '|')).ToArray());
        var (wrong, seen) = (new List<string>(), 0);

        for (var column = 0; column < Roles.Length; column++)
        {
            var name = Roles[column]?.ToString() ?? "Outsider";
            var mail = name.ToLowerInvariant() + "@example.org";
            await using var who = await site.As(Roles[column] is { } role ? await ring.Join(name, mail, role) : await house.Account(name, mail));
            var token = TestSite.Form(await who.Page("/sign-out"), "/sign-out")["__RequestVerificationToken"];
            foreach (var address in Addresses(site).Where(a => !a.Ends))
            {
                house.Clock.Pass(TimeSpan.FromSeconds(10));
                var said = table[$"{address.Method} {address.Pattern}"][column];
                if (said == Yes && address.Streams) continue; // it would go on for long
                using var request = new HttpRequestMessage(new(address.Method), address.At(ring.Id, Guid.CreateVersion7()));
                if (address.Method != "GET") request.Headers.Add("RequestVerificationToken", token);
                if (address.Method != "GET" && address.IsApi) request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                using var answer = await who.Browser.SendAsync(request, Stop);
                seen++;
                var isRight = (said, answer.StatusCode) switch
                {
                    (NotThere, var status) => status == HttpStatusCode.NotFound,
                    (Reads, var status) => status == HttpStatusCode.Forbidden,
                    (_, var status) => status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.InternalServerError) && (address.HasPart || status != HttpStatusCode.NotFound),
                };
                if (!isRight) wrong.Add($"{name} {address.Method} {address.Pattern}: {said}, but {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(seen > 200, $"Only {seen} were asked.");
    }

    [Fact]
    public async Task A_token_that_may_only_read_changes_nothing_in_a_circle_and_one_for_anothers_network_opens_none()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org", SpaceRole.Host);
        house.Store.Add(new Access { AccountId = grace.Id, SpaceId = house.Ada.SpaceId, Role = SpaceRole.Member, Since = house.Clock.GetUtcNow().UtcDateTime });
        await house.Store.SaveChangesAsync(Stop);
        var (read, others) = (await house.Scope(Guid.Empty).AddToken(grace.Id, new("reader", Scope.Read, null), house.Clock, Stop), await house.Scope(Guid.Empty).AddToken(grace.Id, new("in Ada's", Scope.Write, null) { SpaceId = house.Ada.SpaceId }, house.Clock, Stop));
        var wrong = new List<string>();

        foreach (var address in Addresses(site).Where(a => a.IsApi))
        {
            house.Clock.Pass(TimeSpan.FromSeconds(10));
            if (address.Method != "GET" && await Ask(read, address) is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound) and var changed) wrong.Add($"{address.Method} {address.Pattern}: {(int)changed}");
            if (await Ask(others, address) is not HttpStatusCode.NotFound and var opened) wrong.Add($"{address.Method} {address.Pattern} by another network's: {(int)opened}");
        }

        Assert.Empty(wrong);
        async Task<HttpStatusCode> Ask(string? secret, Address address)
        {
            await using var program = site.Stranger();
            program.Browser.DefaultRequestHeaders.Add("Authorization", "Bearer " + secret);
            using var answer = await program.Browser.SendAsync(new(new(address.Method), address.At(ring.Id, Guid.CreateVersion7())), Stop);
            return answer.StatusCode;
        }
    }

    private static IEnumerable<Address> Addresses(TestSite site) =>
        (from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
         where endpoint.RoutePattern.RawText?.Contains(InCircleAttribute.Pattern, StringComparison.Ordinal) == true
         from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
         where method != "HEAD"
         select new Address(endpoint, method)).DistinctBy(a => (a.Pattern, a.Method)).OrderBy(a => a.Pattern, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed record Address(RouteEndpoint Endpoint, string Method)
    {
        public string Pattern => Endpoint.RoutePattern.RawText!;

        public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

        public bool HasPart => Endpoint.RoutePattern.Parameters.Count > 1;

        public bool Streams => Pattern.EndsWith("/live", StringComparison.Ordinal);

        /// <summary>Whoever asks is out afterwards.</summary>
        public bool Ends => Pattern.EndsWith("/leave", StringComparison.Ordinal) || Pattern.EndsWith("/decline", StringComparison.Ordinal) || Method == "DELETE" && Pattern.EndsWith("/membership", StringComparison.Ordinal);

        /// <summary>Owner, host, member, guest, outsider, nobody.</summary>
        public string[] Answers => Endpoint.Metadata switch
        {
            var known when known.GetMetadata<OwnersOnlyAttribute>() is not null || known.GetMetadata<Operation>() is { IsOwnersOnly: true } => [Yes, NotThere, NotThere, NotThere, NotThere, Door],
            var known when known.GetMetadata<HostsOnlyAttribute>() is not null || known.GetMetadata<Operation>() is { IsHostsOnly: true } => [Yes, Yes, NotThere, NotThere, NotThere, Door],
            var known when Method == "GET" || known.GetMetadata<OfAccountAttribute>() is not null || known.GetMetadata<Operation>() is { IsOfAccount: true } => [Yes, Yes, Yes, Yes, NotThere, Door],
            _ => [Yes, Yes, Yes, Reads, NotThere, Door],
        };

        public string At(Guid circle, Guid id) => string.Concat(Endpoint.RoutePattern.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart text ? text.Content : p is RoutePatternParameterPart { Name: InCircleAttribute.Part } ? circle.ToString() : id.ToString()))));
    }
}
