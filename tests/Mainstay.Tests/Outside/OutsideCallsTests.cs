using System.Net;
using System.Net.Sockets;
using System.Text;
using Mainstay.Outside;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Tests.Outside;

/// <summary>Calls to a small web server on this machine, which lies inside and is called only when that is allowed.</summary>
public sealed class OutsideCallsTests : IDisposable
{
    private readonly HttpDesk desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => desk.Dispose();

    [Theory, InlineData("127.0.0.1"), InlineData("localhost"), InlineData("[::ffff:127.0.0.1]")]
    public async Task Nothing_inside_is_called_whatever_it_is_named(string host)
    {
        using var calls = Calls(null);

        var refusal = await Assert.ThrowsAsync<OutsideFailed>(() => calls.Get(new($"http://{host}:{desk.Port}/"), Get, Stop));

        Assert.Equal("Outside.Inside", refusal.Reason.Key);
        Assert.False(refusal.MayHaveArrived);
        Assert.Empty(desk.Asked);
    }

    [Fact]
    public async Task What_is_allowed_is_read_as_far_as_it_may_be()
    {
        desk.Answer = _ => "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        using var calls = Calls("127.0.0.0/8");

        using var answer = await calls.Get(desk.At("/a"), Get, Stop);
        Assert.Equal("hello", Encoding.UTF8.GetString(await OutsideCalls.Read(answer, 5, TimeSpan.FromSeconds(10), Stop)));

        using var again = await calls.Get(desk.At("/a"), Get, Stop);
        Assert.Equal("Outside.TooLong", (await Assert.ThrowsAsync<OutsideFailed>(() => OutsideCalls.Read(again, 4, TimeSpan.FromSeconds(10), Stop))).Reason.Key);
    }

    [Fact]
    public async Task An_answer_without_a_length_is_no_longer_than_allowed_either()
    {
        desk.Answer = _ => "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('a', 100_000);
        using var calls = Calls("127.0.0.0/8");
        using var answer = await calls.Get(desk.At("/a"), Get, Stop);

        Assert.Equal("Outside.TooLong", (await Assert.ThrowsAsync<OutsideFailed>(() => OutsideCalls.Read(answer, 99_999, TimeSpan.FromSeconds(10), Stop))).Reason.Key);
    }

    [Fact]
    public async Task A_redirect_to_itself_ends()
    {
        desk.Answer = _ => "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n";
        using var calls = Calls("127.0.0.0/8");

        Assert.Equal("Outside.LedInCircles", (await Assert.ThrowsAsync<OutsideFailed>(() => calls.Get(desk.At("/again"), Get, Stop))).Reason.Key);
        Assert.Equal(OutsideCalls.MostRedirects + 1, desk.Asked.Count);
    }

    [Fact]
    public async Task A_redirect_inside_is_not_followed()
    {
        desk.Answer = _ => $"HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.2:{desk.Port}/secret\r\nContent-Length: 0\r\n\r\n";
        using var calls = Calls("127.0.0.1");

        Assert.Equal("Outside.Inside", (await Assert.ThrowsAsync<OutsideFailed>(() => calls.Get(desk.At("/"), Get, Stop))).Reason.Key);
        Assert.Equal(["GET / HTTP/1.1"], desk.Asked.Select(a => a.Split("\r\n")[0]));
    }

    [Theory, InlineData("file:///etc/passwd"), InlineData("ftp://a.example/")]
    public async Task A_redirect_out_of_the_web_is_not_followed(string elsewhere)
    {
        desk.Answer = _ => $"HTTP/1.1 301 Moved\r\nLocation: {elsewhere}\r\nContent-Length: 0\r\n\r\n";
        using var calls = Calls("127.0.0.1");

        Assert.Equal("Outside.LedElsewhere", (await Assert.ThrowsAsync<OutsideFailed>(() => calls.Get(desk.At("/"), Get, Stop))).Reason.Key);
    }

    [Fact]
    public async Task Who_is_not_there_is_told_from_who_hung_up()
    {
        using var calls = Calls("127.0.0.1");
        desk.Answer = _ => null;
        var hungUp = await Assert.ThrowsAsync<OutsideFailed>(() => calls.Get(desk.At("/"), Get, Stop));
        desk.Dispose();
        var gone = await Assert.ThrowsAsync<OutsideFailed>(() => calls.Get(desk.At("/"), Get, Stop));

        Assert.Equal(("Outside.NotReached", true), (hungUp.Reason.Key, hungUp.MayHaveArrived));
        Assert.Equal(("Outside.NotReached", false), (gone.Reason.Key, gone.MayHaveArrived));
    }

    [Fact]
    public void A_setting_that_is_no_network_is_named()
    {
        Assert.Equal("MAINSTAY_PRIVATE_NETWORKS is not a list of addresses and networks: “home”.", OutsideCalls.Check(new() { Data = "data", PrivateNetworks = "home" }).Single().Sentence.InWords(System.Globalization.CultureInfo.GetCultureInfo("en")));
        Assert.False(OutsideCalls.Check(new() { Data = "data", PrivateNetworks = "10.0.0.0/8" }).Any);
    }

    private static HttpRequestMessage Get(Uri address) => new(HttpMethod.Get, address);

    private static OutsideCalls Calls(string? allowed) => new(new Settings { Data = "data", PrivateNetworks = allowed });
}

/// <summary>A web server of a few lines, which answers each request with what the test says; with nothing it hangs up.</summary>
public sealed class HttpDesk : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public HttpDesk()
    {
        listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Func<string, string?> Answer { get; set; } = _ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    /// <summary>Says by itself what it answers, instead; then it hangs up.</summary>
    public Func<string, Stream, Task>? Speak { get; set; }

    /// <summary>Every request so far: its head and what was sent with it.</summary>
    public List<string> Asked { get; } = [];

    public Uri At(string path) => new($"http://127.0.0.1:{Port}{path}");

    public void Dispose() => listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true) _ = Hear(await listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Hear(TcpClient caller)
    {
        using var client = caller;
        var stream = client.GetStream();
        var heard = new StringBuilder();
        var some = new byte[64 * 1024];
        while (await stream.ReadAsync(some) is var got and > 0)
        {
            heard.Append(Encoding.UTF8.GetString(some, 0, got));
            if (!IsWhole(heard.ToString())) continue;
            lock (Asked) Asked.Add(heard.ToString());
            if (Speak is { } speak)
            {
                await speak(heard.ToString(), stream);
                return;
            }
            if (Answer(heard.ToString()) is not { } answer) return;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            if (answer.Contains("Connection: close", StringComparison.Ordinal)) return;
            heard.Clear();
        }
    }

    private static bool IsWhole(string heard)
    {
        var end = heard.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = heard[..end].Split("\r\n").FirstOrDefault(h => h.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || Encoding.UTF8.GetByteCount(heard[(end + 4)..]) >= int.Parse(length["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
