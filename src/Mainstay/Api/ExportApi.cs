using Mainstay.Archive;
using Mainstay.Storage;

namespace Mainstay.Api;

/// <summary>Everything, or everybody, in one document.</summary>
internal static class ExportApi
{
    private const string Whole = "json";

    public static void Map(ApiRoutes api)
    {
        var formats = api.Services.GetServices<IExportFormat>().ToList();
        api.Get("/export", Export, new("export", "Take your people, or everything, with you")
        {
            Chapter = "In and out",
            About = "`vcard` and `csv` hold people for other programs; `json` holds everything, to be imported again.",
            Parameters =
            [
                new("format", typeof(string), "In which form; vcard when not said.") { OneOf = [.. formats.Select(f => f.Name), Whole], Example = "vcard" },
                new("version", typeof(string), "Of the vCards: 4.0 or 3.0; 4.0 when not said.") { OneOf = [.. formats.SelectMany(f => f.Versions).Distinct()], Example = "4.0" },
            ],
            Answer = new(StatusCodes.Status200OK, null, "The document.") { MediaTypes = ["text/vcard", "text/csv", BodyShape.Json] },
        });
    }

    private static Task<ApiAnswer> Export(ApiCall call)
    {
        var name = call.Asked("format") ?? "vcard";
        var version = call.Asked("version");
        if (name == Whole) return Task.FromResult(File("mainstay.json", BodyShape.Json, async output => await call.Store.WriteArchive(call.Services.GetServices<IArchiveSection>(), output, call.Clock, call.Stop)));
        var formats = call.Services.GetServices<IExportFormat>().ToList();
        var format = formats.Find(f => f.Name == name) ?? throw ApiCall.Wrong("format", "Api.NotOneOf", string.Join(", ", formats.Select(f => f.Name).Append(Whole)));
        if (version is not null && !format.Versions.Contains(version)) throw format.Versions.Count == 0 ? ApiCall.Wrong("version", "Archive.VersionOfCards") : ApiCall.Wrong("version", "Api.NotOneOf", string.Join(", ", format.Versions));
        var (file, type) = name == "csv" ? ("people.csv", "text/csv; charset=utf-8") : ("people.vcf", "text/vcard; charset=utf-8");
        return Task.FromResult(File(file, type, async output =>
        {
            await using var moment = await call.Store.ReadAtOneMoment(call.Stop);
            await format.Write(call.Store, output, version, call.Stop);
        }));
    }

    private static ApiAnswer File(string name, string type, Func<Stream, Task> write) => new(StatusCodes.Status200OK) { MediaType = type, FileName = name, Stream = write };
}
