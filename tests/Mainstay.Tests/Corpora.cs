namespace Mainstay.Tests;

/// <summary>Files from the world, which lie beside the project and not in it.</summary>
internal static class Corpora
{
    public static IReadOnlyList<string> Files(string kind)
    {
        var shared = Environment.GetEnvironmentVariable("MAINSTAY_SHARED");
        if (string.IsNullOrEmpty(shared)) Assert.Skip("MAINSTAY_SHARED is not set: it names the folder that holds corpora/, files from the world.");
        var files = Directory.GetFiles(Path.Combine(shared, "corpora", kind)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        return files;
    }
}
