using Mainstay.Storage;
using Microsoft.AspNetCore.Builder;

namespace Mainstay.Tests.Hosting;

/// <summary>The server of a test house with settings of one's own, and what it is asked.</summary>
internal sealed class Served : IAsyncDisposable
{
    private Served(WebApplication app) => App = app;

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    public static async Task<Served> With(TestHouse house, Func<Settings, Settings> change)
    {
        var app = House.Serve(change(house.Settings with { Urls = "http://127.0.0.1:0" }), house.Clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    /// <summary>Asks, from an address of this machine, with headers.</summary>
    public async Task<HttpResponseMessage> Ask(string path, string from, params (string Name, string Value)[] headers)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = (to, stop) => Connect(to.DnsEndPoint, from, stop) };
        using var browser = new HttpClient(handler) { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async ValueTask<Stream> Connect(System.Net.DnsEndPoint to, string from, CancellationToken stop)
    {
        var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Parse(from).MapToIPv6(), 0));
        await socket.ConnectAsync(to, stop);
        return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Stops as a server does, when what it was asked has come to its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
    }
}
