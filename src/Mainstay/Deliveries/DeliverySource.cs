using Mainstay.Accounts;
using Mainstay.Intake;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Deliveries;

/// <summary>Where the files of deliveries lie until they are in: a folder of the data directory for each, locked by whoever works on it, so that what a killed process left is known.</summary>
public sealed class DeliverySource(Settings settings) : ILeaveWithSpace
{
    private const string Lock = "lock";

    private string Root => Path.Combine(settings.Data, "incoming");

    /// <summary>Makes the folder and holds it; null while somebody else holds it.</summary>
    public Held? Hold(Guid space, Guid id)
    {
        PrivateFiles.MakeFolder(settings.Data);
        PrivateFiles.MakeFolder(Root);
        PrivateFiles.MakeFolder(FolderOf(space));
        PrivateFiles.MakeFolder(FolderOf(space, id));
        return FileLocks.Try(Path.Combine(FolderOf(space, id), Lock), FileAccess.ReadWrite, FileShare.None) is { } held ? new(this, space, id, held) : null;
    }

    /// <summary>As the other, after a moment's wait for somebody who is only looking whether it is needed.</summary>
    internal async Task<Held?> HoldPatiently(Guid space, Guid id, CancellationToken stop)
    {
        for (var patience = 100; patience > 0; patience--)
        {
            if (Hold(space, id) is { } held) return held;
            await Task.Delay(50, stop);
        }
        return null;
    }

    /// <summary>Its files lie in this folder, and not in that of another server.</summary>
    internal bool IsHere(Guid space, Guid id) => Directory.Exists(FolderOf(space, id));

    /// <summary>It was begun within the hour.</summary>
    internal bool IsYoung(Guid space, Guid id, TimeProvider clock) => Directory.GetLastWriteTimeUtc(FolderOf(space, id)) > clock.GetUtcNow().UtcDateTime.AddHours(-1);

    /// <summary>All there are, whosoever they are.</summary>
    public IReadOnlyList<(Guid Space, Guid Id)> All() => !Directory.Exists(Root) ? [] :
    [
        .. from space in Directory.EnumerateDirectories(Root)
           from delivery in Directory.EnumerateDirectories(space)
           where Guid.TryParseExact(Path.GetFileName(space), "N", out _) && Guid.TryParseExact(Path.GetFileName(delivery), "N", out _)
           select (Guid.ParseExact(Path.GetFileName(space), "N"), Guid.ParseExact(Path.GetFileName(delivery), "N")),
    ];

    /// <summary>The files that wait go with the network. While some are being brought in, it does not go.</summary>
    public Task Leave(Guid space, CancellationToken stop)
    {
        var waiting = All().Where(d => d.Space == space).ToList();
        var held = waiting.Select(d => Hold(d.Space, d.Id)).ToList();
        if (held.Contains(null))
        {
            foreach (var one in held) one?.Dispose();
            throw new Conflict("Deliveries.UnderwayStill");
        }
        foreach (var one in held) one!.Remove();
        return Task.CompletedTask;
    }

    private string FolderOf(Guid space) => Path.Combine(Root, space.ToString("N"));

    private string FolderOf(Guid space, Guid id) => Path.Combine(FolderOf(space), id.ToString("N"));

    /// <summary>The folder of one delivery, while nobody else works on it.</summary>
    public sealed class Held(DeliverySource source, Guid space, Guid id, FileStream held) : IDisposable
    {
        /// <summary>A new file of it, by its place among the files. The owner's name for it never touches the disk.</summary>
        public FileStream Create(int place)
        {
            var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new(PathOf(place), how);
        }

        /// <summary>There was no file after all.</summary>
        public void Forget(int place) => File.Delete(PathOf(place));

        public IReadOnlyList<FileAtHand> Files(IReadOnlyList<string> names) => [.. names.Select((name, place) => new FileAtHand(PathOf(place), name))];

        /// <summary>Removes the files, and lets go.</summary>
        public void Remove()
        {
            held.Dispose();
            Directory.Delete(source.FolderOf(space, id), true);
            if (!Directory.EnumerateFileSystemEntries(source.FolderOf(space)).Any()) Directory.Delete(source.FolderOf(space));
        }

        public void Dispose() => held.Dispose();

        private string PathOf(int place) => Path.Combine(source.FolderOf(space, id), place.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
