using Mainstay.Words;

namespace Mainstay.Storage;

/// <summary>Files and folders that nobody else on a shared machine may read, written whole or not at all.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
    private const int ReadOnlyDisk = 30; // EROFS

    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (File.Exists(folder)) throw new CannotBeDone("Storage.NotAFolder", folder);
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, OwnersFolder);
        }
        catch (Exception refused) when (refused is FileNotFoundException or DirectoryNotFoundException or PathTooLongException)
        {
            throw new CannotBeDone("Storage.CannotMakeFolder", folder);
        }
    }

    /// <summary>Makes an empty file when there is none.</summary>
    public static void MakeFile(string file) => Open(file, FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete).Dispose();

    /// <summary>Has a file written under a passing name beside it, and puts it in its place when it is whole and on the disk.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="replace">A file that is there already may be replaced.</param>
    /// <param name="write">Fills the file whose path it is given; it exists and is empty.</param>
    public static async Task Write(string path, bool replace, Func<string, Task> write)
    {
        var file = Path.GetFullPath(path);
        CheckPlace(file, replace);
        var passing = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.{Guid.CreateVersion7():N}.part");
        try
        {
            Begin(passing);
            await write(passing);
            Sync(passing);
            File.Move(passing, file, replace);
        }
        finally
        {
            File.Delete(passing);
        }
    }

    /// <summary>Removes what a killed process left of <see cref="Write"/>. Only for folders in which nobody writes right now.</summary>
    internal static void Sweep(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, ".*.part*")) File.Delete(left);
    }

    internal static void Sync(string file)
    {
        using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        written.Flush(true);
    }

    private static void Begin(string passing)
    {
        try
        {
            Open(passing, FileMode.CreateNew, FileShare.None).Dispose();
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or FileNotFoundException || (refused.HResult & 0xFFFF) == ReadOnlyDisk)
        {
            throw new CannotBeDone("Storage.MayNotWrite", Path.GetDirectoryName(passing));
        }
    }

    private static void CheckPlace(string file, bool replace)
    {
        if (Directory.Exists(file)) throw new CannotBeDone("Storage.IsAFolder", file);
        if (!Directory.Exists(Path.GetDirectoryName(file))) throw new NotFound("Storage.NoSuchFolder", Path.GetDirectoryName(file));
        if (!replace && File.Exists(file)) throw new Conflict("Storage.FileIsThere", file);
    }

    private static FileStream Open(string file, FileMode mode, FileShare share)
    {
        var how = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = OwnersFile;
        return new FileStream(file, how);
    }
}
