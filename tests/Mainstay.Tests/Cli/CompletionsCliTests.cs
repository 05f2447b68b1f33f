namespace Mainstay.Tests.Cli;

public class CompletionsCliTests
{
    [Theory]
    [InlineData("bash", "complete -o")]
    [InlineData("zsh", "#compdef mainstay")]
    [InlineData("fish", "complete -c mainstay")]
    public async Task Prints_a_script_for_each_shell(string shell, string part)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        Assert.Contains(part, (await house.Type("completions", shell)).Fine().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_no_other_shell()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        Assert.Equal(2, (await house.Type("completions", "csh")).Code);
    }

    [Theory, OnBoth]
    public async Task Suggests_names_word_by_word(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper")).Fine();
        (await house.Type("person", "add", "Alan Turing")).Fine();

        Assert.Equal(["Grace"], await Suggested(house, "person gr"));
        Assert.Contains("Hopper", await Suggested(house, "person Grace h"));
        Assert.DoesNotContain("Turing", await Suggested(house, "person Grace "));
        Assert.Contains("person", await Suggested(house, "pers"));
        Assert.Contains("Grace", await Suggested(house, "snooze G"));
    }

    [Fact]
    public async Task Makes_no_network_to_complete_in()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var elsewhere = Path.Combine(house.Settings.Data, "elsewhere");

        Assert.Empty(await Suggested(house, $"--data {elsewhere} person gr"));
        Assert.False(Directory.Exists(elsewhere));
    }

    private static async Task<string[]> Suggested(TestHouse house, string line) =>
        (await house.Type($"[suggest:{line.Length}]", line)).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
