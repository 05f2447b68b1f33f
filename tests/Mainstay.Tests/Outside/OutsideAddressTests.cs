using System.Net;
using Mainstay.Outside;

namespace Mainstay.Tests.Outside;

/// <summary>Which addresses may be called for an owner.</summary>
public class OutsideAddressTests
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.8.9.10"), InlineData("0.0.0.0"), InlineData("10.1.2.3"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1")]
    [InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("198.19.0.1"), InlineData("192.0.2.1")]
    [InlineData("::1"), InlineData("::"), InlineData("fe80::1"), InlineData("fd00::1"), InlineData("ff02::1"), InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::a00:1"), InlineData("2002:a00:1::1"), InlineData("2001:db8::1"), InlineData("::127.0.0.1")]
    public void What_lies_inside_is_not_called(string address) => Assert.False(OutsideAddress.MayBeCalled(IPAddress.Parse(address), []));

    [Theory]
    [InlineData("9.9.9.9"), InlineData("172.32.0.1"), InlineData("100.128.0.1"), InlineData("193.0.0.1"), InlineData("2606:4700::1"), InlineData("2a00:1450::5"), InlineData("::ffff:9.9.9.9")]
    public void What_is_public_is_called(string address) => Assert.True(OutsideAddress.MayBeCalled(IPAddress.Parse(address), []));

    [Fact]
    public void What_is_allowed_is_called_and_nothing_beside_it()
    {
        var allowed = OutsideAddress.Networks("192.168.1.0/24, 10.0.0.5, fd00::/8")!;

        Assert.All(["192.168.1.7", "10.0.0.5", "::ffff:10.0.0.5", "fd12::1"], a => Assert.True(OutsideAddress.MayBeCalled(IPAddress.Parse(a), allowed)));
        Assert.All(["192.168.2.7", "10.0.0.6", "127.0.0.1", "fe80::1"], a => Assert.False(OutsideAddress.MayBeCalled(IPAddress.Parse(a), allowed)));
        Assert.Null(OutsideAddress.Networks("192.168.1.0/24, home"));
        Assert.Empty(OutsideAddress.Networks(null)!);
    }

    [Theory]
    [InlineData("webcal://calendar.example/a.ics", null, "https://calendar.example/a.ics")]
    [InlineData(" https://ntfy.example/ada ", null, "https://ntfy.example/ada")]
    [InlineData("http://ntfy.example", null, "http://ntfy.example/")]
    [InlineData("https://ada:secret@ntfy.example/", "Outside.PasswordInAddress", "https://ada:secret@ntfy.example/")]
    [InlineData("file:///etc/passwd", "Outside.NotAnAddress", "https://invalid/")]
    [InlineData("gopher://a.example/", "Outside.NotAnAddress", "https://invalid/")]
    [InlineData("/relative", "Outside.NotAnAddress", "https://invalid/")]
    [InlineData("", "Outside.NotAnAddress", "https://invalid/")]
    public void Only_what_is_of_the_web_is_an_address(string typed, string? wrong, string read)
    {
        Assert.Equal(wrong, OutsideAddress.Read(typed, out var address)?.Key);
        Assert.Equal(read, address.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://10.0.0.1/x", null), InlineData("http://127.0.0.1:9/", null), InlineData("http://0x7f.1/", null), InlineData("http://[::1]/", null), InlineData("http://[fd00::1]:80/", null), InlineData("http://169.254.169.254/", null)]
    [InlineData("http://localhost/", null), InlineData("http://LOCALHOST.:80/", null), InlineData("http://a.localhost/", null)]
    [InlineData("http://10.0.0.1/x", "10.0.0.1"), InlineData("http://localhost/", "127.0.0.1"), InlineData("http://[::1]/", "::1")]
    [InlineData("https://ntfy.example/ada", null), InlineData("http://9.9.9.9/", null), InlineData("http://localhost.example/", null)]
    public void What_leads_inside_by_what_it_says_itself_is_known_without_asking(string address, string? allowed)
    {
        var isFine = allowed is not null || address.Contains("example", StringComparison.Ordinal) || address.Contains("9.9.9.9", StringComparison.Ordinal);

        Assert.Equal(isFine ? null : "Outside.Inside", OutsideAddress.LeadsInside(new(address), OutsideAddress.Networks(allowed)!)?.Key);
    }
}
