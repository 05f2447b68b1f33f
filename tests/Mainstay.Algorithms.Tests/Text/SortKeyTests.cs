using System.Text;
using FsCheck.Fluent;
using Mainstay.Algorithms.Text;

namespace Mainstay.Algorithms.Tests.Text;

public sealed class SortKeyTests
{
    [Theory]
    [InlineData("lovelace  ada", "Lovelace", "Ada")]
    [InlineData("ada", null, "Ada")]
    [InlineData("", null, " ")]
    [InlineData("obrien  mary jane", "O’Brien", "Mary-Jane ")]
    [InlineData("circle 00000010", "Circle 10", "")]
    [InlineData("van der berg  jose", "van  der Berg,", "José")]
    [InlineData("★", "★", null)]
    [InlineData("123456789012", "123456789012", null)]
    public void Keeps_letters_and_digits_of_each_part(string expected, string? first, string? second) => Assert.Equal(expected, SortKey.Of(first, second));

    [Fact]
    public void Sorts_as_a_reader_expects()
    {
        string[] sorted =
        [
            SortKey.Of("Circle 2"), SortKey.Of("Circle 10"), SortKey.Of("Étienne"), SortKey.Of("Li", "Zoe"), SortKey.Of("Li Wei", "Ada"),
            SortKey.Of("Zoë"), SortKey.Of("Пётр"), SortKey.Of("李"), SortKey.Of("𠮷"),
        ];
        Assert.Equal(sorted, sorted.Reverse().OrderBy(key => key, Comparer<string>.Create((a, b) => SortKey.Compare(a, b))));
    }

    [Fact]
    public void Comparing_is_comparing_bytes() => Laws.Hold(
        Laws.Texts.Zip(Laws.Texts), pair =>
        {
            var (a, b) = (SortKey.Of(pair.Item1), SortKey.Of(pair.Item2));
            return Math.Sign(SortKey.Compare(a, b)) == Math.Sign(Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
        });

    [Fact]
    public void Is_never_too_long_nor_ends_in_half_a_letter() => Laws.Hold(
        Laws.Texts, text =>
        {
            var key = SortKey.Of(string.Concat(Enumerable.Repeat(text + "𠮷", 40)));
            return key.Length <= SortKey.Most && key.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
        });

    [Fact]
    public void A_name_differing_in_case_accents_and_punctuation_alone_has_the_same_key() =>
        Assert.Equal(SortKey.Of("Müller-Lüdenscheidt", "Zoé"), SortKey.Of("MULLER LUDENSCHEIDT", "zoe."));
}
