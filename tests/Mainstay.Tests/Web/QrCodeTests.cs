using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Tests.Cards;
using Mainstay.Web;

namespace Mainstay.Tests.Web;

public partial class QrCodeTests
{
    [Theory]
    [InlineData("https://mainstay.example/card/h4k2m9p7q3r5s8t6v2w4x7y9z3ab", true)]
    [InlineData("https://mainstay.example/card/h4k2m9p7q3r5s8t6v2w4x7y9z3ab", false)]
    [InlineData("FN:Jürgen Größe 林 عبد", false)]
    [InlineData("a", true)]
    public void What_was_put_in_is_read_from_the_drawing(string text, bool sturdy)
    {
        var code = QrCode.Of(text, sturdy);
        var (dark, side) = Drawn(code.Svg());

        Assert.Equal(code.Side, side);
        Assert.Equal(text, CardsCast.Read((x, y) => dark[x, y], side));
        Assert.Equal(text, CardsCast.Read(code.IsDark, code.Side));
    }

    [Fact]
    public void There_is_a_white_margin_of_four_modules_on_every_side()
    {
        var code = QrCode.Of("https://mainstay.example");

        for (var i = 0; i < code.Side; i++)
            for (var edge = 0; edge < 4; edge++) Assert.False(code.IsDark(i, edge) || code.IsDark(edge, i) || code.IsDark(i, code.Side - 1 - edge) || code.IsDark(code.Side - 1 - edge, i));
        Assert.True(code.IsDark(4, 4)); // the corner of the mark in the corner
    }

    [Fact]
    public void It_is_black_on_white_whatever_is_around_it_and_says_what_it_is_without_letting_anything_out()
    {
        var svg = QrCode.Of("x").Svg("Code of <Ada> \"&\"");

        Assert.Contains("fill=\"#fff\"", svg, StringComparison.Ordinal);
        Assert.Contains("fill=\"#000\"", svg, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Code of &lt;Ada&gt; &quot;&amp;&quot;\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_can_be_read_from_letters(bool whiteLetters)
    {
        const string text = "https://mainstay.example/card/h4k2m9p7q3r5s8t6v2w4x7y9z3ab";
        var code = QrCode.Of(text);
        var rows = code.Blocks(whiteLetters).ToList();

        Assert.All(rows, r => Assert.Equal(code.Side, r.Length));
        Assert.Equal(text, CardsCast.Read((x, y) => (rows[y / 2][x] is '█' || rows[y / 2][x] == (y % 2 == 0 ? '▀' : '▄')) != whiteLetters, code.Side));
    }

    /// <summary>The modules of a drawing, as a browser paints them.</summary>
    private static (bool[,] Dark, int Side) Drawn(string svg)
    {
        var side = int.Parse(SideOf().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture);
        var dark = new bool[side, side];
        foreach (Match run in Runs().Matches(svg))
        {
            var (x, y, width) = (int.Parse(run.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(run.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(run.Groups[3].Value, CultureInfo.InvariantCulture));
            Assert.Equal(run.Groups[3].Value, run.Groups[4].Value);
            for (var i = 0; i < width; i++) dark[x + i, y] = true;
        }
        return (dark, side);
    }

    [GeneratedRegex("""viewBox="0 0 (\d+) """)]
    private static partial Regex SideOf();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-(\d+)z")]
    private static partial Regex Runs();
}
