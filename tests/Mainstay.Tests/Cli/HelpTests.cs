using System.CommandLine;
using System.Globalization;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Tests.Cli;

/// <summary>The help of commands is said in the language of the terminal, all of it.</summary>
public class HelpTests
{
    /// <summary>What is said alike in both languages.</summary>
    private static readonly string[] Alike = ["MENTEE", "MENTEES", "MENTOR", "NAME", "ID", "TEXT", "URL", "ZONE", "MAIL", "SHELL"];

    public static readonly TheoryData<string> Paths = [.. Commands(Root()).Select(c => Help.Path(c)[8..].Trim())];

    [Fact]
    public void Every_command_option_and_argument_is_explained_in_both_languages_and_differently()
    {
        var symbols = Commands(Root()).SelectMany(c => c.Arguments.Cast<Symbol>().Concat(c.Options).Prepend(c)).Where(s => !s.Hidden).ToList();

        Assert.True(symbols.Count > 150);
        foreach (var symbol in symbols)
        {
            Assert.True(symbol.Description is { } key && Speech.Knows(key.Split(' ')[0]), $"{symbol.Name}: {symbol.Description} is no sentence of ours.");
            Assert.NotEqual(In("en", () => Help.Of(symbol)), In("de", () => Help.Of(symbol)));
        }
    }

    [Fact]
    public void Every_placeholder_is_said_in_German()
    {
        var names = Commands(Root()).SelectMany(c => c.Arguments.Select(a => a.HelpName ?? a.Name).Concat(c.Options.Select(o => o.HelpName).OfType<string>()));
        var odd = names.SelectMany(n => n.Split('-', '|', '=')).Where(n => n.Length > 1 && n.All(char.IsAsciiLetterUpper)).Distinct()
            .Where(n => In("de", () => Help.Placeholder(n)) == In("en", () => Help.Placeholder(n)));

        Assert.Empty(odd.Except(Alike));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Help_of_a_command_is_German_in_a_German_terminal_and_fits_into_it(string path)
    {
        var (english, german) = (await Helped("en_GB.UTF-8", path), await Helped("de_DE.UTF-8", path));

        Assert.StartsWith("So geht es:", german.Split('\n')[Array.IndexOf(german.Split('\n'), "") + 1], StringComparison.Ordinal);
        Assert.Empty(Sentences(english).Intersect(Sentences(german)));
        Assert.All((english + german).Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task Help_says_what_is_needed_and_what_holds_without_a_word()
    {
        Assert.Matches("--by <KIND> +meeting, video, call, message, mail or reaction", await Helped("C.UTF-8", "touch"));
        Assert.Matches(@";\s+required", await Helped("C.UTF-8", "touch"));
        Assert.Contains("[ohne Angabe: vcard]", await Helped("de_DE.UTF-8", "export"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tody", "„tody“ passt hier nicht.")]
    [InlineData("tody", "Meintest du statt „tody“:")]
    [InlineData("touch Bob", "--by ist nötig.")]
    [InlineData("touch --by call", "Es fehlt etwas, das touch braucht.")]
    [InlineData("touch Bob --by shouting", "„shouting“ passt da nicht. Wähle eines von:")]
    [InlineData("touch Bob --by call --minutes long", "„long“ ist keine Zahl; --minutes nimmt eine.")]
    [InlineData("touch Bob --by call --on today --on yesterday", "--on nimmt eine Angabe, und es waren 2.")]
    [InlineData("touch Bob --by call --note", "Nach --note fehlt noch etwas.")]
    [InlineData("organization undo this", "„this“ ist keine Id; undo nimmt eine.")]
    [InlineData("token", "Es fehlt ein Befehl: Was soll geschehen?")]
    [InlineData("person --nonsense", "Eine Option --nonsense gibt es hier nicht.")]
    [InlineData("people --limit 0", "--limit ist eine Zahl ab 1.")]
    [InlineData("people edit --everybody", "Sag eine Änderung: --add-label, ")]
    [InlineData("photo Bob", "Nenn entweder eine DATEI oder --remove.")]
    [InlineData("tie Bob --until 2026-05-02", "--until gehört zu --pause.")]
    [InlineData("tie Bob --over --still-on", "Nur eines auf einmal von --over, --still-on")]
    public async Task Wrong_usage_is_answered_in_German_in_a_German_terminal(string typed, string said)
    {
        using var aside = new StringWriter();

        Assert.Equal(Shell.WrongUsage, await House.Run(typed.Split(' '), Around("de_AT.UTF-8", TextWriter.Null, aside), TestContext.Current.CancellationToken));
        Assert.Contains(said, aside.ToString(), StringComparison.Ordinal);
        Assert.Contains("Wie es gemeint ist: mainstay", aside.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The lines of a help that are sentences; what are names of commands, options and their values is alike.</summary>
    private static IEnumerable<string> Sentences(string help) => help.Split('\n').Where(l => l.Length > 0 && l[0] != ' ' || l.Contains(". ", StringComparison.Ordinal));

    private static async Task<string> Helped(string language, string path)
    {
        using var written = new StringWriter();
        var typed = path.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("--help").ToList();
        Assert.Equal(Shell.Fine, await House.Run(typed, Around(language, written, TextWriter.Null), TestContext.Current.CancellationToken));
        return written.ToString();
    }

    private static Surroundings Around(string language, TextWriter output, TextWriter aside) => new()
    {
        Out = output,
        Error = aside,
        In = TextReader.Null,
        Variable = name => name switch { "LANG" => language, "COLUMNS" => "80", _ => null },
    };

    private static string In(string language, Func<string> say)
    {
        Languages.Speak(CultureInfo.GetCultureInfo(language));
        return say();
    }

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);

    private static RootCommand Root() => House.Root(new Shell(Around("en", TextWriter.Null, TextWriter.Null), House.Furnish));
}
