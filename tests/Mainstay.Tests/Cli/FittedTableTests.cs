using Mainstay.Cli;
using Spectre.Console;

namespace Mainstay.Tests.Cli;

public class FittedTableTests
{
    private static readonly FittedColumn[] People =
    [
        new("Name", ["Grace Brewster Murray Hopper", "Alan Turing"], int.MaxValue),
        new("Roles", ["", ""], 0),
        new("Organization", ["United States Navy", ""], 1),
        new("Due", ["2026-12-13", "2026-05-01"], 2),
    ];

    [Fact]
    public void With_room_everything_stands_on_its_line_and_empty_columns_are_left_out() => Assert.Equal(
    [
        "Name                         Organization       Due",
        "Grace Brewster Murray Hopper United States Navy 2026-12-13",
        "Alan Turing                                     2026-05-01",
    ], Lines(80));

    [Fact]
    public void Without_room_lines_end_between_words_and_the_least_important_gives_way() => Assert.Equal(
    [
        "Name           Due",
        "Grace Brewster 2026-12-13",
        "Murray Hopper",
        "Alan Turing    2026-05-01",
    ], Lines(26));

    [Theory, InlineData(21), InlineData(30), InlineData(40), InlineData(50), InlineData(60), InlineData(70)]
    public void Nothing_is_wider_than_the_terminal(int width) => Assert.All(Lines(width), line => Assert.InRange(line.Length, 1, width));

    private static string[] Lines(int width)
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        console.Write(FittedTable.Fit(width, People));
        return [.. written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd())];
    }
}
