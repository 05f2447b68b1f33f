using System.Security.Cryptography;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>PHOTO: base64 or a data URI. What kind of picture it is, its first bytes say.</summary>
internal static class CardPhoto
{
    public static PhotoDetails? Read(VCard card, Problems leftOut)
    {
        foreach (var property in All(card))
        {
            if (property.Binary is not { } bytes) leftOut.Add("photo", IsAddress(property) ? "People.PhotoElsewhere" : "People.PhotoDamaged");
            else if (bytes.Length > PersonCheck.LargestPhoto) leftOut.Add("photo", "People.PhotoTooLarge", PersonCheck.LargestPhoto / 1_000_000);
            else if (PictureHead.Read(bytes) is { } head && (long)head.Width * head.Height > Portrait.MostPixels) leftOut.Add("photo", "People.PhotoTooManyPixels", Portrait.MostPixels / 1_000_000);
            else if (Pictures.MediaType(bytes) is { } type) return new(type, bytes);
            else leftOut.Add("photo", "People.PhotoUnknown");
        }
        return null;
    }

    /// <summary>The pictures, the preferred one first: in this order they are tried until one can be kept.</summary>
    public static IEnumerable<VCardProperty> All(VCard card) => card.All("PHOTO").Where(p => p.RawValue.Trim().Length > 0).OrderBy(p => p.Preference ?? 101);

    public static void Patch(VCard card, PhotoDetails? old, PhotoDetails? now)
    {
        if (old?.Bytes.AsSpan().SequenceEqual(now?.Bytes) ?? now is null) return;
        if (now is null) card.RemoveAll("PHOTO");
        else card.Set(Made(now, card.Version));
    }

    private static VCardProperty Made(PhotoDetails photo, VCardVersion version)
    {
        var base64 = Convert.ToBase64String(photo.Bytes);
        return version == VCardVersion.V40
            ? new("PHOTO", $"data:{photo.MediaType};base64,{base64}")
            : new("PHOTO", base64, [new("ENCODING", "b"), new("TYPE", photo.MediaType[(photo.MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..].ToUpperInvariant())]);
    }

    private static bool IsAddress(VCardProperty property) => property.Text.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a picture is, by its first bytes; what it claims to be is not asked.</summary>
public static class Pictures
{
    public static string? MediaType(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])) return "image/png";
        if (bytes.StartsWith("GIF8"u8)) return "image/gif";
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftypavif"u8)) return "image/avif";
        if (bytes.Length > 12 && (bytes[4..].StartsWith("ftyphei"u8) || bytes[4..].StartsWith("ftypmif1"u8))) return "image/heic";
        return bytes.Length > 26 && bytes.StartsWith("BM"u8) ? "image/bmp" : null;
    }

    /// <summary>Tells one picture from another; null when it is of a kind, or so large, that it cannot be shown.</summary>
    public static string? Hash(ReadOnlySpan<byte> bytes) =>
        PictureHead.Read(bytes) is { } head && (long)head.Width * head.Height <= Portrait.MostPixels ? Fingerprint(bytes) : null;

    public static string Fingerprint(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
}
