using System.Net;
using System.Runtime.CompilerServices;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Tests.Sharing;
using Mainstay.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Hosting;

/// <summary>docs/roles.md says of every address what each role is answered, and so it is.</summary>
public class RolesTests
{
    private const string Yes = "yes", Door = "signs in", NotThere = "not there", Reads = "only reads";

    private static readonly string Document = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/roles.md"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_address_stands_in_the_table()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var text = await File.ReadAllTextAsync(Document, Stop);
        var head = text[..(text.IndexOf("|---|", StringComparison.Ordinal) + "|---|---|---|---|---|\n".Length)];

        var table = head + string.Concat(Addresses(site).Select(a => $"| `{a.Method} {a.Pattern}` | {string.Join(" | ", a.Answers)} |\n"));

        if (table != text) await File.WriteAllTextAsync(Document, table, Stop); // to be looked at, and committed
        Assert.Equal(table, text);
    }

    [Fact]
    public async Task Each_role_is_answered_as_the_table_says()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (account, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = bob;
        var token = TestSite.Form(await bob.Page("/sign-out"), "/sign-out")["__RequestVerificationToken"];
        var table = (await File.ReadAllLinesAsync(Document, Stop)).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split(" | ")).ToDictionary(l => l[0].Trim('|', ' ', '`'), l => l[1..].Select(c => c.Trim(' ', '|')).ToArray());
        var (wrong, seen) = (new List<string>(), 0);

        foreach (var role in new[] { SpaceRole.Member, SpaceRole.Guest })
        {
            await house.Again().ChangeRole(house.Ada.SpaceId, account.Id, role, house.Clock, Stop);
            foreach (var address in Addresses(site))
            {
                house.Clock.Pass(TimeSpan.FromSeconds(10));
                var said = table[$"{address.Method} {address.Pattern}"];
                if (said[3] == Yes) continue;
                if (role == SpaceRole.Member) await Look(stranger, address, said[3], null);
                await Look(bob, address, said[role == SpaceRole.Member ? 1 : 2], token);
            }
        }

        Assert.Empty(wrong);
        Assert.True(seen > 500, $"Only {seen} were asked.");

        async Task Look(TestSite who, Address address, string said, string? form)
        {
            var isSafe = address.Method is "GET" or "HEAD";
            if (said == Yes && (!isSafe || address.Pattern.StartsWith("/sign-out", StringComparison.Ordinal))) return; // it would be done
            using var request = new HttpRequestMessage(new(address.Method), address.At(Guid.CreateVersion7()));
            if (!isSafe && form is not null) request.Headers.Add("RequestVerificationToken", form);
            using var answer = await who.Browser.SendAsync(request, Stop);
            seen++;
            var isRight = (said, answer.StatusCode) switch
            {
                (NotThere, var status) => status == HttpStatusCode.NotFound,
                (Reads, var status) => status == HttpStatusCode.Forbidden,
                (Door, var status) => status == (address.IsApi ? HttpStatusCode.Unauthorized : HttpStatusCode.SeeOther),
                (_, var status) => status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.InternalServerError) && (address.HasPart || status != HttpStatusCode.NotFound || address.MayBeEmpty),
            };
            if (address.IsInCircle && said != Door) isRight = answer.StatusCode == HttpStatusCode.NotFound; // they are in none, and it is as if it were not there
            if (!isRight) wrong.Add($"{address.Method} {address.Pattern}: {said}, but {(int)answer.StatusCode}");
        }
    }

    private static IEnumerable<Address> Addresses(TestSite site) =>
        (from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
         from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
         where method != "HEAD" && endpoint.Metadata.GetMetadata<InCircleAttribute>() is null && endpoint.RoutePattern.RawText?.StartsWith("/api" + InCircleAttribute.Pattern, StringComparison.Ordinal) != true
         select new Address(endpoint, method)).DistinctBy(a => (a.Pattern, a.Method)).OrderBy(a => a.Pattern, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed record Address(RouteEndpoint Endpoint, string Method)
    {
        public string Pattern => Endpoint.RoutePattern.RawText!;

        public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

        public bool IsInCircle => Pattern.Contains(InCircleAttribute.Pattern, StringComparison.Ordinal);

        public bool HasPart => Pattern.Contains('{', StringComparison.Ordinal);

        /// <summary>What it shows may not be there yet.</summary>
        public bool MayBeEmpty => Pattern is "/api/attending" or "/attending" || !IsApi;

        /// <summary>Owner, member, guest, nobody.</summary>
        public string[] Answers => Endpoint.Metadata switch
        {
            var known when known.GetMetadata<UnattendedAttribute>() is not null => [Yes, Yes, Yes, Yes],
            var known when known.GetMetadata<OwnersOnlyAttribute>() is not null || known.GetMetadata<Operation>() is { IsOwnersOnly: true } => [Yes, NotThere, NotThere, Door],
            var known when Method == "GET" || known.GetMetadata<OfAccountAttribute>() is not null || known.GetMetadata<Operation>() is { IsOfAccount: true } => [Yes, Yes, Yes, Door],
            _ => [Yes, Yes, Reads, Door],
        };

        public string At(Guid id) => string.Concat(Endpoint.RoutePattern.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart text ? text.Content : id.ToString())))) is { Length: > 0 } path ? path : "/";
    }
}
