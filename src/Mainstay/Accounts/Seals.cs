using System.Security.Cryptography;
using Mainstay.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Mainstay.Accounts;

/// <summary>Keeps a secret that its owner must be able to see again, locked by the keys in the data folder: whoever reads the database alone cannot open it.</summary>
public sealed class Seals(Settings settings)
{
    private readonly Lazy<IDataProtector> keys = new(() => DataProtectionProvider.Create(Keys(settings), keys => keys.SetApplicationName(Application)).CreateProtector("Mainstay.Accounts.Seals"));

    /// <summary>Under which name the keys of this program stand in the data folder.</summary>
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

    /// <summary>The folder of the keys, which nobody else on the machine may read.</summary>
    internal static DirectoryInfo Keys(Settings settings)
    {
        PrivateFiles.MakeFolder(settings.Data);
        var folder = Path.Combine(settings.Data, "keys");
        PrivateFiles.MakeFolder(folder);
        return new(folder);
    }
}
