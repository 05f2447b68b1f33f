using System.Net;
using System.Net.Sockets;
using Mainstay.Words;
using IPNetwork = System.Net.IPNetwork;

namespace Mainstay.Outside;

/// <summary>Which addresses out there may be called: none that leads into the house of whoever runs the server, unless they said so.</summary>
public static class OutsideAddress
{
    public const int Longest = 2_000;

    /// <summary>What the registries keep for machines among themselves, for examples and for many at once (IANA's special-purpose registries).</summary>
    private static readonly IPNetwork[] Inside =
    [
        .. ((string[])["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]).Select(IPNetwork.Parse),
    ];

    /// <summary>Everything of the sixth version that leads anywhere public.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>The networks named, a single address being a network of one; null if one of them is none.</summary>
    public static IReadOnlyList<IPNetwork>? Networks(string? text)
    {
        var networks = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network).ToList();
        return networks.Contains(null) ? null : [.. networks.OfType<IPNetwork>()];
    }

    /// <summary>An address as somebody typed it; <c>webcal:</c> is what calendars call HTTPS.</summary>
    /// <returns>What is wrong with it; null when it can be tried.</returns>
    public static Reason? Read(string typed, out Uri address)
    {
        typed = typed.Trim();
        if (typed.StartsWith("webcal:", StringComparison.OrdinalIgnoreCase)) typed = "https" + typed["webcal".Length..];
        address = new("https://invalid");
        if (typed.Length > Longest || !Uri.TryCreate(typed, UriKind.Absolute, out var read) || !IsOfTheWeb(read)) return new("Outside.NotAnAddress");
        address = read;
        return read.UserInfo.Length > 0 ? new("Outside.PasswordInAddress") : null;
    }

    public static bool IsOfTheWeb(Uri address) => address is { IsAbsoluteUri: true, Host.Length: > 0, Scheme: "http" or "https" };

    /// <param name="ip">Where a name led.</param>
    /// <param name="allowed">Networks inside that may be called all the same.</param>
    public static bool MayBeCalled(IPAddress ip, IReadOnlyList<IPNetwork> allowed)
    {
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        return allowed.Any(n => n.Contains(ip)) || (!Inside.Any(n => n.Contains(ip)) && (ip.AddressFamily == AddressFamily.InterNetwork || Global.Contains(ip)));
    }

    /// <summary>Whether an address leads into the house by what it says itself, without anybody being asked: a number from there, or the name of this machine.</summary>
    /// <returns>Why it is not called; null when nothing is known against it.</returns>
    public static Reason? LeadsInside(Uri address, IReadOnlyList<IPNetwork> allowed)
    {
        var host = address.DnsSafeHost.TrimEnd('.');
        var isHere = address.IsLoopback || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        IPAddress[] led = IPAddress.TryParse(host, out var ip) ? [ip] : isHere ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [];
        return led.Length == 0 || led.Any(a => MayBeCalled(a, allowed)) ? null : new("Outside.Inside");
    }

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network : IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : null;
}
