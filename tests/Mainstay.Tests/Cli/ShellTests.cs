using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
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

    /// <summary>At a terminal that <c>script</c> plays, where colours and weights are sequences that begin with an escape.</summary>
    [Theory, InlineData(null, true), InlineData("", true), InlineData("1", false)]
    public async Task In_a_terminal_answers_are_plain_when_no_colour_is_wanted(string? noColour, bool isStyled)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace", "Hopper")).Fine();
        var start = new ProcessStartInfo("script", ["-qec", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "mainstay.dll")}' person Grace", "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (name, value) in ((string, string?)[])[("TERM", "xterm-256color"), ("MAINSTAY_DATA", house.Settings.Data), ("MAINSTAY_DATABASE", ""), ("NO_COLOR", noColour)])
            start.Environment[name] = value;

        using var process = Start(start);
        process.StandardInput.Close();
        var shown = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Grace Hopper", shown, StringComparison.Ordinal);
        Assert.Equal(isStyled, Regex.IsMatch(shown, @"\e\[[0-9;]*m"));
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no script here, which plays a terminal.");
            throw;
        }
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

    [Theory, InlineData(null, false), InlineData("text", true)]
    public async Task A_mistake_of_the_program_ends_in_one_sentence_and_says_where_to_who_asks(string? log, bool saysWhere)
    {
        var error = new StringWriter();
        var shell = new Shell(new() { Out = TextWriter.Null, Error = error, In = TextReader.Null, Variable = name => name == "MAINSTAY_LOG" ? log : null }, House.Furnish);
        var root = House.Root(shell);
        var broken = new Command("broken");
        broken.SetAction((_, _) => Task.FromException<int>(new InvalidOperationException("Grace Hopper")));
        root.Add(broken);

        var code = await shell.Run(root, ["broken"], TestContext.Current.CancellationToken);

        Assert.Equal(Shell.No, code);
        Assert.StartsWith("Something went wrong here, and it is not your fault.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(saysWhere, error.ToString().Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
    }
}
