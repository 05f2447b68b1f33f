using Mainstay.Challenges;

namespace Mainstay.Tests.Challenges;

public class CrisisLineTests
{
    private const string Whole = """{"country":"DE","name":"A line","phone":"000","source":{"document":"A page","address":"https://example.org"},"verifiedAt":"2026-05-01"}""";

    [Fact]
    public void A_line_says_from_which_document_it_is_and_when_that_was_looked_at_or_is_left_out()
    {
        var (lines, leftOut) = CrisisLine.Read($$$"""
            {"lines":[{{{Whole}}},
              {"country":"DE","name":"From memory","phone":"1"},
              {"country":"DE","name":"No day","phone":"1","source":{"document":"A page","address":"https://example.org"}},
              {"country":"DE","name":"No way to reach it","source":{"document":"A page","address":"https://example.org"},"verifiedAt":"2026-05-01"},
              {"country":"DE","name":"Odd","web":"javascript:alert(1)","source":{"document":"A page","address":"https://example.org"},"verifiedAt":"2026-05-01"},
              {"country":"DE","name":"Odd day","phone":"1","source":{"document":"A page","address":"https://example.org"},"verifiedAt":"May 2026"},
              {"country":"DE","name":"No number","phone":" ","source":{"document":"A page","address":"https://example.org"},"verifiedAt":"2026-05-01"},
              "a line", null]}
            """);

        Assert.Equal(("A line", "000", new DateOnly(2026, 5, 1)), (lines.Single().Name, lines.Single().Phone, lines.Single().VerifiedAt));
        Assert.Equal(8, leftOut);
        Assert.Equal((0, 1), CrisisLine.Read("not json") is var broken ? (broken.Lines.Count, broken.LeftOut) : default);
        Assert.Equal((0, 0), CrisisLine.Read("{}") is var empty ? (empty.Lines.Count, empty.LeftOut) : default);
    }

    [Fact]
    public void No_line_ships_that_names_no_document()
    {
        using var file = typeof(CrisisLine).Assembly.GetManifestResourceStream(CrisisLinesSource.FileName)!;
        using var reader = new StreamReader(file);

        Assert.Equal(0, CrisisLine.Read(reader.ReadToEnd()).LeftOut);
    }

    [Theory, InlineData("DE", "Germany", "Deutschland"), InlineData("US", "United States", "Vereinigte Staaten"), InlineData("GR", "Greece", "Griechenland"), InlineData("CH", "Switzerland", "Schweiz")]
    public void A_country_is_called_as_in_the_language_that_is_spoken(string code, string english, string german)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            foreach (var (language, name) in new[] { ("en", english), ("de", german) })
            {
                System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
                Assert.Equal(name, CountriesSource.Name(code));
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory, InlineData("DE", true), InlineData("PT", true), InlineData("XX", false), InlineData("de", false), InlineData("419", false)]
    public void A_country_is_one_of_those_there_are(string code, bool isOne) => Assert.Equal(isOne, CountriesSource.IsOne(code));
}
