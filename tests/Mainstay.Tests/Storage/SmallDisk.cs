using System.Diagnostics;
using System.Globalization;

namespace Mainstay.Tests.Storage;

/// <summary>A disk that is soon full, or that cannot be written. Only root may mount one; elsewhere the test is skipped, and says so.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public static SmallDisk Mount(string parent, long bytes, bool readOnly = false)
    {
        var disk = new SmallDisk(Directory.CreateDirectory(Path.Combine(parent, "disk")).FullName);
        var options = string.Create(CultureInfo.InvariantCulture, $"size={bytes}{(readOnly ? ",ro" : "")}");
        if (!OperatingSystem.IsLinux() || !Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.Folder)) Assert.Skip("A small disk cannot be mounted here: that takes Linux and root.");
        return disk;
    }

    /// <summary>Takes up all room but some.</summary>
    public void FillBut(long bytes)
    {
        using var filler = File.Create(Path.Combine(Folder, "filler"));
        var room = new DriveInfo(Folder).AvailableFreeSpace - bytes;
        filler.Write(new byte[room]);
    }

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Path.GetDirectoryName(Folder)!, true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
