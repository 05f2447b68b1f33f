using System.Text;

namespace Mainstay.Formats.Tests;

public sealed class VCardReaderTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    public void Reads_any_end_of_line(string end)
    {
        var card = Cards.Read(string.Join(end, "BEGIN:VCARD", "VERSION:3.0", "NOTE:a long", "  note", "N:Lovelace;Ada;;;", "FN:Ada", "END:VCARD", "")).Single();
        Assert.Equal("a long note", card.Card!.Text("NOTE"));
        Assert.Equal(4, card.Card.Properties.Count);
        Assert.Empty(card.Problems);
    }

    [Fact]
    public void Counts_lines_of_mixed_ends_and_blank_ones()
    {
        var results = Cards.Read("\r\n\nBEGIN:VCARD\rVERSION:3.0\r\n\n\nFN:Ada\nbroken\r\nN:;Ada;;;\nEND:VCARD\n\nBEGIN:VCARD\nEND:VCARD");
        Assert.Equal([3L, 12L], results.Select(result => result.Line));
        Assert.Equal(8, Assert.Single(results[0].Problems).Line);
    }

    [Fact]
    public void Reads_several_cards_and_goes_on_behind_a_damaged_one()
    {
        var results = Cards.Read("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nN:;Ada;;;\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\n???\nFN:Grace\nN:;Grace;;;\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Katherine\nN:;Katherine;;;\nEND:VCARD");
        Assert.Equal(["Ada", "Grace", "Katherine"], results.Select(result => result.Card!.Text("FN")));
        Assert.Equal([0, 1, 0], results.Select(result => result.Problems.Count));
        Assert.Equal("???", results[1].Card!.Properties.Single(property => property.IsDamaged).RawValue);
    }

    [Fact]
    public void Finds_every_card_of_a_file_in_which_ends_are_missing()
    {
        var results = Cards.Read("BEGIN:VCARD\nFN:Ada\nBEGIN:VCARD\nFN:Grace\nEND:VCARD\nBEGIN:VCARD\nFN:Alan\nEND:VCARD\n");
        Assert.Equal(["Ada", "Grace", "Alan"], results.Select(result => result.Card!.Text("FN")));
        Assert.Contains(results[0].Problems, problem => problem is { Line: 1, Kind: ProblemKind.Damage, Fault: FormatFault.CardWithoutEnd });
    }

    [Fact]
    public void Reads_a_card_whose_end_is_cut_off()
    {
        var result = Cards.Read("BEGIN:VCARD\nVERSION:2.1\nN:Lovelace;Ada\nNOTE;ENCODING=QUOTED-PRINTABLE:caf=C3=\n").Single();
        Assert.Equal("Ada", result.Card!.First("N")!.ComponentText(1));
        Assert.Equal("NOTE;ENCODING=QUOTED-PRINTABLE:caf=C3", result.Card.First("NOTE")!.ToString());
    }

    [Fact]
    public void Reads_a_card_that_lacks_its_begin()
    {
        var result = Cards.Read("VERSION:3.0\nFN:Ada\nN:;Ada;;;\nEND:VCARD\n").Single();
        Assert.Equal("Ada", result.Card!.Text("FN"));
        Assert.Equal(FormatFault.CardWithoutBegin, Assert.Single(result.Problems).Fault);
    }

    [Fact]
    public void Reads_cards_nested_with_and_without_agent()
    {
        var card = Cards.Card("VERSION:2.1", "N:parent", "AGENT:", "BEGIN:VCARD", "N:one", "END:VCARD", "BEGIN:VCARD", "N:two", "END:VCARD", "AGENT:BEGIN:VCARD", "N:three", "END:VCARD", "TEL:1");
        Assert.Equal(["one", "two", "three"], card.All("AGENT").Select(agent => agent.Card!.Text("N")));
        Assert.Equal("1", card.Text("TEL"));
    }

    [Fact]
    public void Keeps_an_agent_that_is_text() =>
        Assert.Equal("BEGIN:VCARD\nFN:Susan\nEND:VCARD\n", Cards.Card("VERSION:3.0", "AGENT:BEGIN:VCARD\\nFN:Susan\\nEND:VCARD\\n").First("AGENT")!.Text);

    [Fact]
    public void Joins_folded_lines_even_inside_a_letter()
    {
        byte[] bytes = [.. "BEGIN:VCARD\nVERSION:4.0\nFN:Zo\u00EB"u8[..^1], .. "\n "u8, 0xAB, .. "\nEND:VCARD"u8];
        Assert.Equal("Zoë", Cards.Read(bytes).Single().Card!.Text("FN"));
    }

    [Fact]
    public void Keeps_the_folding_space_of_version_2_1() =>
        Assert.Equal("\"Ada\" <ada@example.com>", Cards.Card("VERSION:2.1", "EMAIL:\"Ada\"", " <ada@example.com>").Text("EMAIL"));

    [Fact]
    public void Joins_quoted_printable_at_soft_breaks_with_their_leading_space() =>
        Assert.Equal("to all and all\nfolk: yes", Cards.Card("VERSION:2.1", "NOTE;ENCODING=QUOTED-PRINTABLE:to all=", " and all=0D=0A=", "folk: yes").Text("NOTE"));

    [Fact]
    public void Reads_base64_with_and_without_indentation_and_blank_line()
    {
        var card = Cards.Card("VERSION:2.1", "PHOTO;ENCODING=BASE64;TYPE=JPEG:", "  /9j/", "  4AAQ", "TEL:1", "LOGO;JPEG;BASE64:/9j/", "4AAQ", "", "SOUND;ENCODING=b:/9j/4AAQ", "", "FN:Ada");
        Assert.Equal("FFD8FFE00010", Convert.ToHexString(card.First("PHOTO")!.Binary!));
        Assert.Equal("FFD8FFE00010", Convert.ToHexString(card.First("LOGO")!.Binary!));
        Assert.Equal("image/jpeg", card.First("LOGO")!.MediaType);
        Assert.Equal("FFD8FFE00010", Convert.ToHexString(card.First("SOUND")!.Binary!));
        Assert.Equal("Ada", card.Text("FN"));
    }

    [Fact]
    public void Joins_lines_that_phones_break_behind_a_backslash() =>
        Assert.Equal(";;Hermann Str.\n9999\nPackstation 9;Hamburg", Cards.Card("VERSION:2.1", "ADR;HOME:;;Hermann Str.\\", "9999\\", "Packstation 9;Hamburg", "TEL:1").Text("ADR"));

    [Fact]
    public void Does_not_take_a_shift_jis_letter_that_ends_in_a_backslash_byte_for_one()
    {
        byte[] bytes = [.. "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=SHIFT_JIS:"u8, 0x88, 0xC9, 0x94, 0x5C, .. "\nTEL:1\nEND:VCARD\n"u8];
        var card = Cards.Read(bytes).Single().Card!;
        Assert.Equal("伊能", card.Text("FN"));
        Assert.Equal("1", card.Text("TEL"));
    }

    [Fact]
    public void Keeps_comments_without_complaint()
    {
        var result = Cards.Read("BEGIN:VCARD\nVERSION:3.0\n# a comment: with a colon\nFN:Ada\nN:;Ada;;;\nEND:VCARD").Single();
        Assert.Empty(result.Problems);
        Assert.Equal("# a comment: with a colon", result.Card!.Properties[1].RawValue);
    }

    [Theory]
    [InlineData("VERSION:5.0", VCardVersion.V40, FormatFault.UnknownVersion)]
    [InlineData("VERSION:banana", VCardVersion.V30, FormatFault.UnknownVersion)]
    [InlineData("X-NOTHING:1", VCardVersion.V30, FormatFault.CardWithoutVersion)]
    [InlineData("TEL;HOME:1", VCardVersion.V21, FormatFault.CardWithoutVersion)]
    public void Reads_a_card_of_an_unknown_version_and_says_so(string line, VCardVersion version, FormatFault said)
    {
        var result = Cards.Read($"BEGIN:VCARD\n{line}\nN:;Ada;;;\nFN:Ada\nEND:VCARD").Single();
        Assert.Equal(version, result.Card!.Version);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((said, said == FormatFault.UnknownVersion ? 9 : 1), (problem.Fault, problem.Column));
        Assert.Equal([version.Text()], problem.Inputs);
    }

    [Fact]
    public void Says_when_the_names_that_a_version_needs_are_missing() =>
        Assert.Equal([FormatFault.CardWithoutFormattedName, FormatFault.CardWithoutName], Cards.Read("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD").Single().Problems.Select(problem => problem.Fault));

    [Theory]
    [InlineData("broken", FormatFault.LineWithoutColon, 1)]
    [InlineData("???:1", FormatFault.LineWithoutName, 1)]
    [InlineData(".TEL:1", FormatFault.LineWithoutName, 1)]
    [InlineData("home.:1", FormatFault.LineWithoutName, 5)]
    [InlineData("X-GRÜSSE:1", FormatFault.LineWithoutName, 5)]
    [InlineData("E MAIL:1", FormatFault.LineWithoutName, 2)]
    public void Says_where_a_line_stops_being_a_property(string line, FormatFault fault, int column)
    {
        foreach (var indent in (string[])["", "   "])
        {
            var problem = Assert.Single(Cards.Read(string.Join('\n' + indent, indent + "BEGIN:VCARD", "VERSION:3.0", "FN:Ada", "N:;Ada;;;", line, "END:VCARD")).Single().Problems);
            Assert.Equal((5L, column == 1 && fault == FormatFault.LineWithoutColon ? 1 : column + indent.Length, fault), (problem.Line, problem.Column, problem.Fault));
        }
    }

    [Fact]
    public void Reads_utf_16_and_byte_order_marks()
    {
        const string text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë 孔 🎈\r\nN:;Zoë;;;\r\nEND:VCARD\r\n";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
            Assert.Equal("Zoë 孔 🎈", Cards.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Single().Card!.Text("FN"));
        Assert.Equal("Zoë 孔 🎈", Cards.Read(Encoding.Unicode.GetBytes(text)).Single().Card!.Text("FN"));
    }

    [Fact]
    public void Reads_undeclared_western_bytes() =>
        Assert.Equal("Sören Nüßlebaum", Cards.Read(Cards.Latin("BEGIN:VCARD\nVERSION:2.1\nFN:S\xF6ren N\xFC\xDFlebaum\nEND:VCARD")).Single().Card!.Text("FN"));

    [Fact]
    public void Takes_the_charset_of_one_line_as_a_hint_for_the_others()
    {
        var card = Cards.Read(Cards.Latin("BEGIN:VCARD\nVERSION:2.1\nFN:\xC2\xE1\xE3\xE3\xDD\xEB\xE7\xF2\nLABEL;CHARSET=Windows-1253;QUOTED-PRINTABLE:A=E8=DE=EDa\nEND:VCARD")).Single().Card!;
        Assert.Equal("Βαγγέλης", card.Text("FN"));
        Assert.Equal("Aθήνa", card.Text("LABEL"));
    }

    [Fact]
    public void Guesses_cyrillic()
    {
        var bytes = Charsets.Find("windows-1251")!.GetBytes("BEGIN:VCARD\nVERSION:2.1\nFN:Владимир Александрович Ковалёв\nNOTE:Познакомились на конференции в Москве\nEND:VCARD");
        Assert.Equal("Владимир Александрович Ковалёв", Cards.Read(bytes).Single().Card!.Text("FN"));
    }

    [Fact]
    public void Reads_a_card_that_mixes_charsets()
    {
        byte[] bytes = [.. "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8:Zo\u00EB\nORG;CHARSET=ISO-8859-1:Caf"u8, 0xE9, .. "\nTITLE;CHARSET=nonsense:"u8, 0xC4, .. "rztin\nEND:VCARD"u8];
        var card = Cards.Read(bytes).Single().Card!;
        Assert.Equal(["Zoë", "Café", "Ärztin"], ((string[])["FN", "ORG", "TITLE"]).Select(name => card.Text(name)!));
    }

    [Fact]
    public void Trusts_utf_8_more_than_a_charset_parameter() =>
        Assert.Equal("Zoë", Cards.Card("VERSION:2.1", "FN;CHARSET=ISO-8859-1:Zoë").Text("FN"));

    [Fact]
    public void Drops_nuls_and_says_so()
    {
        var result = Cards.Read("BEGIN:VCARD\nVERSION:3.0\nFN:A\0da\nN:;Ada;;;\nEND:VCARD").Single();
        Assert.Equal("Ada", result.Card!.Text("FN"));
        Assert.Equal(3, Assert.Single(result.Problems).Line);
    }

    [Fact]
    public void Reads_a_card_that_is_indented_as_a_whole() =>
        Assert.Equal("Ada Lovelace", Cards.Read("  BEGIN:VCARD\n  VERSION:3.0\n  FN:Ada\n    Lovelace\n  END:VCARD\n").Single().Card!.Text("FN")!.Replace("  ", " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("just some text\nin two lines\n")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")]
    [InlineData("First Name,Last Name\nAda,Lovelace\n")]
    public void Says_when_there_is_no_card_at_all(string text)
    {
        var result = Cards.Read(text).Single();
        Assert.Null(result.Card);
        Assert.Equal(ProblemKind.Refusal, result.Problems.Single().Kind);
    }

    [Fact]
    public async Task Reads_a_stream_asynchronously_in_small_pieces()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 300).Select(number => $"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë {number}\r\nN:;Zoë;;;\r\nEND:VCARD\r\n")));
        var names = new List<string?>();
        await foreach (var result in VCardReader.Stream(new Dripping(bytes), stop: TestContext.Current.CancellationToken)) names.Add(result.Card?.Text("FN"));
        Assert.Equal(Enumerable.Range(1, 300).Select(number => $"Zoë {number}"), names);
    }

    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..7], cancellationToken);
    }
}
