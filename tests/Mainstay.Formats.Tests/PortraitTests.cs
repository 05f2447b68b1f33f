using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SkiaSharp;

namespace Mainstay.Formats.Tests;

public class PortraitTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Makes_squares_of_the_middle(SKEncodedImageFormat format)
    {
        var (made, problem) = Portrait.Of(PictureMaker.Make(format, 900, 600));

        Assert.Equal(PortraitProblem.None, problem);
        Assert.Equal(new PictureHead(PictureKind.Jpeg, 512, 512, 1), PictureHead.Read(made!.Large));
        Assert.Equal(new PictureHead(PictureKind.Jpeg, 112, 112, 1), PictureHead.Read(made.Small));
        Assert.Equal("red", ColourAt(made.Large, .25, .75));
        Assert.Equal("blue", ColourAt(made.Large, .75, .75));
        Assert.Equal("green", ColourAt(made.Small, .5, .1));
    }

    [Fact]
    public void Takes_the_first_picture_of_a_gif()
    {
        // One pixel, red, as GIF89a; SkiaSharp writes none.
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

        var (made, _) = Portrait.Of(gif);

        Assert.Equal("red", ColourAt(made!.Large, .5, .5));
    }

    [Theory]
    [InlineData(1, "green", "red", "blue")]
    [InlineData(2, "green", "blue", "red")]
    [InlineData(3, "bottom", "blue", "red")]
    [InlineData(4, "bottom", "red", "blue")]
    [InlineData(5, "left", "red", "blue")]
    [InlineData(6, "right", "red", "blue")]
    [InlineData(7, "right", "blue", "red")]
    [InlineData(8, "left", "blue", "red")]
    public void Turns_it_as_the_camera_was_held(int orientation, string green, string first, string second)
    {
        var large = Portrait.Of(PictureMaker.MakePhoto(orientation, 400, 400)).Made!.Large;

        var (x, y) = green switch { "bottom" => (.5, .9), "left" => (.1, .5), "right" => (.9, .5), _ => (.5, .1) };
        Assert.Equal("green", ColourAt(large, x, y));
        var lying = green is "left" or "right"; // the two halves now lie above each other
        Assert.Equal(first, lying ? ColourAt(large, .5, .25) : ColourAt(large, .25, .5));
        Assert.Equal(second, lying ? ColourAt(large, .5, .75) : ColourAt(large, .75, .5));
    }

    [Fact]
    public void Nothing_but_pixels_is_left()
    {
        foreach (var picture in new[] { PictureMaker.MakePhoto(), PictureMaker.MakeWordyPng() })
        {
            Assert.Contains(PictureMaker.Secret, Encoding.UTF8.GetString(picture), StringComparison.Ordinal);
            var made = Portrait.Of(picture).Made!;
            foreach (var side in new[] { made.Large, made.Small })
            {
                Assert.DoesNotContain(PictureMaker.Secret[..10], Encoding.UTF8.GetString(side), StringComparison.Ordinal);
                Assert.Equal(["E0", "DB", "C0", "C4", "DA"], Markers(side).Distinct());
            }
        }
    }

    [Fact]
    public void Colours_of_a_wider_space_become_those_of_the_web()
    {
        using var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        var picture = PictureMaker.Make(SKEncodedImageFormat.Png, 100, 100, wide);
        Assert.Contains("iCCP", Encoding.Latin1.GetString(picture), StringComparison.Ordinal);

        var large = Portrait.Of(picture).Made!.Large;

        Assert.Equal("red", ColourAt(large, .25, .75));
        Assert.DoesNotContain("ICC_PROFILE", Encoding.Latin1.GetString(large), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0mif1avif")]
    [InlineData("BM6\0\0\0")]
    [InlineData("GIF8")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public void Refuses_what_is_no_picture_it_knows(string text) =>
        Assert.Equal((null, PortraitProblem.UnknownKind), Portrait.Of(PictureMaker.Text(text)));

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(40_000_001, 1)]
    public void Does_not_decode_what_claims_to_be_huge(int width, int height) =>
        Assert.Equal((null, PortraitProblem.TooManyPixels), Portrait.Of(PictureMaker.PngThatClaims(width, height)));

    [Fact]
    public void Does_not_paint_the_same_picture_a_thousand_times()
    {
        var jpeg = PictureMaker.MakePhoto();
        byte[] bomb = [.. jpeg, .. Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0], 1_000).SelectMany(b => b)];

        Assert.Equal((null, PortraitProblem.Damaged), Portrait.Of(bomb));
    }

    [Fact]
    public void A_photo_cut_short_is_shown_as_far_as_it_goes()
    {
        var jpeg = PictureMaker.Make(SKEncodedImageFormat.Jpeg, 600, 600);

        Assert.NotNull(Portrait.Of(jpeg.AsSpan(0, jpeg.Length * 3 / 4)).Made);
        Assert.Null(Portrait.Of(jpeg.AsSpan(0, 60)).Made);
    }

    [Fact]
    public void Whatever_is_broken_in_a_picture_the_answer_is_a_portrait_or_a_problem()
    {
        byte[][] pictures = [PictureMaker.MakePhoto(), PictureMaker.MakeWordyPng(), PictureMaker.Make(SKEncodedImageFormat.Webp)];
        var broken = from picture in Gen.Elements(pictures)
                     from places in Gen.Choose(0, 100_000).ListOf(12)
                     from values in Gen.Choose(0, 255).ListOf(12)
                     select places.Zip(values).Aggregate(picture.ToArray(), (b, p) => { b[p.First % b.Length] = (byte)p.Second; return b; });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260501, 7), Prop.ForAll(broken.ToArbitrary(), bytes =>
        {
            var (made, problem) = Portrait.Of(bytes);
            return made is null != (problem == PortraitProblem.None);
        }));
    }

    private static string ColourAt(byte[] picture, double x, double y)
    {
        using var bitmap = SKBitmap.Decode(picture);
        var colour = bitmap.GetPixel((int)(x * bitmap.Width), (int)(y * bitmap.Height));
        return (colour.Red > 150, colour.Green > 150, colour.Blue > 150) switch { (true, false, false) => "red", (false, true, false) => "green", (false, false, true) => "blue", _ => colour.ToString() };
    }

    /// <summary>The markers of a JPEG up to the first scan.</summary>
    private static IEnumerable<string> Markers(byte[] jpeg)
    {
        for (var at = 2; ; at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]))
        {
            yield return jpeg[at + 1].ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
            if (jpeg[at + 1] == 0xDA) yield break;
        }
    }
}
