using System.Diagnostics.CodeAnalysis;

namespace Mainstay.Web;

/// <summary>
/// The addresses of pages and forms. What answers asks for what it needs as its parameters, as with <c>MapGet</c> of ASP.NET Core; but that binds every handler when the first request comes,
/// and whoever comes first waits for hundreds of pages nobody asked for. Here each is bound when it is asked for the first time.
/// </summary>
public static class PageRoutes
{
    public static IEndpointConventionBuilder Get(this IEndpointRouteBuilder pages, [StringSyntax("Route")] string pattern, Delegate handler) => pages.On(["GET"], pattern, handler);

    public static IEndpointConventionBuilder Post(this IEndpointRouteBuilder pages, [StringSyntax("Route")] string pattern, Delegate handler) => pages.On(["POST"], pattern, handler);

    /// <summary>A page that is also there for who only looks whether it is.</summary>
    public static IEndpointConventionBuilder GetOrHead(this IEndpointRouteBuilder pages, [StringSyntax("Route")] string pattern, Delegate handler) => pages.On(["GET", "HEAD"], pattern, handler);

    private static IEndpointConventionBuilder On(this IEndpointRouteBuilder pages, string[] methods, string pattern, Delegate handler)
    {
        var late = new LateHandler(handler, pages.ServiceProvider);
        return pages.MapMethods(pattern, methods, (RequestDelegate)late.Answer).WithMetadata([late, .. handler.Method.GetCustomAttributes(true)]);
    }
}

/// <summary>What answers at an address, bound when it is asked for the first time. It stands among the metadata of its endpoint.</summary>
internal sealed class LateHandler(Delegate handler, IServiceProvider services)
{
    private RequestDelegate? bound;

    public Task Answer(HttpContext http) => (bound ??= Bind((RouteEndpoint)http.GetEndpoint()!))(http); // two at once bind it twice, and either is right

    /// <summary>Finds where each parameter comes from.</summary>
    /// <param name="endpoint">Whose parts of the address are parameters.</param>
    /// <exception cref="InvalidOperationException">A parameter is neither in the address or the query nor something the house has.</exception>
    public RequestDelegate Bind(RouteEndpoint endpoint) => RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions
    {
        ServiceProvider = services,
        RouteParameterNames = endpoint.RoutePattern.Parameters.Select(p => p.Name),
        DisableInferBodyFromParameters = true,
    }).RequestDelegate;
}
