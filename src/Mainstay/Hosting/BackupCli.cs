using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary>The commands <c>backup</c> and <c>restore</c>. They bring nothing up to date: the database may be damaged, or newer than this program.</summary>
public static class BackupCli
{
    public static IEnumerable<Command> Commands(Shell shell) => [Backup(shell), Restore(shell)];

    private static Command Backup(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "Hosting.HelpBackupFile" };
        var force = new Option<bool>("--force") { Description = "Hosting.HelpForce" };
        var command = new Command("backup", "Hosting.HelpBackup") { file, force };
        command.SetAction((parsed, stop) => shell.Guard(async () =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            await Backups.BackUp(shell.SettingsOf(parsed), path, parsed.GetValue(force), stop);
            var paper = new Paper(shell.Around, parsed.GetValue(shell.AsJson));
            if (paper.AsJson) paper.Write(new { File = path, Bytes = new FileInfo(path).Length });
            else paper.Line(Speech.Say("Storage.BackedUp", path));
            return Shell.Fine;
        }));
        return command;
    }

    private static Command Restore(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "Hosting.HelpRestoreFile" };
        var command = new Command("restore", "Hosting.HelpRestore") { file };
        command.SetAction((parsed, stop) => shell.Guard(async () =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            var before = await Restoring.Restore(shell.SettingsOf(parsed), path, shell.Around.Clock.GetUtcNow().UtcDateTime, stop);
            var paper = new Paper(shell.Around, parsed.GetValue(shell.AsJson));
            if (paper.AsJson) paper.Write(new { Restored = path, Before = before });
            else paper.Line(Speech.Say("Storage.Restored", path) + (before is null ? "" : "\n" + Speech.Say("Storage.WasBefore", before)));
            return Shell.Fine;
        }));
        return command;
    }
}
