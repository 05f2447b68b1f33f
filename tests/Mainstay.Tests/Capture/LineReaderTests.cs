using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mainstay.Capture;
using Mainstay.Words;

namespace Mainstay.Tests.Capture;

/// <summary>The sentences stand in English.txt and German.txt, each with all that is read from it.</summary>
public class LineReaderTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US"), German = CultureInfo.GetCultureInfo("de-DE");

    [Fact]
    public void Reads_every_English_sentence_as_it_is_meant() => Compare("English.txt", English, 200);

    [Fact]
    public void Reads_every_German_sentence_as_it_is_meant() => Compare("German.txt", German, 80);

    [Fact]
    public void Understands_one_language_in_a_network_of_the_other()
    {
        Assert.Equal(ReadingLines.Of("Kaffee mit Ana gestern", German), ReadingLines.Of("Kaffee mit Ana gestern", English));
        Assert.Equal(ReadingLines.Of("met Bo 3 days ago, he loves chess", English), ReadingLines.Of("met Bo 3 days ago, he loves chess", German));
    }

    [Fact]
    public void The_networks_region_says_which_number_is_the_month()
    {
        Assert.Equal("  touch meeting 2026-04-03 Bo Chen", ReadingLines.Of("met Bo 4/3", English));
        Assert.Equal("  touch meeting 2026-03-04 Bo Chen", ReadingLines.Of("met Bo 4/3", CultureInfo.GetCultureInfo("en-GB")));
    }

    [Fact]
    public void A_line_too_long_is_refused_with_a_sentence()
    {
        var reading = LineReader.Read(new string('a', 20_000), ReadingLines.Today, English, ReadingLines.Names());

        Assert.True(reading.IsEmpty);
        Assert.Equal("One line may have up to 2,000 letters, and this has 20,000. Nothing was taken; make it shorter, or several of it.", reading.Problems.Of("line")!.InWords(English));
    }

    [Fact]
    public void An_empty_line_is_refused_with_an_example() => Assert.Equal("Capture.EmptyLine", LineReader.Read(" \n ", ReadingLines.Today, English, ReadingLines.Names()).Problems.Of("line")!.Key);

    [Theory]
    [InlineData("and ")]
    [InlineData("not call ")]
    [InlineData("Ana, ")]
    [InlineData("call with ")]
    [InlineData("next ")]
    [InlineData("TEXT versprochen ")]
    [InlineData("1.1.")]
    [InlineData("learned ")]
    [InlineData("learned from Ana, and ")]
    [InlineData("von Ana gelernt und ")]
    public void The_longest_lines_of_one_word_are_read_to_the_end(string word)
    {
        var line = string.Concat(Enumerable.Repeat(word, LineReader.MostLetters / word.Length));

        Assert.False(LineReader.Read(line, ReadingLines.Today, English, ReadingLines.Names()).Problems.Any);
    }

    [Fact]
    public void Whatever_is_typed_is_read_and_touches_are_never_to_come()
    {
        string[] words = ["Ana", "Bo", "and", ",", ".", "met", "with", "coffee", "yesterday", "next", "Friday", "promised", "to", "send", "by", "12", "May", "31", "Feb", "in", "3", "weeks", "she", "will", "is", "at", "Acme", "mit", "getroffen", "versprochen", "bis", "(", "'s", "ex-Stripe", "birthday", "on", "9999-12-31", "0", "ago", "hour", "learned", "from", "gelernt", "von", ":", "#", ")"];
        Prop.ForAll(Gen.ListOf(Gen.Elements(words)).ToArbitrary(), some =>
        {
            var reading = LineReader.Read(string.Join(' ', some.Take(60)), ReadingLines.Today, German, ReadingLines.Names());
            return reading.Touches.All(t => t.On <= ReadingLines.Today && t.People.Count > 0) && reading.Tasks.All(t => t.Text.Length > 0 && (t.Due is null || t.Due >= ReadingLines.Today)) && reading.Learnings.All(l => l.On <= ReadingLines.Today && !string.IsNullOrWhiteSpace(l.Text));
        }).QuickCheckThrowOnFailure();
    }

    private static void Compare(string file, CultureInfo culture, int least)
    {
        var (wrong, sentences) = (new List<string>(), 0);
        foreach (var block in Blocks(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Capture", file))))
        {
            sentences++;
            var (expected, read) = (string.Join('\n', block.Skip(1)), ReadingLines.Of(block[0], culture));
            if (expected != read) wrong.Add($"{block[0]}\nexpected\n{expected}\nread\n{read}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        Assert.True(sentences >= least, $"{sentences} sentences");
    }

    private static IEnumerable<List<string>> Blocks(IEnumerable<string> lines)
    {
        List<string>? block = null;
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
            if (line[0] == ' ') block!.Add(line);
            else
            {
                if (block is not null) yield return block;
                block = [line];
            }
        if (block is not null) yield return block;
    }
}
