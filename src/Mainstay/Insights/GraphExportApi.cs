using Mainstay.Api;

namespace Mainstay.Insights;

/// <summary>Who knows whom as a file, for programs.</summary>
internal static class GraphExportApi
{
    public static void Map(ApiRoutes api) => api.Get("/network/export", Export, new("exportNetwork", "Who knows whom, with yourself in the middle, for programs that draw and reckon with graphs")
    {
        Chapter = "Network",
        About = "Nodes are your people (id, name, layer, role, organization, group, strength of your tie), edges your own ties and who knows whom (strength, and whether you said it or it is seen by signs).",
        Parameters = [new("format", typeof(string), "In which form; graphml when not said.") { OneOf = [.. GraphExportPage.Types.Keys], Example = "graphml" }],
        Answer = new(StatusCodes.Status200OK, null, "The document.") { MediaTypes = [.. GraphExportPage.Types.Values] },
    });

    private static async Task<ApiAnswer> Export(ApiCall call)
    {
        var name = call.Asked("format") ?? "graphml";
        var format = GraphExportPage.Named(name) ?? throw ApiCall.Wrong("format", "Api.NotOneOf", string.Join(", ", GraphExportPage.Types.Keys));
        var view = await call.Services.GetRequiredService<NetworkQueries>().View(call.Store, call.Today, call.Stop);
        return new(StatusCodes.Status200OK) { MediaType = GraphExportPage.Types[name], FileName = GraphExportPage.FileName(name), Stream = output => GraphExportPage.Write(view, format, output, call.Stop) };
    }
}
