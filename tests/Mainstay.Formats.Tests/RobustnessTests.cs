using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "BEGIN:VCARD\n", "END:VCARD\n", "BEGIN:VCARD\r\n", "begin : vcard \r", "VERSION:2.1\n", "VERSION:3.0\r\n", "VERSION:4.0\n", "VERSION:nonsense\n",
        "AGENT:\n", "AGENT:BEGIN:VCARD\n", "item1.TEL;TYPE=\"HOME,VOICE\":+1 (2)\n", "item1.X-ABLabel:_$!<HomePage>!$_\n", "N;CHARSET=SHIFT_JIS:\u0088\u00C0;\u0093\u00A1\n",
        "NOTE;ENCODING=QUOTED-PRINTABLE:a=\n", "=E4=\n", "=\n", "PHOTO;ENCODING=BASE64:\n", " AAAA\n", "AAAA\n", "BBBB==\n", "\n", "\r", "\r\r\n", " ", "\t", "=", "\\\n",
        "ADR;HOME:;;a\\\nb\n", "# comment\n", "no colon\n", "TEL;:1\n", "X;=;,\"\":\"\n", ";:\n", ":\n", "\0", "\uFEFF", "\xFF\xFE", "^n^'^", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-30\n",
        "PHOTO:data:image/png;base64,iVBO\n", "REV:\n", "  END:VCARD\n", "END:VCARD", "Z\u00FC\u00DF\n", "\u00D0\u0090\u00D0\u0091\n",
    ];

    private static readonly Gen<byte[]> Mixtures =
        from pieces in Gen.Frequency(
            (8, Gen.Elements(Pieces)),
            (1, Gen.Choose(0, 255).ListOf().Select(bytes => string.Concat(bytes.Select(value => (char)value))))).ListOf()
        select Encoding.Latin1.GetBytes("BEGIN:VCARD\n" + string.Concat(pieces));

    [Fact]
    public void Random_bytes_never_throw() =>
        Check.One(Cards.Thorough, Prop.ForAll(Gen.Choose(0, 255).ListOf().Select(bytes => bytes.Select(value => (byte)value).ToArray()).ToArbitrary(), Exercise));

    [Fact]
    public void Pieces_of_cards_in_any_order_never_throw() => Check.One(Cards.Thorough.WithMaxTest(1000), Prop.ForAll(Mixtures.ToArbitrary(), Exercise));

    [Fact]
    public void Whatever_was_read_is_read_again_from_what_was_written() =>
        Check.One(Cards.Thorough.WithMaxTest(1000), Prop.ForAll(Mixtures.ToArbitrary(), bytes =>
        {
            foreach (var (_, card, problems) in Cards.Read(bytes))
            {
                // Out of a card without END others are lifted, and the lines before and behind them become neighbours.
                if (card is null || problems.Any(problem => problem.Fault == FormatFault.CardWithoutEnd)) continue;
                var again = Cards.Read(Cards.Bytes(card)).Single(result => result.Card is not null).Card!;
                Assert.Equal(Cards.Fingerprint(card), Cards.Fingerprint(again));
            }
        }));

    [Fact]
    public void Mutations_of_a_valid_card_never_throw() =>
        Check.One(Cards.Thorough.WithMaxTest(500), Prop.ForAll(
            (from card in Cards.Arbitrary(VCardVersion.V30).Generator
             from changes in (from at in Gen.Choose(0, 5000) from value in Gen.Choose(0, 255) from how in Gen.Choose(0, 2) select (at, (byte)value, how)).ListOf()
             select Mutate(Cards.Bytes(card), changes)).ToArbitrary(),
            Exercise));

    [Fact]
    public void Random_tables_never_throw() =>
        Check.One(Cards.Thorough.WithMaxTest(500), Prop.ForAll(
            Gen.Frequency((4, Gen.Elements("a", ",", ";", "\"", "\n", "\r\n", "\r", "\t", "\"\"", "sep=;\n", "\xE4", "\0", "\uFEFF")), (1, Gen.Choose(0, 255).Select(value => ((char)value).ToString())))
                .ListOf().Select(pieces => Encoding.Latin1.GetBytes(string.Concat(pieces))).ToArbitrary(),
            bytes =>
            {
                using var table = CsvTable.Open(new MemoryStream(bytes));
                var header = table.Head(1);
                var last = 0L;
                foreach (var row in header.Count > 0 ? table.Rows(new CsvHeader(header[0])) : table.Rows())
                {
                    Assert.True(row.Line > last);
                    last = row.Line;
                }
            }));

    [Fact]
    public void Random_texts_never_throw() => Check.One(Cards.Thorough, Prop.ForAll<string?>(text =>
    {
        Assert.True(PartialDate.TryParse(text, out var date, out _) ? date.ToString().Length > 0 : date == default);
        _ = EmailAddress.Normalise(text);
        _ = EmailAddress.Normalise(text + "@example.com");
        _ = EmailAddress.Normalise("ada@" + text + ".com");
        _ = PhoneNumber.Normalise(text, "DE");
        _ = PhoneNumber.Normalise("+49" + text);
        _ = JCard.Read(text ?? "");
        _ = TextValue.Unescape(text ?? "");
    }));

    // Everything a caller may ask of a card.
    private static void Exercise(byte[] bytes)
    {
        foreach (var result in Cards.Read(bytes))
        {
            Assert.True(result.Line >= 1);
            Assert.All(result.Problems, problem => Assert.True(problem is { Line: >= 1, Column: >= 1 }));
            if (result.Card is not { } card) continue;
            foreach (var property in card.Properties)
                _ = (property.Text, property.Texts, property.Components, property.Date, property.Binary, property.MediaType, property.Types, property.Preference, card.LabelOf(property));
            _ = VCardWriter.Text(card.To(VCardVersion.V30));
            _ = JCard.Read(JCard.Write(card));
        }
    }

    private static byte[] Mutate(byte[] bytes, IEnumerable<(int At, byte Value, int How)> changes)
    {
        var list = bytes.ToList();
        foreach (var (at, value, how) in changes)
        {
            var place = at % (list.Count + 1);
            if (how == 0) list.Insert(place, value);
            else if (place < list.Count && how == 1) list[place] = value;
            else if (place < list.Count) list.RemoveAt(place);
        }

        return [.. list];
    }
}
