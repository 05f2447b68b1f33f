using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Mainstay.Tests;

/// <summary>What is listed for readers stands there once: a merge doubles lines silently.</summary>
public class ListedOnceTests
{
    [Theory]
    [InlineData("CHANGELOG.md", @"^- \*\*(.+?)\*\*")]
    [InlineData("docs/assistants.md", @"^\| `(\w+)`")]
    [InlineData("docs/cli.md", @"^#+ (.+)$")]
    public void Nothing_is_listed_twice(string document, string entry)
    {
        var text = File.ReadAllText(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../..", document)));
        var entries = Regex.Matches(text, entry, RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(entries);
        Assert.Equal(entries.Distinct(), entries);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
