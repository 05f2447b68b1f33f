using Mainstay.Cli;

namespace Mainstay.Tests.Intake;

/// <summary>The progress bar is for who sits at a terminal, and for nobody else.</summary>
public class ImportProgressCliTests
{
    /// <summary>Read whole before its rows are told: how much of it is done cannot be said, so the bar ends unfinished and is drawn once at least.</summary>
    private const string Friends = """{"friends_v2":[{"name":"Grace Hopper","timestamp":1609459200},{"name":"Alan Turing"},{"name":"Bo"}]}""";

    [Fact]
    public async Task At_a_terminal_the_rows_are_counted_on_standard_error()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var (said, aside) = await Import(house, isErrorTerminal: true);

        Assert.Contains("your_friends.json: 3 rows", aside, StringComparison.Ordinal);
        Assert.Contains("3 new", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', said);
    }

    [Fact]
    public async Task A_pipe_and_a_program_are_told_nothing_beside_the_answer()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var (said, aside) = await Import(house, isErrorTerminal: false);
        var (told, asideOfJson) = await Import(house, isErrorTerminal: true, "--json");

        Assert.Equal(("", ""), (aside, asideOfJson));
        Assert.Contains("3 new", said, StringComparison.Ordinal);
        Assert.StartsWith("{", told, StringComparison.Ordinal);
    }

    private static async Task<(string Said, string Aside)> Import(TestHouse house, bool isErrorTerminal, params string[] more)
    {
        using var written = new StringWriter();
        using var aside = new StringWriter();
        var around = new Surroundings
        {
            Out = written,
            Error = aside,
            In = TextReader.Null,
            Clock = house.Clock,
            IsErrorTerminal = isErrorTerminal,
            Variable = name => name switch { "MAINSTAY_DATA" => house.Settings.Data, "MAINSTAY_DATABASE" => house.Settings.Database, "NO_COLOR" => "1", _ => null },
        };
        Assert.Equal(0, await House.Run(["import", house.File("your_friends.json", Friends), "--dry-run", .. more], around, TestContext.Current.CancellationToken));
        return (written.ToString(), aside.ToString());
    }
}
