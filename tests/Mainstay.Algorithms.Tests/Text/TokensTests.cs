using Mainstay.Algorithms.Text;

namespace Mainstay.Algorithms.Tests.Text;

public sealed class TokensTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" -- !? ", "")]
    [InlineData("Coffee with Ada, in Wien!", "coffee with ada in wien")]
    [InlineData("Jean-Luc_Picard 3.5 A4", "jean luc picard 3 5 a4")]
    [InlineData("O'Brien d’Artagnan Ada's don't", "obrien|brien dartagnan|artagnan adas|ada dont|don")]
    [InlineData("'quoted' rock 'n' roll", "quoted rock n roll")]
    [InlineData("col·legi צה\"ל צה״ל", "collegi צהל צהל")]
    [InlineData("ada.lovelace@Example.org", "ada.lovelace@example.org|ada|lovelace|example|org")]
    [InlineData("<ada+x@b.co>, see mailto:bob@c.de.", "ada+x@b.co|ada|x|b|co see mailto bob@c.de|bob|c|de")]
    [InlineData("meet @ada and ada@ at 5@", "meet ada and ada at 5")]
    [InlineData("王小明", "王小 小明|明")]
    [InlineData("李", "李")]
    [InlineData("Tanaka 田中 さん", "tanaka 田中|中 さん|ん")]
    [InlineData("ラーメン", "らー ーめ めん|ん")]
    [InlineData("김철수 is CEO", "김철 철수|수 is ceo")]
    [InlineData("T恤3月", "t 恤 3 月")]
    [InlineData("เก่ง", "เก่ ก่ง|ง")]
    [InlineData("हिन्दी भाषा", "हिन्दी भाषा")]
    [InlineData("吉𠮷野家", "吉𠮷 𠮷野 野家|家")]
    [InlineData("ｶﾞｷﾞ", "がぎ|ぎ")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글|글")]
    [InlineData("𝓐𝓭𝓪 🎉 party", "ada party")]
    [InlineData("Пётр Ильич", "петр ильич")]
    public void Splits_any_script(string text, string expected)
    {
        var words = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('|')).ToList();
        Assert.Equal(words.SelectMany(word => word), Tokens.ForIndex(text));
        Assert.Equal(words.Select(word => word[0]), Tokens.ForQuery(text));
    }

    [Fact]
    public void Says_where_each_token_stands()
    {
        const string Text = "Pay O’Brien, ada@x.org 王小明!";
        var found = new List<string>();
        foreach (var token in Tokens.Of(Text)) found.Add($"{token.Kind} {Text.Substring(token.Start, token.Length)}");
        Assert.Equal(
            ["Word Pay", "Word O’Brien", "Part Brien", "Address ada@x.org", "Part ada", "Part x", "Part org", "Pair 王小", "Pair 小明", "Last 明"], found);
    }

    [Fact]
    public void A_token_of_combined_letters_covers_all_of_them()
    {
        var places = new List<(int, int)>();
        foreach (var token in Tokens.Of("ｶﾞｷﾞ e\u0301t")) places.Add((token.Start, token.Length));
        Assert.Equal([(0, 4), (2, 2), (5, 3)], places);
    }

    [Fact]
    public void A_run_without_spaces_of_any_length_gives_every_pair_once()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(i => char.ConvertFromUtf32(i % 7 == 0 ? 0x20000 + i : 0x4E00 + i)));
        var letters = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        Assert.Equal(letters.Zip(letters.Skip(1), (a, b) => a + b).Append(letters[^1]), Tokens.ForIndex(text));
    }

    [Fact]
    public void An_endless_word_is_cut()
    {
        Assert.Equal([new string('a', Tokens.MostOfWord)], Tokens.ForIndex(new string('a', 100_000)));
        var address = new string('a', 200) + "@" + new string('b', 200) + ".org";
        Assert.Equal([address[..Tokens.MostOfAddress], new('a', 64), new('b', 64), "org"], Tokens.ForIndex(address));
    }

    [Fact]
    public void What_is_too_long_ahead_of_the_sign_is_no_address() =>
        Assert.Equal([new string('a', 64), "x", "org"], Tokens.ForIndex(new string('a', 300) + "@x.org"));

    [Fact]
    public void Every_single_letter_of_a_run_begins_some_token() =>
        Assert.All("王小明", letter => Assert.Contains(Tokens.ForIndex("王小明"), token => token.StartsWith(letter)));

    [Fact]
    public void What_a_query_asks_for_is_found_in_the_text_it_was_taken_from() =>
        Laws.Hold(Laws.Texts, text => Tokens.ForQuery(text).All(Tokens.ForIndex(text).Contains));

    [Fact]
    public void Tokens_are_folded_never_empty_never_too_long_and_lie_within_the_text() => Laws.Hold(
        Laws.Texts, text =>
        {
            var last = 0;
            foreach (var token in Tokens.Of(text))
            {
                if (token.Text.IsEmpty || token.Text.Length > Tokens.MostOfAddress || token.Length <= 0) return false;
                if (token.Start < 0 || token.Start + token.Length > text.Length || token.Start < last && token.Kind != TokenKind.Part) return false;
                if (token.Text.ContainsAny(' ', '\uFFFD')) return false;
                last = token.Start;
            }
            return true;
        });

    [Theory]
    [InlineData("a.")]
    [InlineData("a.a@")]
    [InlineData("a'")]
    [InlineData("王\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")]
    [InlineData("ﷺ")]
    [InlineData("\u0301")]
    public void Stays_linear_on_what_invites_looking_again(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000));
        var count = 0;
        foreach (var _ in Tokens.Of(text)) count++;
        Assert.InRange(count, 0, 3 * text.Length);
    }
}
