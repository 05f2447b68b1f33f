using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Tests.Words;

public class SpokenTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("fr, ru;q=0.9", "en")]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de-AT")]
    [InlineData("en-GB,en;q=0.9", "en-GB")]
    [InlineData("fr-CH, DE-ch;q=0.9", "de-CH")]
    [InlineData("de-DE,en-GB;q=0.9", "de")]
    [InlineData("en-AU", "en")]
    [InlineData("en;q=0.4, de;q=0.5", "de")]
    [InlineData("de;q=0, en", "en")]
    [InlineData(";;q=,,=", "en")]
    public void A_browser_is_answered_in_the_best_language_it_asks_for(string? accepted, string language) =>
        Assert.Equal(language, Languages.Preferred(accepted).Name);

    [Theory]
    [InlineData("de_DE.UTF-8", null, "de")]
    [InlineData("de_DE.UTF-8", "C", "en")]
    [InlineData("fr_FR", "de_AT@euro", "de-AT")]
    [InlineData("en_GB.UTF-8", null, "en-GB")]
    public void A_terminal_is_answered_in_its_language(string lang, string? all, string language) =>
        Assert.Equal(language, Languages.OfTerminal(name => name switch { "LANG" => lang, "LC_ALL" => all, _ => null }).Name);

    [Theory]
    [InlineData("en", "^Sunday, November 29\\.$")]
    [InlineData("en-GB", "^Sunday,? 29 November\\.$")]
    [InlineData("de-AT", "^Sonntag, 29\\. November\\.$")]
    public void A_day_of_this_year_stands_in_the_order_of_the_country(string language, string said) =>
        Assert.Matches(said, new Reason("Web.TodayLede", new DateOnly(2026, 11, 29)).InWords(CultureInfo.GetCultureInfo(language)));

    [Theory]
    [InlineData("en", "with Grace, Alan and Katherine")]
    [InlineData("de", "mit Grace, Alan und Katherine")]
    public void Several_are_listed_as_one_says_it(string language, string said)
    {
        string[] names = ["Grace", "Alan", "Katherine"];

        Assert.Contains(said, new Reason("Rhythm.TouchWith", (object)names).InWords(new CultureInfo(language)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_made_at_a_German_terminal_speaks_German_at_every_door()
    {
        var settings = await Databases.Fresh(Engine.Sqlite);
        try
        {
            await Type(settings.Data, "person", "add", "Grace Hopper");
            await Type(settings.Data, "layers", "Grace Hopper", "close");

            var (list, tie, json) = (await Type(settings.Data, "people"), await Type(settings.Data, "tie", "Grace"), await Type(settings.Data, "people", "--json"));

            Assert.Contains(" eng ", list, StringComparison.Ordinal);
            Assert.StartsWith("Grace Hopper · eng · monatlich", tie, StringComparison.Ordinal);
            Assert.Contains("\"layer\": \"close\"", json, StringComparison.Ordinal);
        }
        finally
        {
            await Databases.Remove(settings);
        }
    }

    private static async Task<string> Type(string data, params string[] args)
    {
        using var written = new StringWriter();
        var around = new Mainstay.Cli.Surroundings { Out = written, Error = TextWriter.Null, In = TextReader.Null, Clock = new StandingClock(new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc)), Variable = name => name switch { "MAINSTAY_DATA" => data, "LANG" => "de_DE.UTF-8", _ => null } };
        Assert.Equal(0, await House.Run(args, around, TestContext.Current.CancellationToken));
        return written.ToString();
    }
}
