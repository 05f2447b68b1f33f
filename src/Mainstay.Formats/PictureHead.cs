using System.Buffers.Binary;

namespace Mainstay.Formats;

/// <summary>The kinds of picture that are read.</summary>
public enum PictureKind { Jpeg, Png, Gif, WebP }

/// <summary>What a picture says of itself before any of it is decoded.</summary>
/// <param name="Kind">By its first bytes, whatever its name claims.</param>
/// <param name="Width">In pixels, as it is kept, before any turning.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Scans">How often the picture is painted over. A JPEG may say it thousands of times in a few bytes, each as much work as the whole picture.</param>
public sealed record PictureHead(PictureKind Kind, int Width, int Height, int Scans)
{
    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null when it is none of the kinds, or is cut off before it says how large it is.</summary>
    /// <remarks>O(n) for JPEG, O(1) for the others. Sources: ITU-T T.81 annex B; PNG (third edition) 11.2.1; GIF89a 18; RFC 9649 2.4 to 2.7.</remarks>
    public static PictureHead? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ReadJpeg(bytes);
        if (bytes.StartsWith(Png)) return ReadPng(bytes);
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return ReadGif(bytes);
        return bytes.StartsWith("RIFF"u8) && bytes.Length > 30 && bytes[8..].StartsWith("WEBP"u8) ? ReadWebP(bytes) : null;
    }

    private static PictureHead? ReadPng(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 24 || !bytes[12..].StartsWith("IHDR"u8)) return null;
        return Sized(PictureKind.Png, BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
    }

    private static PictureHead? ReadGif(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 10 ? null : Sized(PictureKind.Gif, BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));

    private static PictureHead? ReadWebP(ReadOnlySpan<byte> bytes)
    {
        var body = bytes[20..];
        if (bytes[12..].StartsWith("VP8X"u8)) return Sized(PictureKind.WebP, 1 + Three(body[4..]), 1 + Three(body[7..]));
        if (bytes[12..].StartsWith("VP8L"u8) && body[0] == 0x2F)
        {
            var packed = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return Sized(PictureKind.WebP, (int)(packed & 0x3FFF) + 1, (int)(packed >> 14 & 0x3FFF) + 1);
        }
        if (!bytes[12..].StartsWith("VP8 "u8) || !body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])) return null;
        return Sized(PictureKind.WebP, BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
    }

    private static PictureHead? ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8)) at += marker == 0xFF ? 1 : 2; // filling, and markers without a length
            else if (IsFrame(marker)) return Sized(PictureKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), ScansFrom(bytes[at..]));
            else if (marker is 0xD9 or 0xDA) return null;
            else at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
        }
        return null;
    }

    /// <summary>Start of frame; C4, C8 and CC are something else.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Behind the frame the two bytes stand for nothing else: in the data itself FF is followed by 00.</summary>
    private static int ScansFrom(ReadOnlySpan<byte> bytes) => bytes.Count((ReadOnlySpan<byte>)[0xFF, 0xDA]);

    private static PictureHead? Sized(PictureKind kind, int width, int height, int scans = 1) => width > 0 && height > 0 ? new(kind, width, height, scans) : null;

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
