using System.Net;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Mainstay.Hosting;

/// <summary>
/// Where the server may listen, and by which names it answers: over plain HTTP on this machine only, elsewhere with a certificate or
/// behind a proxy that has one. Plain HTTP beside HTTPS only leads there.
/// </summary>
public static class Listening
{
    private static readonly string[] Always = ["localhost", "127.0.0.1", "[::1]"];

    public static Problems Check(Settings settings)
    {
        var problems = new Problems();
        foreach (var text in Each(settings.Urls).DefaultIfEmpty(settings.Urls))
        {
            if (Parse(text) is not { } url) problems.Add("urls", "Hosting.NotAnAddress", text);
            else if (url.Scheme == Uri.UriSchemeHttps && settings.Certificate is null) problems.Add("urls", "Hosting.NoCertificate", text);
            else if (url.Scheme == Uri.UriSchemeHttp && !IsHere(url) && settings.Proxies is null && Secure(settings) is null) problems.Add("urls", "Hosting.NotPrivate", text);
            else if (IsEverywhere(url) && settings.Hosts is null) problems.Add("urls", "Hosting.NoName", text);
        }
        if (settings.Proxies is not null && Hosting.Proxies.Read(settings.Proxies) is null) problems.Add("proxies", "Hosting.NotProxies", settings.Proxies);
        if (Names(settings).FirstOrDefault(n => Uri.CheckHostName(n.Trim('[', ']')) == UriHostNameType.Unknown) is { } odd) problems.Add("hosts", "Hosting.NotAName", odd);
        return problems;
    }

    /// <summary>For what must never be seen from elsewhere, whatever else is set.</summary>
    public static void ThrowUnlessHere(string urls)
    {
        foreach (var text in Each(urls).DefaultIfEmpty(urls))
            if (Parse(text) is not { Scheme: "http" } url || !IsHere(url)) throw new Mistaken(new Problems { { "urls", "Hosting.NotThisMachine", text } });
    }

    /// <summary>Makes Kestrel listen at these addresses.</summary>
    public static void Listen(this KestrelServerOptions kestrel, Settings settings, Certificate? certificate)
    {
        foreach (var url in Each(settings.Urls).Select(Parse).OfType<Uri>())
        {
            if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)) kestrel.Listen(address, url.Port, Secure);
            else if (!IsLocalhost(url)) kestrel.ListenAnyIP(url.Port, Secure);
            else if (url.Port == 0) kestrel.Listen(IPAddress.Loopback, 0, Secure); // a free port is found for a number, not for a name
            else kestrel.ListenLocalhost(url.Port, Secure);

            void Secure(ListenOptions listen)
            {
                if (url.Scheme == Uri.UriSchemeHttps) certificate!.Secure(listen);
            }
        }
    }

    /// <summary>The names by which the server answers.</summary>
    public static IReadOnlySet<string> Hosts(Settings settings) =>
        Always.Concat(Names(settings)).Concat(settings.Address is { } reached && Parse(reached) is { } at ? [at.Host] : []).Concat(Each(settings.Urls).Select(Parse).OfType<Uri>().Where(u => !IsEverywhere(u)).Select(u => u.Host)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The port of the first encrypted address, if there is one.</summary>
    public static int? Secure(Settings settings) => Each(settings.Urls).Select(Parse).FirstOrDefault(u => u?.Scheme == Uri.UriSchemeHttps)?.Port;

    /// <summary>What to open: as people reach it, with the port that was found where none was given.</summary>
    public static IEnumerable<string> Shown(IEnumerable<string> bound, Settings settings)
    {
        var asked = Each(settings.Urls).Select(Parse).OfType<Uri>().ToList();
        if (asked.Any(u => u.Port == 0)) return bound;
        return asked.All(u => u.Scheme == Uri.UriSchemeHttp && IsHere(u)) && settings.Proxies is null ? asked.Select(u => u.GetLeftPart(UriPartial.Authority)) : [Reached.At(settings)];
    }

    private static bool IsHere(Uri url) => IsLocalhost(url) || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsLocalhost(Uri url) => url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsEverywhere(Uri url) => url.Host is "0.0.0.0" or "[::]";

    private static Uri? Parse(string text) =>
        Uri.TryCreate(text.Replace("//*", "//[::]", StringComparison.Ordinal).Replace("//+", "//[::]", StringComparison.Ordinal), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.AbsolutePath == "/" && url.Query.Length == 0 && url.UserInfo.Length == 0 ? url : null;

    private static string[] Names(Settings settings) => settings.Hosts?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string[] Each(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
