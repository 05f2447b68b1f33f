using System.Text.Json;
using Mainstay.Api;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Imports, for programs.</summary>
internal static class IntakeApi
{
    private const string Chapter = "In and out";

    private static readonly ImportAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a09"), new(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc), "contacts.vcf", 118, 0, 1, 1, null);

    public static void Map(ApiRoutes api)
    {
        api.Get("/imports", List, new("listImports", "All imports, the latest first")
        {
            Chapter = Chapter,
            Answer = AnswerShape.PageOf("All of them.", Sample),
        });
        api.Get("/imports/{id:guid}", async call => ApiAnswer.Of(await Report(call, call.Id())), new("readImport", "The report of an import")
        {
            Chapter = Chapter,
            About = "`row` is the line in the file, 0 when the file as a whole is meant.",
            Parameters = [Parameter.Id("The import.")],
            Answer = AnswerShape.Of<ReportInWords>("The report.", new ReportInWords(Sample.Id, [new("contacts.vcf", "vcard", 120, 118, 0, 1, 1)])),
            IsTagged = true,
        });
        api.Post("/imports/{id:guid}/undo", Undo, new("undoImport", "Take back a whole import")
        {
            Chapter = Chapter,
            About = "What was edited since stays, and is named.",
            Parameters = [Parameter.Id("The import.")],
            Answer = AnswerShape.Of<UndoneAnswer>("What was taken back, and what stays.", new UndoneAnswer(Sample.Id, 118, 0, 0, [])),
            Conflicts = "It was taken back already, or holds a whole network.",
        });
    }

    private static async Task<ApiAnswer> List(ApiCall call) => ApiAnswer.Of(new Page<ImportAnswer> { Items = (await call.Store.AllImports(call.Stop)).ConvertAll(ImportAnswer.Of) });

    /// <summary>What became of an import, as it was told when it was made.</summary>
    internal static async Task<ReportInWords> Report(ApiCall call, Guid id) => JsonSerializer.Deserialize<ReportInWords>((await call.Store.ImportOf(id, call.Stop)).Report, Json.OneLine)!.ForPrograms();

    private static async Task<ApiAnswer> Undo(ApiCall call) =>
        ApiAnswer.Of(UndoneAnswer.Of(await call.Store.UndoImport(call.Id(), call.Services.GetServices<IPersonLeaves>(), call.Clock, call.Stop)));
}
