using System.Security.Cryptography;
using Mainstay.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Mainstay.Accounts;

/// <summary>
/// Keeps a secret that its owner must be able to see again, locked by the keys of this server. With SQLite they lie in the data folder, so that whoever reads the database
/// alone cannot open it. With PostgreSQL they lie in the database, for all servers on it: there that holds only if they are locked by a password (<c>MAINSTAY_KEYS_PASSWORD</c>).
/// </summary>
public sealed class Seals(Settings settings)
{
    private readonly Lazy<IDataProtector> keys = new(() => Provider(settings).CreateProtector("Mainstay.Accounts.Seals"));

    /// <summary>Under which name the keys of this program stand.</summary>
    internal const string Application = "Mainstay";

    public string Seal(string secret) => keys.Value.Protect(secret);

    /// <summary>What was locked; null when it was locked by keys that are not here, as in a database that was brought from elsewhere.</summary>
    public string? Open(string locked)
    {
        try
        {
            return keys.Value.Unprotect(locked);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Refuses, with a sentence, where there are keys that this server cannot open.</summary>
    internal static void Check(Settings settings)
    {
        if (settings.IsPostgres) new SharedKeys(settings).Check();
    }

    /// <summary>Where keys are kept: whoever has the same database, or else the same folder, has the same.</summary>
    internal static IDataProtectionBuilder Keep(IDataProtectionBuilder keys, Settings settings)
    {
        keys.SetApplicationName(Application);
        if (!settings.IsPostgres) return keys.PersistKeysToFileSystem(Keys(settings));
        keys.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = new SharedKeys(settings));
        return keys;
    }

    internal static string FolderOf(Settings settings) => Path.Combine(settings.Data, "keys");

    private static IDataProtectionProvider Provider(Settings settings)
    {
        Check(settings);
        var services = new ServiceCollection();
        Keep(services.AddDataProtection(), settings);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }

    /// <summary>The folder of the keys, which nobody else on the machine may read.</summary>
    private static DirectoryInfo Keys(Settings settings)
    {
        PrivateFiles.MakeFolder(settings.Data);
        PrivateFiles.MakeFolder(FolderOf(settings));
        return new(FolderOf(settings));
    }
}
