using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Archive;

/// <summary>The command <c>export</c>: the document on standard output or in a file, the summary on standard error.</summary>
public static class ExportCli
{
    /// <summary>What can be said with it.</summary>
    private sealed class Options
    {
        public Option<string> Format { get; } = new Option<string>("--format") { Description = "Archive.HelpFormat", DefaultValueFactory = _ => "vcard" }.AcceptOnlyFromAmong("vcard", "csv", Export.Whole);

        public Option<string> Version { get; } = new Option<string>("--version") { Description = "Archive.HelpVersion" }.AcceptOnlyFromAmong("4.0", "3.0");

        public Option<string> Output { get; } = new("--output", "-o") { Description = "Archive.HelpOutput", HelpName = "FILE" };

        public Option<bool> Force { get; } = new("--force") { Description = "Archive.HelpForce" };
    }

    public static Command Command(Shell shell)
    {
        var options = new Options();
        var command = new Command("export", "Archive.HelpExport") { options.Format, options.Version, options.Output, options.Force };
        command.SetAction((parsed, stop) => shell.At(parsed, desk => Write(desk, options, stop), stop));
        return command;
    }

    private static async Task<int> Write(Desk desk, Options options, CancellationToken stop)
    {
        var format = desk.Parsed.GetRequiredValue(options.Format);
        if (format != "vcard" && desk.Parsed.GetValue(options.Version) is not null) throw new Mistaken(new Problems().When(true, "version", "Archive.VersionOfCards"));
        var wanted = new Export(format, desk.Parsed.GetValue(options.Version));
        var summary = new Reason("");
        if (desk.Parsed.GetValue(options.Output) is { } file) await PrivateFiles.Write(file, desk.Parsed.GetValue(options.Force), async passing =>
        {
            await using var written = new FileStream(passing, FileMode.Open, FileAccess.Write, FileShare.None, 64 * 1024);
            summary = await desk.Store.Write(wanted, written, desk.Services, stop);
        });
        else await using (var output = desk.Around.OpenOut()) summary = await desk.Store.Write(wanted, output, desk.Services, stop);
        desk.Paper.Aside(summary.InWords());
        return Shell.Fine;
    }
}
