using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Mainstay.Formats.Tests;

/// <summary>Pictures for tests, and what people hide in them.</summary>
internal static class PictureMaker
{
    public const string Secret = "51.5033 N 0.1195 W, the camera of Ada";

    /// <summary>Red on the left, blue on the right, and a green band above.</summary>
    public static byte[] Make(SKEncodedImageFormat format, int width = 300, int height = 200, SKColorSpace? colours = null)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, colours));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var paint = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(width / 2f, 0, width, height, paint);
            paint.Color = SKColors.Lime;
            canvas.DrawRect(0, 0, width, height / 4f, paint);
        }
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>As a camera would: with an EXIF block that says how it was held and where, XMP, IPTC and a remark.</summary>
    public static byte[] MakePhoto(int orientation = 1, int width = 300, int height = 200)
    {
        var jpeg = Make(SKEncodedImageFormat.Jpeg, width, height);
        return [.. jpeg[..2], .. Segment(0xE1, Exif(orientation)), .. Segment(0xE1, Text("http://ns.adobe.com/xap/1.0/\0<x>" + Secret + "</x>")), .. Segment(0xED, Text("Photoshop 3.0\0" + Secret)), .. Segment(0xFE, Text(Secret)), .. jpeg[2..], .. Text(Secret)];
    }

    /// <summary>A PNG with words in it, and behind its end.</summary>
    public static byte[] MakeWordyPng()
    {
        var png = Make(SKEncodedImageFormat.Png);
        return [.. png[..33], .. Chunk("tEXt", Text("Comment\0" + Secret)), .. Chunk("eXIf", Exif(1)[6..]), .. png[33..], .. Text(Secret)];
    }

    /// <summary>A PNG that says it is so large, in a few bytes.</summary>
    public static byte[] PngThatClaims(int width, int height)
    {
        var png = Make(SKEncodedImageFormat.Png, 8, 8);
        var head = png[16..29];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        return [.. png[..8], .. Chunk("IHDR", head), .. png[33..]];
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)(body.Length + 2 >> 8), (byte)(body.Length + 2), .. body];

    /// <summary>Big-endian TIFF with the orientation, and the secret as a description.</summary>
    private static byte[] Exif(int orientation)
    {
        var secret = Text(Secret + "\0");
        return
        [
            .. Text("Exif\0\0MM\0*"), 0, 0, 0, 8, 0, 2,
            0x01, 0x0E, 0, 2, 0, 0, 0, (byte)secret.Length, 0, 0, 0, 38,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
            0, 0, 0, 0, .. secret,
        ];
    }

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Text(name), .. body];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(named));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
