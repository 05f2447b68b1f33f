using System.Runtime.CompilerServices;

namespace Mainstay.Tests;

/// <summary>No file grows past what can be read in one go.</summary>
public class SizeTests
{
    /// <summary>File name and why it may be longer.</summary>
    private static readonly Dictionary<string, string> Exceptions = [];

    [Fact]
    public void No_file_is_longer_than_it_may_be()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));
        var tooLong =
            from file in Directory.EnumerateFiles(Path.Combine(root, "src"), "*", SearchOption.AllDirectories)
            let most = Most(file)
            where most > 0 && !Exceptions.ContainsKey(Path.GetFileName(file))
            let lines = File.ReadLines(file).Count()
            where lines > most
            select $"{Path.GetRelativePath(root, file)} has {lines} lines; {most} is the most";

        Assert.Empty(tooLong.Order());
    }

    private static int Most(string file) => Path.GetExtension(file) switch
    {
        ".razor" => 200,
        ".cs" => file.Contains("/Mainstay/", StringComparison.Ordinal) ? 250 : 500,
        _ => 0,
    };

    private static string Here([CallerFilePath] string path = "") => path;
}
