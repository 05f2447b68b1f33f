using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Archive;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary><c>/settings/data</c>: everything that is somebody's, to take away.</summary>
public sealed partial class DataPage
{
    public const string Address = "/settings/data";

    /// <summary>What can be taken, and how the file is called.</summary>
    private static readonly (string Format, string Name)[] Formats = [(Export.Whole, "mainstay.json"), ("vcard", "people.vcf"), ("csv", "people.csv")];

    private const string OfAccount = "account.json";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, () => Answers.Page<DataPage>(new { }));
        pages.Get(Address + "/" + OfAccount, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var sections = http.RequestServices.GetServices<IAccountFileSection>();
            var file = JsonSerializer.SerializeToUtf8Bytes(await store.AccountFile(visit.Guest!.AccountId, sections, stop), Json.Options);
            return Results.File(file, "application/json", OfAccount);
        });
        pages.Get(Address + "/{name}", Take);
    }

    private static async Task Take(HttpContext http, string name, Store store, CancellationToken stop)
    {
        var format = Array.Find(Formats, f => f.Name == name).Format ?? throw new NotFound("Archive.NoSuchFormat", name);
        http.Response.ContentType = format switch { "vcard" => "text/vcard; charset=utf-8", "csv" => "text/csv; charset=utf-8", _ => "application/json" };
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var body = http.Response.BodyWriter.AsStream(leaveOpen: true);
        await store.Write(new(format), body, http.RequestServices, stop);
    }
}
