using System.Net;
using System.Net.Sockets;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Outside;

/// <summary>Calls to addresses that an owner gave. Where a name leads is looked at when the connection is made, so that no name can change its mind in between; a few redirects are followed, each looked at anew.</summary>
public sealed class OutsideCalls : IDisposable
{
    public const int MostRedirects = 5;

    /// <summary>How long one call may take until its headers are there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Every address there is.</summary>
    private static readonly IPNetwork[] Everywhere = [IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")];

    private readonly HttpClient client;

    /// <summary>For addresses that an owner gave.</summary>
    public OutsideCalls(Settings settings) : this(OutsideAddress.Networks(settings.PrivateNetworks) ?? [])
    {
    }

    private OutsideCalls(IReadOnlyList<IPNetwork> allowed) => client = new(Handler(allowed)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>For addresses that the one who runs the server set: they may lie in its own surroundings.</summary>
    public static OutsideCalls ForOperator() => new(Everywhere);

    /// <summary>What is wrong with the setting <c>MAINSTAY_PRIVATE_NETWORKS</c>.</summary>
    public static Problems Check(Settings settings) =>
        OutsideAddress.Networks(settings.PrivateNetworks) is null ? new Problems { { "privateNetworks", "Outside.NotANetwork", settings.PrivateNetworks } } : [];

    /// <summary>Asks for something and follows where it is led. The content is not read yet: whoever asks reads no more than <see cref="Read"/> lets them.</summary>
    /// <param name="address">Where it begins.</param>
    /// <param name="ask">Makes the request anew for each address on the way.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="OutsideFailed">It cannot be had, and why.</exception>
    public async Task<HttpResponseMessage> Get(Uri address, Func<Uri, HttpRequestMessage> ask, CancellationToken stop)
    {
        for (var led = 0; led <= MostRedirects; led++)
        {
            var answer = await Send(ask(address), stop);
            if (Onward(answer, address) is not { } next) return answer;
            answer.Dispose();
            if (!OutsideAddress.IsOfTheWeb(next) || (address.Scheme == "https" && next.Scheme == "http")) throw new OutsideFailed("Outside.LedElsewhere");
            address = next;
        }
        throw new OutsideFailed("Outside.LedInCircles");
    }

    /// <summary>Makes one call, and follows nothing.</summary>
    /// <exception cref="OutsideFailed">It cannot be made, and why.</exception>
    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken stop)
    {
        using var call = request;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await client.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        }
        catch (HttpRequestException failed)
        {
            throw failed.InnerException as OutsideFailed ?? new OutsideFailed(failed.HttpRequestError is HttpRequestError.SecureConnectionError ? "Outside.NotTrusted" : "Outside.NotReached", mayHaveArrived: MayHaveArrived(failed));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new OutsideFailed("Outside.TooSlow", mayHaveArrived: true);
        }
    }

    /// <summary>The whole content, if it is not longer than this and comes in time.</summary>
    /// <exception cref="OutsideFailed">It is too long, too slow, or broke off.</exception>
    public static async Task<byte[]> Read(HttpResponseMessage answer, int most, TimeSpan within, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(within);
        try
        {
            await using var content = await Open(answer, most, patience.Token);
            using var kept = new MemoryStream();
            await content.CopyToAsync(kept, patience.Token);
            return kept.ToArray();
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new OutsideFailed("Outside.TooSlow");
        }
    }

    /// <summary>The content, to be read as it comes. Reading more of it than allowed is refused.</summary>
    /// <exception cref="OutsideFailed">It is too long, or broke off; reading says so too.</exception>
    public static async Task<OutsideContent> Open(HttpResponseMessage answer, long most, CancellationToken stop)
    {
        if (answer.Content.Headers.ContentLength > most) throw new OutsideFailed("Outside.TooLong");
        return new(await OutsideContent.Unbroken(() => answer.Content.ReadAsStreamAsync(stop)), most);
    }

    public void Dispose() => client.Dispose();

    /// <summary>No connection, no call: then it has surely not arrived.</summary>
    private static bool MayHaveArrived(HttpRequestException failed) =>
        failed.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);

    private static Uri? Onward(HttpResponseMessage answer, Uri from) =>
        answer.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect && answer.Headers.Location is { } next ? new(from, next) : null;

    private static SocketsHttpHandler Handler(IReadOnlyList<IPNetwork> allowed) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false, // a proxy would look names up for itself
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, allowed, stop),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint to, IReadOnlyList<IPNetwork> allowed, CancellationToken stop)
    {
        var found = IPAddress.TryParse(to.Host, out var ip) ? [ip] : await Dns.GetHostAddressesAsync(to.Host, stop);
        var may = found.Where(a => OutsideAddress.MayBeCalled(a, allowed)).ToArray();
        if (may.Length == 0 && found.Length > 0) throw new OutsideFailed("Outside.Inside");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(may, to.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Something out there could not be had.</summary>
/// <param name="key">Why, as a sentence.</param>
/// <param name="mayHaveArrived">What was sent may have got there all the same.</param>
public sealed class OutsideFailed(string key, bool mayHaveArrived = false) : Refusal(502, new(key))
{
    public bool MayHaveArrived { get; } = mayHaveArrived;
}
