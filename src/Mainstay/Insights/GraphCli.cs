using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary><c>mainstay graph export</c>: who knows whom, for programs that draw and reckon with graphs.</summary>
internal static class GraphCli
{
    public static Command Command(Shell shell) => new("graph", "Insights.HelpGraph") { Export(shell) };

    private static Command Export(Shell shell)
    {
        var format = new Option<string>("--format") { Description = "Insights.HelpGraphFormat", DefaultValueFactory = _ => "graphml" }.AcceptOnlyFromAmong([.. GraphExportPage.Types.Keys]);
        var file = new Option<string>("--out", "-o") { Description = "Insights.HelpGraphOut", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Insights.HelpGraphForce" };
        var export = new Command("export", "Insights.HelpGraphExport") { format, file, force };
        export.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var view = await desk.Services.GetRequiredService<NetworkQueries>().View(desk.Store, desk.Today, stop);
            var wanted = GraphExportPage.Named(typed.GetRequiredValue(format))!.Value;
            if (typed.GetValue(file) is { } path) await PrivateFiles.Write(path, typed.GetValue(force), async passing =>
            {
                await using var written = new FileStream(passing, FileMode.Open, FileAccess.Write, FileShare.None);
                await GraphExportPage.Write(view, wanted, written, stop);
            });
            else await using (var output = desk.Around.OpenOut()) await GraphExportPage.Write(view, wanted, output, stop);
            desk.Paper.Aside(Speech.Say("Insights.GraphExported", view.People.Count, view.Links.Count));
            return Shell.Fine;
        }, stop));
        return export;
    }
}
