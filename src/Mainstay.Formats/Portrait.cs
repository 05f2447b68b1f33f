using SkiaSharp;

namespace Mainstay.Formats;

/// <summary>Why no portrait could be made of a picture.</summary>
public enum PortraitProblem { None, UnknownKind, TooManyPixels, Damaged }

/// <summary>A square portrait in two sizes, as JPEG, painted anew from the pixels alone: nothing else that stood in the picture (place, camera, words, thumbnails, colour profiles) can be in it.</summary>
/// <param name="Large"><see cref="LargeSide"/> pixels wide and high.</param>
/// <param name="Small"><see cref="SmallSide"/> pixels wide and high.</param>
public sealed record Portrait(byte[] Large, byte[] Small)
{
    public const int LargeSide = 512, SmallSide = 112;

    /// <summary>A picture with more pixels is not decoded: a few bytes can claim to be gigabytes.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>Progressive pictures have about ten.</summary>
    public const int MostScans = 64;

    private const int Quality = 86;

    /// <summary>Makes a portrait of the middle of a picture, turned as it was held and in the colours of the web.</summary>
    /// <param name="picture">JPEG, PNG, GIF (its first picture) or WebP.</param>
    /// <returns>The portrait, or why there is none. Work and memory are bounded by <see cref="MostPixels"/>; a JPEG is decoded small.</returns>
    public static (Portrait? Made, PortraitProblem Problem) Of(ReadOnlySpan<byte> picture)
    {
        if (PictureHead.Read(picture) is not { } head) return (null, PortraitProblem.UnknownKind);
        if ((long)head.Width * head.Height > MostPixels) return (null, PortraitProblem.TooManyPixels);
        if (head.Scans > MostScans) return (null, PortraitProblem.Damaged);
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        // Both must have read the same: limits that were checked on other numbers are none.
        if (codec is null || KindOf(codec) != head.Kind || codec.Info.Width != head.Width || codec.Info.Height != head.Height) return (null, PortraitProblem.Damaged);
        using var pixels = Decode(codec);
        return pixels is null ? (null, PortraitProblem.Damaged) : (Painted(pixels, codec.EncodedOrigin), PortraitProblem.None);
    }

    private static PictureKind? KindOf(SKCodec codec) => codec.EncodedFormat switch
    {
        SKEncodedImageFormat.Jpeg => PictureKind.Jpeg,
        SKEncodedImageFormat.Png => PictureKind.Png,
        SKEncodedImageFormat.Gif => PictureKind.Gif,
        SKEncodedImageFormat.Webp => PictureKind.WebP,
        _ => null,
    };

    private static SKBitmap? Decode(SKCodec codec)
    {
        var least = Math.Min(codec.Info.Width, codec.Info.Height);
        var size = codec.GetScaledDimensions(Math.Min(1f, 2f * LargeSide / least));
        using var colours = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        // The end of many a photo is missing by a few bytes, and nobody sees it.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput) return bitmap;
        bitmap.Dispose();
        return null;
    }

    private static Portrait Painted(SKBitmap pixels, SKEncodedOrigin held)
    {
        using var source = SKImage.FromBitmap(pixels);
        using var large = Square(source, LargeSide, held);
        using var image = SKImage.FromBitmap(large);
        using var small = Square(image, SmallSide, SKEncodedOrigin.TopLeft);
        return new(Encoded(large), Encoded(small));
    }

    /// <summary>The middle of a picture on white, without a colour space of its own, so that none is written.</summary>
    private static SKBitmap Square(SKImage source, int side, SKEncodedOrigin held)
    {
        var square = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(square);
        canvas.Clear(SKColors.White);
        Turn(canvas, side, held);
        var least = Math.Min(source.Width, source.Height);
        var middle = SKRect.Create((source.Width - least) / 2f, (source.Height - least) / 2f, least, least);
        canvas.DrawImage(source, middle, SKRect.Create(side, side), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), null);
        return square;
    }

    /// <summary>Turns the square as the camera was held (EXIF orientation 1 to 8).</summary>
    private static void Turn(SKCanvas canvas, float side, SKEncodedOrigin held)
    {
        var (turned, mirrored) = held switch
        {
            SKEncodedOrigin.TopRight => (0, true),
            SKEncodedOrigin.BottomRight => (180, false),
            SKEncodedOrigin.BottomLeft => (180, true),
            SKEncodedOrigin.LeftTop => (90, true),
            SKEncodedOrigin.RightTop => (90, false),
            SKEncodedOrigin.RightBottom => (270, true),
            SKEncodedOrigin.LeftBottom => (270, false),
            _ => (0, false),
        };
        canvas.Translate(side / 2, side / 2);
        canvas.RotateDegrees(turned);
        if (mirrored) canvas.Scale(turned is 90 or 270 ? 1 : -1, turned is 90 or 270 ? -1 : 1);
        canvas.Translate(-side / 2, -side / 2);
    }

    private static byte[] Encoded(SKBitmap square)
    {
        using var data = square.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }
}
