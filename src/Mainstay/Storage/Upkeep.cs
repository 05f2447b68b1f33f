using Microsoft.EntityFrameworkCore;

namespace Mainstay.Storage;

/// <summary>Brings the database to the shape this program expects.</summary>
public static class Upkeep
{
    public static async Task BringUpToDate(this IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>();
        if (!settings.IsPostgres) PrivateFolder(settings.Data);
        if (!(await store.Database.GetPendingMigrationsAsync(stop)).Any()) return;
        await store.Database.MigrateAsync(stop);
    }

    /// <summary>What people trust us with is nobody else's to read on a shared machine.</summary>
    private static void PrivateFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
