using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Archive;

/// <summary>The command <c>export</c>: the document on standard output or in a file, the summary on standard error.</summary>
public static class ExportCli
{
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "Archive.HelpFormat", DefaultValueFactory = _ => "vcard" }.AcceptOnlyFromAmong("vcard", "csv", Export.Whole);

    private static readonly Option<string> Version = new Option<string>("--version") { Description = "Archive.HelpVersion" }.AcceptOnlyFromAmong("4.0", "3.0");

    private static readonly Option<string> Output = new("--output", "-o") { Description = "Archive.HelpOutput", HelpName = "FILE" };

    private static readonly Option<bool> Force = new("--force") { Description = "Archive.HelpForce" };

    public static Command Command(Shell shell)
    {
        var command = new Command("export", "Archive.HelpExport") { Format, Version, Output, Force };
        command.SetAction((parsed, stop) => shell.At(parsed, desk => Write(desk, stop), stop));
        return command;
    }

    private static async Task<int> Write(Desk desk, CancellationToken stop)
    {
        var format = desk.Parsed.GetRequiredValue(Format);
        if (format != "vcard" && desk.Parsed.GetValue(Version) is not null) throw new Mistaken(new Problems().When(true, "version", "Archive.VersionOfCards"));
        var wanted = new Export(format, desk.Parsed.GetValue(Version));
        var summary = new Reason("");
        if (desk.Parsed.GetValue(Output) is { } file) await PrivateFiles.Write(file, desk.Parsed.GetValue(Force), async passing =>
        {
            await using var written = new FileStream(passing, FileMode.Open, FileAccess.Write, FileShare.None, 64 * 1024);
            summary = await desk.Store.Write(wanted, written, desk.Services, stop);
        });
        else await using (var output = desk.Around.OpenOut()) summary = await desk.Store.Write(wanted, output, desk.Services, stop);
        desk.Paper.Aside(summary.InWords());
        return Shell.Fine;
    }
}
