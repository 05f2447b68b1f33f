using Mainstay.Words;

namespace Mainstay.Storage;

/// <summary>Says that a server runs on a data folder. Servers hold it together; who replaces the database needs it alone. The system lets go when a process dies.</summary>
public static class InUse
{
    private const string Name = "serving.lock", Place = "serving.at";

    /// <summary>Held by a server for as long as it runs. Refused while the database is being replaced.</summary>
    public static IDisposable Serve(Settings settings) =>
        Lock(settings, FileAccess.Read, FileShare.Read) ?? throw new Conflict("Storage.BeingRestored");

    /// <summary>Held while the database is replaced. Refused while a server runs.</summary>
    public static IDisposable Alone(Settings settings) =>
        Lock(settings, FileAccess.ReadWrite, FileShare.None) ?? throw new Conflict("Storage.ServerRuns");

    /// <summary>Whether a server runs on this folder.</summary>
    public static bool IsServed(Settings settings)
    {
        using var alone = Lock(settings, FileAccess.ReadWrite, FileShare.None);
        return alone is null;
    }

    /// <summary>Says where the server that runs on this folder is found, for commands that are typed beside it.</summary>
    public static Task SayWhere(Settings settings, string address) =>
        PrivateFiles.Write(Path.Combine(settings.Data, Place), true, passing => File.WriteAllTextAsync(passing, address));

    /// <summary>Where the server that runs on this folder is found; null when none does, or none said so.</summary>
    public static string? ServedAt(Settings settings)
    {
        var file = Path.Combine(settings.Data, Place);
        return File.Exists(file) && IsServed(settings) && File.ReadAllText(file).Trim() is { Length: > 0 } address ? address : null;
    }

    private static FileStream? Lock(Settings settings, FileAccess access, FileShare share)
    {
        PrivateFiles.MakeFolder(settings.Data);
        return FileLocks.Try(Path.Combine(settings.Data, Name), access, share);
    }
}

/// <summary>Locks on whole files, which end with the process that holds them.</summary>
internal static class FileLocks
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The lock, or null while somebody else holds one that does not go with it.</summary>
    public static FileStream? Try(string file, FileAccess access, FileShare share)
    {
        try
        {
            if (!File.Exists(file)) PrivateFiles.MakeFile(file);
            return new FileStream(file, FileMode.Open, access, share);
        }
        catch (IOException held) when (IsHeld(held))
        {
            return null;
        }
    }

    /// <summary>Waits until nobody else holds it.</summary>
    public static async Task<FileStream> Take(string file, CancellationToken stop)
    {
        while (true)
        {
            if (Try(file, FileAccess.ReadWrite, FileShare.None) is { } taken) return taken;
            await Task.Delay(Pause, stop);
        }
    }

    private static bool IsHeld(IOException failure) => (failure.HResult & 0xFFFF) is 11 or 35 or 32 or 33; // EWOULDBLOCK on Linux and macOS; sharing and lock violation on Windows
}
