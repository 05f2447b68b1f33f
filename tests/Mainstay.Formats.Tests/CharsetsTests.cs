using System.Text;

namespace Mainstay.Formats.Tests;

public sealed class CharsetsTests
{
    [Theory]
    [InlineData("utf-8", 65001)]
    [InlineData(" \"UTF8\" ", 65001)]
    [InlineData("ISO-8859-1", 1252)]
    [InlineData("windows-1253", 1253)]
    [InlineData("Shift_JIS", 932)]
    [InlineData("koi8-r", 20866)]
    public void Finds_by_name(string name, int codePage) => Assert.Equal(codePage, Charsets.Find(name)!.CodePage);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("blabla")]
    [InlineData("us-ascii")]
    [InlineData("utf-16")]
    [InlineData("IBM037")]
    [InlineData("utf-7")]
    public void Knows_none_that_is_unknown_or_does_not_contain_ascii(string? name) => Assert.Null(Charsets.Find(name));

    [Theory]
    [InlineData("windows-1252", "Zoë Müller, Straße 5, Société Générale, señor")]
    [InlineData("windows-1251", "Владимир Александрович Ковалёв живёт в Москве")]
    [InlineData("windows-1253", "Ο Βαγγέλης Παπαθανασίου ζει στην Αθήνα")]
    [InlineData("shift_jis", "安藤ロイドさんは東京都渋谷区に住んでいます")]
    [InlineData("gb18030", "今天下午我们在北京见面，讨论新的项目")]
    public void Guesses(string name, string text) =>
        Assert.Equal(text, Charsets.Guess(Charsets.Find(name)!.GetBytes(text)).GetString(Charsets.Find(name)!.GetBytes(text)));

    [Fact]
    public void Believes_a_hint_that_is_possible() => Assert.Equal(1257, Charsets.Guess([0xE0, 0xE8], Charsets.Find("windows-1257")).CodePage);

    [Fact]
    public void Reads_utf_8_that_is_cut_in_the_middle_of_a_letter_as_utf_8() =>
        Assert.Equal("Zoë Müller Straße\uFFFD", Charsets.Decode(Encoding.UTF8.GetBytes("Zoë Müller Straßeü").AsSpan()[..^1], null, null));
}
