using Mainstay.Words;

namespace Mainstay.Tests.Words;

public class TextsTests
{
    [Theory]
    [InlineData("", 3, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc…")]
    [InlineData("ab cd", 3, "ab…")]
    [InlineData("ab😀d", 3, "ab…")]
    [InlineData("ab😀d", 4, "ab😀…")]
    [InlineData("😀", 1, "…")]
    public void What_is_long_is_cut_between_letters(string text, int most, string expected) => Assert.Equal(expected, Texts.Shortened(text, most));

    [Theory]
    [InlineData("Zwei\r\nZeilen", "Zwei Zeilen")]
    [InlineData("\tAda \n\n Lovelace\u2028", "Ada Lovelace")]
    [InlineData("a\u0085b\u2029c\u000bd", "a b c d")]
    [InlineData("A\0d\u0007a\u009f", "Ada")]
    [InlineData("\u001b\r\n", "")]
    [InlineData(" two  spaces stay ", " two  spaces stay ")]
    [InlineData("👩\u200d🚀 Grace", "👩\u200d🚀 Grace")]
    [InlineData("", "")]
    public void A_name_is_one_line(string text, string expected)
    {
        Assert.Equal(expected, Texts.OneLine(text));
        Assert.Equal(expected, Texts.OneLine(expected));
        Assert.Equal(Texts.Filled(expected), Texts.FilledLine(text));
    }
}
