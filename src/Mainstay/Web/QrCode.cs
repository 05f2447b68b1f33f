using System.Globalization;
using System.Text;
using QRCoder;

namespace Mainstay.Web;

/// <summary>A text as a square that cameras read, with the white margin that they need.</summary>
public sealed class QrCode
{
    private const int Margin = 4;

    private readonly bool[,] dark;

    private QrCode(bool[,] dark) => this.dark = dark;

    /// <summary>How many modules stand on a side, with the margin.</summary>
    public int Side => dark.GetLength(0) + 2 * Margin;

    /// <param name="text">What is read from it.</param>
    /// <param name="sturdy">It can still be read when a seventh of it is hidden, and is larger for that.</param>
    public static QrCode Of(string text, bool sturdy = true)
    {
        // Without the mark that it is UTF-8 some cameras guess, and take umlauts for something else.
        var mode = Ascii.IsValid(text) ? QRCodeGenerator.EciMode.Default : QRCodeGenerator.EciMode.Utf8;
        using var made = QRCodeGenerator.GenerateQrCode(text, sturdy ? QRCodeGenerator.ECCLevel.M : QRCodeGenerator.ECCLevel.L, forceUtf8: true, utf8BOM: false, mode);
        var rows = made.ModuleMatrix;
        const int around = 4; // QRCoder draws the margin into its matrix
        var side = rows.Count - 2 * around;
        var dark = new bool[side, side];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++) dark[y, x] = rows[y + around][x + around];
        return new(dark);
    }

    /// <summary>Whether a module is dark; the margin is not.</summary>
    public bool IsDark(int x, int y) => x >= Margin && y >= Margin && x < Side - Margin && y < Side - Margin && dark[y - Margin, x - Margin];

    /// <summary>Black on white in any theme and on paper.</summary>
    /// <param name="named">What it is, for who cannot see it; without, it is a file of its own.</param>
    public string Svg(string? named = null)
    {
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side} {Side}\" shape-rendering=\"crispEdges\"");
        if (named is null) svg.Append(" width=\"100mm\" height=\"100mm\"");
        else svg.Append(CultureInfo.InvariantCulture, $" class=\"qr\" role=\"img\" aria-label=\"{System.Security.SecurityElement.Escape(named)}\"");
        svg.Append(CultureInfo.InvariantCulture, $"><rect width=\"{Side}\" height=\"{Side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"");
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
            {
                var from = x;
                while (IsDark(x, y)) x++;
                if (x > from) svg.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        return svg.Append("\"/></svg>").ToString();
    }

    /// <summary>Two rows of modules to a line of letters. Drawn in black on white, or left white where letters are white on black.</summary>
    /// <param name="whiteLetters">Letters stand for white modules: for a terminal without colours, which is dark as a rule.</param>
    public IEnumerable<string> Blocks(bool whiteLetters)
    {
        for (var y = 0; y < Side; y += 2)
        {
            var line = new StringBuilder(Side);
            for (var x = 0; x < Side; x++) line.Append((IsDark(x, y) != whiteLetters, (y + 1 < Side && IsDark(x, y + 1)) != whiteLetters) switch { (true, true) => '█', (true, false) => '▀', (false, true) => '▄', _ => ' ' });
            yield return line.ToString();
        }
    }
}
