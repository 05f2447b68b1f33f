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
}
