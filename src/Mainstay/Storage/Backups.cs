using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Storage;

/// <summary>Copies of the whole database: by itself before it changes its shape, and whenever the owner asks.</summary>
public static class Backups
{
    /// <summary>How many of those that were made by themselves are kept.</summary>
    public const int Most = 10;

    public static string FolderOf(Settings settings) => Path.Combine(settings.Data, "backups");

    /// <summary>Writes a copy of the database, as it stands at this moment, to a file; over one that is there already only if that is wanted.</summary>
    public static async Task BackUp(Settings settings, string file, bool replace, CancellationToken stop)
    {
        if ((await Shape.Of(settings, stop)).IsNone) throw new NotFound("Storage.NothingToBackUp");
        if (settings.IsPostgres) await PrivateFiles.Write(file, replace, copy => PostgresTools.Dump(settings, copy, stop));
        else await PrivateFiles.Write(file, replace, copy => SqliteCopies.Copy(settings.SqliteFile, copy, stop));
    }

    /// <summary>Keeps a copy among the backups, and no more than the newest ten. The caller holds <see cref="Upkeep.Alone"/>.</summary>
    internal static async Task<string> Keep(Settings settings, string before, DateTime now, CancellationToken stop)
    {
        PrivateFiles.MakeFolder(settings.Data);
        PrivateFiles.MakeFolder(FolderOf(settings));
        PrivateFiles.Sweep(FolderOf(settings));
        var file = NameOf(settings, before, now);
        await BackUp(settings, file, false, stop);
        Thin(settings);
        return file;
    }

    /// <summary>A name that no backup has: the moment, and what it was made before.</summary>
    internal static string NameOf(Settings settings, string before, DateTime now)
    {
        var stem = Path.Combine(FolderOf(settings), now.ToString("yyyy-MM-dd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + "-before-" + before);
        var ending = settings.IsPostgres ? ".pgdump" : ".db";
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? stem + ending : string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}{ending}")).First(f => !File.Exists(f));
    }

    /// <summary>Names begin with their moment, so their order is that of time.</summary>
    private static void Thin(Settings settings)
    {
        foreach (var old in Directory.EnumerateFiles(FolderOf(settings), "????-??-??T*-before-*").OrderDescending(StringComparer.Ordinal).Skip(Most)) File.Delete(old);
    }
}
