using System.Net;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary>Where the server may listen: on this machine only, for whoever sits at it is the owner.</summary>
public static class Listening
{
    private static readonly string[] Always = ["localhost", "127.0.0.1", "[::1]"];

    public static void ThrowUnlessHere(string urls)
    {
        foreach (var url in Each(urls))
            if (!IsHere(url)) throw new Mistaken(new Problems { { "urls", "Hosting.NotThisMachine", url } });
        if (Each(urls).Length == 0) throw new Mistaken(new Problems { { "urls", "Hosting.NotThisMachine", urls } });
    }

    /// <summary>The addresses as Kestrel takes them: it picks a free port only for a number, not for a name.</summary>
    public static string[] ToBind(string urls) => [.. Each(urls).Select(u => u.Replace("//localhost:0", "//127.0.0.1:0", StringComparison.OrdinalIgnoreCase))];

    /// <summary>The names by which the server answers.</summary>
    public static IReadOnlySet<string> Hosts(string urls) =>
        Always.Concat(Each(urls).Select(u => new Uri(u).Host)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What to open: the address asked for, with the port that was found where none was given.</summary>
    public static IEnumerable<string> Shown(IEnumerable<string> bound, string asked) => Each(asked).Any(u => new Uri(u).Port == 0) ? bound : Each(asked).Select(u => u.TrimEnd('/'));

    private static bool IsHere(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.AbsolutePath == "/" && uri.Query.Length == 0 && uri.UserInfo.Length == 0
        && (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    private static string[] Each(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
