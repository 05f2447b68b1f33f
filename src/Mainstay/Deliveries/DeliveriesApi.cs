using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Intake;
using Mainstay.Words;

namespace Mainstay.Deliveries;

/// <summary>Files that programs bring in: at once, with the report as the answer.</summary>
internal static class DeliveriesApi
{
    private const string Chapter = "In and out", Nameless = "file";

    private static readonly Guid Sample = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a09");

    private static readonly FileInWords File = new("contacts.vcf", "vcard", 120, 118, 0, 1, 1);

    public static void Map(ApiRoutes api)
    {
        api.Post("/imports", Import, new("import", "Bring in people and touches from a file")
        {
            Chapter = Chapter,
            About = $"The file is recognised by what is in it; several go together in a zip. All of it comes in or, when anything stops it, nothing. At most {UploadSource.MostBytes >> 20} MB and {ImportJob.MostRows:N0} rows; the command line has no such limits.",
            Parameters = Wishes,
            Body = Body,
            Answer = AnswerShape.Made<ReportInWords>("The report.", new ReportInWords(Sample, [File])),
            IsTagged = true,
        });
        api.Post("/imports/preview", Preview, new("previewImport", "What an import of a file would do")
        {
            Chapter = Chapter,
            About = "Writes nothing. `first` holds the first rows as they were understood, `doubtful` those who may be somebody you know, with the keys for `same`.",
            Parameters = Wishes,
            Body = Body,
            Answer = AnswerShape.Of<ReportInWords>("What would happen.", new ReportInWords(null, [File])),
        });
    }

    private static IReadOnlyList<Parameter> Wishes =>
    [
        new("name", typeof(string), "What the file is called in the report.") { Example = "contacts.vcf" },
        new("withText", typeof(bool), "Keep what was written in messages; not kept when not said.") { Example = false },
        new("column", typeof(string), $"What a column of a table means that no program known here wrote, as HEADING=MEANING: {string.Join(", ", ApiCall.Names<Meaning>())}. What is not said of a column is left to the guess.") { IsList = true },
        new("same", typeof(string), "Somebody doubtful is this person, as KEY=KEY from the preview.") { IsList = true },
    ];

    private static BodyShape Body => new(null, "The file, byte by byte.") { MediaTypes = ["application/octet-stream", "text/vcard", "text/csv", "application/zip", BodyShape.Json], MostBytes = UploadSource.MostBytes, IsLarge = true };

    private static Task<ApiAnswer> Import(ApiCall call) => With(call, async (readings, sections, wishes) =>
    {
        var report = await call.Store.BringIn(readings, sections, wishes, call.Stop);
        return ApiAnswer.Made(await IntakeApi.Report(call, report.Import!.Value), $"{ApiRoutes.Root}/imports/{report.Import}");
    });

    private static Task<ApiAnswer> Preview(ApiCall call) => With(call, async (readings, sections, wishes) =>
        ApiAnswer.Of(ReportInWords.Of(null, (await call.Store.LookInto(readings, sections, wishes, call.Stop)).Files)));

    /// <summary>The file lies on the disk for as long as it is read.</summary>
    private static async Task<ApiAnswer> With(ApiCall call, Func<List<Reading>, IEnumerable<IArchiveSection>, ImportWishes, Task<ApiAnswer>> work)
    {
        var (owner, id) = (call.Visit.Owner, Guid.CreateVersion7());
        var wishes = new ImportWishes(call.Today, owner.Zone, call.Clock) { Id = id, MostRows = ImportJob.MostRows, WithText = call.YesOrNo("withText") ?? false, Same = ColumnsCli.Pairs(All(call, "same"), "same") };
        var columns = ColumnsCli.Of(All(call, "column"));
        using var held = call.Services.GetRequiredService<DeliverySource>().Hold(owner.SpaceId, id)!;
        try
        {
            await using (var file = held.Create(0)) await call.SentTo(file);
            return await work(Open(held.Files([UploadSource.NameOf(call.Asked("name") ?? Nameless)]), columns), call.Services.GetServices<IArchiveSection>(), wishes);
        }
        finally
        {
            held.Remove();
        }
    }

    private static List<Reading> Open(IReadOnlyList<FileAtHand> files, Func<FileAtHand, UnknownTable, TableColumns?>? columns)
    {
        try
        {
            return FileSource.Open(files, columns);
        }
        catch (CannotBeDone no) when (no.Reason.Key == "Intake.FileUnknown")
        {
            throw new CannotBeDone("Deliveries.UnknownSent", files[0].Name);
        }
    }

    private static List<string> All(ApiCall call, string name) => [.. call.AllAsked.Where(a => a.Key == name).Select(a => a.Value).OfType<string>()];
}
