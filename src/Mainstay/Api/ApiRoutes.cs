using Mainstay.Web;

namespace Mainstay.Api;

/// <summary>The API's addresses: rooms say what they can do, and every request goes the same way.</summary>
public sealed class ApiRoutes(IEndpointRouteBuilder endpoints)
{
    public const string Root = "/api";

    private const int AfterOthers = 1;

    private readonly List<(string Path, string Method, Operation Operation)> all = [];

    /// <summary>Everything the API can do, in order.</summary>
    public IReadOnlyList<(string Path, string Method, Operation Operation)> All => all;

    public void Get(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("GET", path, work, operation);

    public void Post(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("POST", path, work, Costing(operation));

    public void Put(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("PUT", path, work, Costing(operation));

    public void Patch(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("PATCH", path, work, Costing(operation));

    public void Delete(string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation) => Map("DELETE", path, work, Costing(operation));

    /// <summary>Says no to every other method at these addresses, and to every other address.</summary>
    internal void Close()
    {
        foreach (var path in all.GroupBy(a => a.Path))
        {
            var methods = string.Join(", ", path.Select(a => a.Method).SelectMany(m => m == "GET" ? (string[])["GET", "HEAD"] : [m]).Append("OPTIONS"));
            endpoints.Map(path.Key, (RequestDelegate)(http => Other(http, methods))).WithMetadata(new UnattendedAttribute()).Add(e => ((RouteEndpointBuilder)e).Order = AfterOthers);
        }
        endpoints.Map(Root + "/{**rest}", (RequestDelegate)(_ => throw new Mainstay.Words.NotFound("Api.NoSuchAddress"))).WithMetadata(new UnattendedAttribute()).Add(e => ((RouteEndpointBuilder)e).Order = AfterOthers + 1);
    }

    private static Operation Costing(Operation operation) => operation.Cost == Cost.Read ? operation with { Cost = Cost.Write } : operation;

    private void Map(string method, string path, Func<ApiCall, Task<ApiAnswer>> work, Operation operation)
    {
        all.Add((Root + path, method, operation));
        string[] methods = method == "GET" ? ["GET", "HEAD"] : [method];
        var endpoint = endpoints.MapMethods(Root + path, methods, (RequestDelegate)(http => Answer(new(http, operation), work))).WithMetadata(operation);
        if (operation.IsPublic) endpoint.WithMetadata(new UnattendedAttribute());
    }

    private static async Task Answer(ApiCall call, Func<ApiCall, Task<ApiAnswer>> work)
    {
        call.ThrowUnlessFits();
        var answer = call.Operation.Current is null ? await work(call) : await OnlyIfCurrent(call, work);
        await answer.Write(call.Http, call.Operation);
    }

    /// <summary>Looks at what is there and changes it with nobody in between.</summary>
    private static async Task<ApiAnswer> OnlyIfCurrent(ApiCall call, Func<ApiCall, Task<ApiAnswer>> work)
    {
        await using var writing = await Storage.Writing.WriteAlone(call.Store, call.Stop);
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
