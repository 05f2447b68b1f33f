using System.Globalization;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Tests.Words;

/// <summary>Whatever a reader of files finds wrong is said in every language.</summary>
public class FormatWordsTests
{
    [Fact]
    public void Every_fault_has_words_in_every_language()
    {
        foreach (var fault in Enum.GetValues<FormatFault>())
        {
            var said = Languages.All.Select(language => Problem(fault).Sentence().InWords(CultureInfo.GetCultureInfo(language))).ToList();

            Assert.All(said, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
            Assert.Equal(said.Count, said.Distinct().Count());
        }
    }

    [Fact]
    public void The_column_is_said_where_only_a_part_of_the_line_is_meant()
    {
        var line = Problem(FormatFault.NotATime) with { Inputs = ["DTEND"] };

        Assert.Equal("Line 3: The DTEND is no date or time; it was left out.", line.InPlace().InWords(new("en")));
        Assert.Equal("Zeile 3, Spalte 7: Bei DTEND steht weder Tag noch Uhrzeit; die Angabe wurde weggelassen.", (line with { Column = 7 }).InPlace().InWords(new("de")));
    }

    private static FormatProblem Problem(FormatFault fault) => new(3, 1, ProblemKind.Damage, fault, [2, 5]);
}
