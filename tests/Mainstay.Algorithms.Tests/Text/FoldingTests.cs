using System.Globalization;
using System.Text;
using Mainstay.Algorithms.Text;

namespace Mainstay.Algorithms.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("ada lovelace", "ada lovelace")]
    [InlineData("Ada LOVELACE", "ada lovelace")]
    [InlineData("José Ñandú", "jose nandu")]
    [InlineData("Straße STRAẞE", "strasse strasse")]
    [InlineData("Æsa Œuvre Ørsted Łódź Đặng Ðóra Þór", "aesa oeuvre orsted lodz dang dora thor")]
    [InlineData("IŞIK ışık İzmir", "isik isik izmir")]
    [InlineData("Ａｄａ　１２３", "ada 123")]
    [InlineData("ΟΔΥΣΣΕΥΣ Ὀδυσσεύς", "οδυσσευσ οδυσσευσ")]
    [InlineData("Ёлка Йод", "елка иод")]
    [InlineData("مُحَمَّد أحمد", "محمد احمد")]
    [InlineData("محـــمد", "محمد")]
    [InlineData("فارسی کتاب", "فارسي كتاب")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("カタカナ ｶﾞｷﾞﾊﾟ ヴ", "かたかな がぎぱ ゔ")]
    [InlineData("か\u3099", "が")]
    [InlineData("한글 \u1112\u1161\u11AB", "한글 한")]
    [InlineData("ﬁnance ﷺ", "finance صلي الله عليه وسلم")]
    [InlineData("𝓐𝓭𝓪 ①", "ada 1")]
    [InlineData("٤٢ ४२", "42 42")]
    [InlineData("O’Brien – Smith‐Jones", "o'brien - smith-jones")]
    [InlineData("a\u00ADb\u200Dc\uFEFF\u00A0d", "abc d")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("เก่ง", "เก่ง")]
    [InlineData("吉𠮷", "吉𠮷")]
    [InlineData("Əliyev", "eliyev")]
    public void Brings_together_what_a_reader_takes_for_the_same(string text, string expected) => Assert.Equal(expected, Folding.Fold(text));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("lt-LT")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try { Assert.Equal("istanbul ing", Folding.Fold("ISTANBUL ÌNG")); }
        finally { CultureInfo.CurrentCulture = before; }
    }

    [Fact]
    public void Half_a_pair_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb\uFFFD", Folding.Fold("a\uD83Db\uDE00"));

    [Fact]
    public void Controls_become_spaces_so_that_any_database_takes_the_result() => Assert.Equal("a b c", Folding.Fold("a\0b\tc"));

    [Fact]
    public void Text_that_is_folded_already_is_not_copied()
    {
        var text = new string("ada lovelace 李".ToCharArray());
        Assert.Same(text, Folding.Fold(text));
    }

    [Fact]
    public void Every_code_point_folds_alike_composed_and_decomposed_and_stays_folded()
    {
        var wrong = new List<string>();
        for (var c = 0; c <= 0x10FFFF; c++)
        {
            if (c is >= 0xD800 and <= 0xDFFF || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned) continue;
            var text = char.ConvertFromUtf32(c);
            var folded = Folding.Fold(text);
            if (folded != Folding.Fold(text.Normalize(NormalizationForm.FormD)) || folded != Folding.Fold(folded)) wrong.Add($"U+{c:X4} -> {folded}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_that_can_be_typed_makes_it_fail() => Laws.Hold(
        Laws.Texts, text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text) && Folding.Fold(text.AsSpan()) == Folding.Fold(text));
}
