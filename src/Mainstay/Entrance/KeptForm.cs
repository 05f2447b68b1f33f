using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Mainstay.Entrance;

/// <summary>What somebody had typed when they had to sign in again. It travels with their browser, sealed; the server keeps nothing of it.</summary>
/// <param name="Action">The address of ours to which it was sent.</param>
/// <param name="Fields">Field by field.</param>
/// <param name="HadFiles">Files do not travel: they have to be chosen again.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeptForm.Field> Fields, bool HadFiles)
{
    private const int MostFields = 500;

    /// <summary>A hundred thousand words travel, in any script: sealed, they are still less than one field of a form may hold.</summary>
    private const int MostLetters = 800_000;

    private static readonly TimeSpan Good = TimeSpan.FromDays(1);

    /// <summary>Fields that are no use to keep: what proves where a form comes from, and what nobody should see again.</summary>
    private static readonly string[] Tokens = ["__RequestVerificationToken", "credential", "passphrase"], Secrets = ["password", "current", "key", "secret"];

    public sealed record Field(string Name, string Value);

    /// <summary>What was typed, without what the form itself had put there.</summary>
    public IEnumerable<string> Typed => Fields.Where(f => f.Name is not ("once" or "back") && f.Value.Trim().Length > 0 && !Guid.TryParse(f.Value, out _)).Select(f => f.Value);

    /// <summary>The form as it was sent; null when it holds a secret, or too much.</summary>
    public static KeptForm? Of(HttpRequest request, IFormCollection form)
    {
        var fields = form.SelectMany(f => f.Value, (f, value) => new Field(f.Key, value ?? "")).Where(f => !Tokens.Contains(f.Name)).ToList();
        if (fields.Exists(f => Secrets.Contains(f.Name)) || fields.Count > MostFields || fields.Sum(f => f.Name.Length + f.Value.Length) > MostLetters) return null;
        return new(request.Path + request.QueryString, fields, form.Files.Count > 0);
    }

    public string Seal(IDataProtectionProvider protection) => Protector(protection).Protect(JsonSerializer.Serialize(this, Words.Json.OneLine), Good);

    /// <summary>What was sealed here, and not too long ago; else nothing.</summary>
    public static KeptForm? Open(IDataProtectionProvider protection, string? kept)
    {
        try
        {
            return string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize<KeptForm>(Protector(protection).Unprotect(kept), Words.Json.OneLine);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("kept form").ToTimeLimitedDataProtector();
}
