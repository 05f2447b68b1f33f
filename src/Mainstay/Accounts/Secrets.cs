using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mainstay.Accounts;

/// <summary>Secrets that open doors: made by chance, kept only as hashes. They are long enough that a plain hash gives nothing away.</summary>
public static class Secrets
{
    private const int Bytes = 32;

    /// <summary>256 bits, fit for a cookie and an address.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
