using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Mainstay.Hosting;

/// <summary>The proxies that may say on whose behalf they ask, and over what: nobody else is believed.</summary>
internal static class Proxies
{
    /// <summary>The networks named, a single address being a network of one; nothing if one of them is none.</summary>
    public static IReadOnlyList<IPNetwork>? Read(string text)
    {
        var networks = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network).ToList();
        return networks.Count == 0 || networks.Contains(null) ? null : [.. networks.OfType<IPNetwork>()];
    }

    public static void Believe(ForwardedHeadersOptions forwarded, string proxies)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.ForwardLimit = null; // as many as are named
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in Read(proxies)!) forwarded.KnownIPNetworks.Add(network);
    }

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network : IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : null;
}
