using System.Text;

namespace Mainstay.Formats.Tests;

public sealed class VCardLimitsTests
{
    private const string Good = "BEGIN:VCARD\nVERSION:3.0\nFN:Grace\nN:;Grace;;;\nEND:VCARD\n";

    [Theory]
    [InlineData("one line", true)]
    [InlineData("many lines", false)]
    public void Refuses_a_card_that_is_too_large_and_reads_the_next(string _, bool oneLine)
    {
        var note = oneLine ? "NOTE:" + new string('x', 5000) + "\n" : string.Concat(Enumerable.Repeat("NOTE:" + new string('x', 50) + "\n", 100));
        var results = Read("BEGIN:VCARD\nFN:Ada\n" + note + "END:VCARD\n" + Good, new() { CardBytes = 1000 });
        Assert.Equal(FormatFault.CardTooLarge, Assert.Single(results[0].Problems).Fault);
        Assert.Equal("Grace", results[1].Card!.Text("FN"));
        Assert.Equal(2, results.Count);
    }

    [Fact]
    public void Refuses_a_card_of_too_many_lines_and_reads_the_next()
    {
        var results = Read("BEGIN:VCARD\n" + string.Concat(Enumerable.Repeat("A:\n", 50)) + "END:VCARD\n" + Good, new() { CardLines = 40 });
        Assert.Equal(FormatFault.CardTooLong, results[0].Problems.Single().Fault);
        Assert.NotNull(results[1].Card);
    }

    [Fact]
    public void Does_not_count_folded_lines() =>
        Assert.NotNull(Read("BEGIN:VCARD\nNOTE:" + string.Concat(Enumerable.Repeat("\n a", 50)) + "\nEND:VCARD\n", new() { CardLines = 2 }).Single().Card);

    [Fact]
    public void Refuses_nesting_that_is_too_deep_and_reads_the_next()
    {
        var results = Read(string.Concat(Enumerable.Repeat("BEGIN:VCARD\nAGENT:\n", 18)) + string.Concat(Enumerable.Repeat("END:VCARD\n", 18)) + Good, VCardLimits.Default);
        Assert.Equal(FormatFault.CardTooDeep, results[0].Problems.Single().Fault);
        Assert.Equal("Grace", results[1].Card!.Text("FN"));
    }

    [Fact]
    public void Reads_nesting_to_the_limit()
    {
        var card = Read(string.Concat(Enumerable.Repeat("BEGIN:VCARD\nAGENT:\n", 16)) + "BEGIN:VCARD\nFN:deepest\n" + string.Concat(Enumerable.Repeat("END:VCARD\n", 17)), VCardLimits.Default).Single().Card!;
        for (var depth = 0; depth < 16; depth++) card = card.First("AGENT")!.Card!;
        Assert.Equal("deepest", card.Text("FN"));
    }

    [Fact]
    public void Takes_nesting_without_agent_for_missing_ends_when_it_is_too_deep()
    {
        var results = Read(string.Concat(Enumerable.Range(0, 40).Select(number => $"BEGIN:VCARD\nFN:{number}\n")), VCardLimits.Default);
        Assert.Equal(Enumerable.Range(0, 40).Select(number => $"{number}"), results.Where(result => result.Card is not null).Select(result => result.Card!.Text("FN")));
        Assert.Contains(results, result => result.Problems.Any(problem => problem.Fault == FormatFault.NestingTakenApart));
    }

    [Fact]
    public void Stops_at_the_end_of_what_a_file_may_have()
    {
        var results = Read(Good + Good + Good, new() { FileBytes = Good.Length + 10 });
        Assert.Equal("Grace", results[0].Card!.Text("FN"));
        Assert.Equal((FormatFault.FileTooLarge, true), (results[^1].Problems.Single().Fault, results[^1].Problems.Single().IsEnd));
        Assert.DoesNotContain(results, result => result.Line > 7);
    }

    [Fact]
    public void A_file_of_exactly_the_limit_is_read() => Assert.Single(Read(Good, new() { FileBytes = Good.Length }));

    [Fact]
    public void A_line_with_too_many_parameters_costs_only_itself()
    {
        var results = Read("BEGIN:VCARD\nVERSION:2.1\nTEL" + string.Concat(Enumerable.Repeat(";a", 20_000)) + ":1\nN:Ada\nEND:VCARD\n", VCardLimits.Default);
        Assert.Equal("Ada", results.Single().Card!.Text("N"));
        Assert.Equal((FormatFault.TooManyParameters, 4), results.Single().Problems.Single() is var problem ? (problem.Fault, problem.Column) : default);
    }

    // Each would take minutes or all memory if anything were quadratic; the test has no clock, the runner would hang.
    [Theory]
    [InlineData("NOTE:", "x", 10_000_000, "")]
    [InlineData("NOTE:", "\n a", 1_000_000, "")]
    [InlineData("NOTE", "\n a", 1_000_000, ":x")]
    [InlineData("PHOTO;ENCODING=b:", "\nabcd", 1_000_000, "")]
    [InlineData("NOTE;ENCODING=QUOTED-PRINTABLE:", "=\na", 1_000_000, "")]
    [InlineData("NOTE:", "\\\na", 1_000_000, "")]
    [InlineData("A;B=\"", "a:", 2_000_000, "")]
    [InlineData("", "BEGIN:VCARD\n", 300_000, "")]
    [InlineData("", "AGENT:\nBEGIN:VCARD\n", 300_000, "")]
    [InlineData("", "\r", 3_000_000, "\n")]
    public void Takes_time_in_proportion_to_the_input(string start, string repeated, int times, string end)
    {
        var text = new StringBuilder("BEGIN:VCARD\nVERSION:3.0\n").Append(start).Insert(0, "", 0);
        for (var i = 0; i < times; i++) text.Append(repeated);
        var results = Read(text.Append(end).Append("\nEND:VCARD\n").Append(Good).ToString(), VCardLimits.Default);
        Assert.Equal("Grace", results[^1].Card!.Text("FN"));
    }

    private static IReadOnlyList<VCardResult> Read(string text, VCardLimits limits) => VCardReader.Read(text, limits);
}
