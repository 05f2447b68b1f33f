using Mainstay.Cli;

namespace Mainstay.Tests.Cli;

public class ShellTests
{
    [Theory]
    [InlineData("tody", "today")]
    [InlineData("touch Bob", "mainstay touch --help")]
    [InlineData("import undo", "mainstay import undo --help")]
    public async Task Wrong_usage_is_answered_in_short_and_beside_the_answer(string typed, string said)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var answer = await house.Type(typed.Split(' '));

        Assert.Equal((2, ""), (answer.Code, answer.Out));
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_a_command_names_only_what_belongs_to_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var help = (await house.Type("person", "trash", "--help")).Fine().Out;

        Assert.Contains(" person trash <NAME-OR-ID>", help, StringComparison.Ordinal);
        Assert.DoesNotContain("Whom to show", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_nobody()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace")).Fine();
        var commands = House.Root(new Shell(new() { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, Variable = _ => null }, House.Furnish)).Subcommands;

        foreach (var path in commands.SelectMany(c => c.Subcommands.Select(s => $"{c.Name} {s.Name}").Prepend(c.Name)).Prepend(""))
            Assert.DoesNotContain("Grace", (await house.Type([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])).Fine().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /dev/null on Windows.");
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var answer = await house.Type("today", "--data", "/dev/null/mainstay");

        Assert.Equal(1, answer.Code);
        Assert.StartsWith("The folder /dev/null/mainstay cannot be made there.", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_owners_language()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite, new(2026, 5, 1));
        (await house.Type("person", "add", "Grace")).Fine();

        var answer = await house.Type("snooze", "Grace", "--until", "2026-04-30");

        Assert.Equal((2, "Thursday, April 30, 2026 is not in the future."), (answer.Code, answer.Error.Trim()));
    }
}
