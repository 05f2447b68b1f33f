using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary><c>/network/export?format=</c>: who knows whom as a file for other programs.</summary>
internal static class GraphExportPage
{
    /// <summary>So many bytes are gathered before they are passed on.</summary>
    private const int Portion = 64 * 1024;

    /// <summary>What can be chosen, and of which type it is.</summary>
    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["graphml"] = "application/graphml+xml",
        ["gexf"] = "application/gexf+xml",
        ["svg"] = "image/svg+xml",
        ["json"] = "application/json",
    };

    public static void Map(IEndpointRouteBuilder pages) => pages.Get("/network/export", async (HttpContext http, Store store, Visit visit, NetworkQueries networks, CancellationToken stop) =>
    {
        var name = Texts.Filled(http.Request.Query["format"]) ?? "graphml";
        var format = Named(name) ?? throw new NotFound("Archive.NoSuchFormat", name);
        var view = await networks.View(store, visit.Today, stop);
        http.Response.ContentType = Types[name];
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(name)}\"";
        await using var body = http.Response.BodyWriter.AsStream(leaveOpen: true);
        await Write(view, format, body, stop);
    });

    public static GraphFormat? Named(string name) => Types.ContainsKey(name) ? Enum.Parse<GraphFormat>(name, true) : null;

    public static string FileName(string format) => $"network.{format}";

    /// <summary>Writes the network; only a portion of it is in memory at a time.</summary>
    public static async Task Write(NetworkView view, GraphFormat format, Stream output, CancellationToken stop)
    {
        var (graph, buffer) = (new GraphExport(view, Speech.Say("Insights.ExportYou")), new MemoryStream());
        await using (buffer)
        {
            if (format == GraphFormat.Json)
            {
                await using var json = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
                await Pass(GraphExportJson.Json(graph, json), buffer, output, stop, () => Rest(json));
                json.Flush();
            }
            else
            {
                using var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), Indent = true });
                await Pass(Pieces(format, graph, xml), buffer, output, stop);
                xml.Flush();
            }
            buffer.WriteByte((byte)'\n');
            await PassOn(buffer, output, stop);
        }
    }

    private static IEnumerable<int> Pieces(GraphFormat format, GraphExport graph, XmlWriter xml) => format switch
    {
        GraphFormat.Graphml => GraphExportXml.Graphml(graph, xml),
        GraphFormat.Gexf => GraphExportXml.Gexf(graph, xml),
        _ => GraphExportSvg.Draw(graph, xml),
    };

    private static async Task Pass(IEnumerable<int> pieces, MemoryStream buffer, Stream output, CancellationToken stop, Action? rest = null)
    {
        foreach (var _ in pieces)
        {
            rest?.Invoke();
            if (buffer.Length > Portion) await PassOn(buffer, output, stop);
        }
    }

    /// <summary>It writes nothing by itself before its end.</summary>
    private static void Rest(Utf8JsonWriter json)
    {
        if (json.BytesPending > Portion) json.Flush();
    }

    private static async Task PassOn(MemoryStream buffer, Stream output, CancellationToken stop)
    {
        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
        buffer.SetLength(0);
    }
}
