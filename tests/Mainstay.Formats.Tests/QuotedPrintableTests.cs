using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed class QuotedPrintableTests
{
    [Theory]
    [InlineData("M=C3=BCller", "Müller")]
    [InlineData("m=c3=bcller", "müller")]
    [InlineData("a=b =4 =", "a=b =4 =")]
    [InlineData("=3D=3d", "==")]
    [InlineData("Zoë=20🎈", "Zoë 🎈")]
    public void Decodes(string text, string plain) => Assert.Equal(plain, Encoding.UTF8.GetString(QuotedPrintable.Decode(text)));

    [Fact]
    public void Gives_back_any_bytes() => Check.One(Cards.Thorough, Prop.ForAll<byte[]>(bytes => Assert.Equal(bytes, QuotedPrintable.Decode(string.Concat(bytes.Select(value => $"={value:X2}"))))));
}
