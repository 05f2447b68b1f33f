using System.Globalization;

namespace Mainstay.Benchmarks;

/// <summary>Where things are, and how many of them were asked for.</summary>
internal static class Place
{
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mainstay.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run from within the project's folder.");
    }

    public static (int People, int Touches) Size(string[] args) => (Number(args, "--people") ?? Network.People, Number(args, "--touches") ?? Network.Touches);

    /// <summary>What stands behind an option; null where it is not there.</summary>
    public static string? Option(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static int? Number(string[] args, string option) => Option(args, option) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;
}
