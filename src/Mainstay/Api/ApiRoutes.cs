using System.Text.Json.Nodes;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Api;

/// <summary>The API's addresses: rooms say what they can do, and every request goes the same way.</summary>
public sealed class ApiRoutes(IEndpointRouteBuilder endpoints)
{
    public const string Root = "/api";

    private const int AfterOthers = 1;

    private readonly List<Route> all = [];
    private bool forOwners;
    private readonly List<(Type Shape, Member Member)> more = [];

    /// <summary>What stands behind the rooms.</summary>
    public IServiceProvider Services => endpoints.ServiceProvider;

    /// <summary>Everything the API can do, in order.</summary>
    public IReadOnlyList<Route> All => all;

    /// <summary>The ways in which callers show who they are, as OpenAPI describes them, by name.</summary>
    internal OrderedDictionary<string, Func<JsonObject>> Schemes { get; } = new();

    /// <summary>Members that later rooms add to a shape of an earlier one.</summary>
    internal ILookup<Type, Member> More => more.ToLookup(m => m.Shape, m => m.Member);

    /// <summary>Says that a shape has these members too.</summary>
    public void Add<T>(IEnumerable<Member> members) => more.AddRange(members.Select(m => (typeof(T), m)));

    /// <summary>What is mapped within is the owner's alone.</summary>
    internal void ForOwners(Action map)
    {
        forOwners = true;
        map();
        forOwners = false;
    }

    public void Get(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("GET", path, work, operation);

    public void Post(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("POST", path, work, operation with { Writes = true });

    public void Put(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("PUT", path, work, operation with { Writes = true });

    public void Patch(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("PATCH", path, work, operation with { Writes = true });

    public void Delete(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("DELETE", path, work, operation with { Writes = true });

    /// <summary>Says no to every other method at these addresses, and to every other address.</summary>
    internal void Close()
    {
        foreach (var path in all.GroupBy(a => a.Path))
        {
            var methods = string.Join(", ", path.Select(a => a.Method).SelectMany(m => m == "GET" ? (string[])["GET", "HEAD"] : [m]).Append("OPTIONS"));
            var other = endpoints.Map(path.Key, (RequestDelegate)(http => Other(http, methods)));
            other.Add(e => ((RouteEndpointBuilder)e).Order = AfterOthers);
            if (path.Any(a => a.Operation.IsPublic)) other.WithMetadata(new UnattendedAttribute());
        }
        endpoints.Map(Root + "/{**rest}", (RequestDelegate)(_ => throw new NotFound("Api.NoSuchAddress"))).WithMetadata(new UnattendedAttribute()).Add(e => ((RouteEndpointBuilder)e).Order = AfterOthers + 1);
    }

    private void Map(string method, string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation)
    {
        if (forOwners) operation = operation with { IsOwnersOnly = true };
        all.Add(new(method, Root + path, operation));
        string[] methods = method == "GET" ? ["GET", "HEAD"] : [method];
        var endpoint = endpoints.MapMethods(Root + path, methods, (RequestDelegate)(http => Answer(new(http, operation), work))).WithMetadata(operation);
        if (operation.IsPublic) endpoint.WithMetadata(new UnattendedAttribute());
        if (path.StartsWith(InCircleAttribute.Pattern, StringComparison.Ordinal)) endpoint.WithMetadata(new InCircleAttribute());
    }

    private static async Task Answer(ApiCall call, Func<ApiCall, Task<ApiAnswer>> work)
    {
        call.ThrowUnlessAllowed();
        call.ThrowUnlessFits();
        var answer = await (call.Key is { } key && !call.Operation.HasSecret ? call.Once(key, work) : call.NamesVersion ? OnlyIfCurrent(call, work) : work(call));
        await call.Store.EmptyOwedJournal();
        await answer.Write(call.Http, call.Operation);
    }

    /// <summary>Looks at what is there and changes it with nobody in between.</summary>
    private static async Task<ApiAnswer> OnlyIfCurrent(ApiCall call, Func<ApiCall, Task<ApiAnswer>> work)
    {
        await using var writing = await call.Store.WriteAlone(call.Stop);
        await Tags.ThrowUnlessCurrent(call, call.Operation.Current!);
        var answer = await work(call);
        await writing.CommitAsync(call.Stop);
        return answer;
    }

    private static Task Other(HttpContext http, string methods)
    {
        http.Response.Headers.Allow = methods;
        if (!HttpMethods.IsOptions(http.Request.Method)) throw new Declined(StatusCodes.Status405MethodNotAllowed, "Api.WrongMethod", http.Request.Method, methods);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}

/// <summary>An address, a method, and what they do.</summary>
public sealed record Route(string Method, string Path, Operation Operation);
