namespace Mainstay.Tests.Hosting;

public class CompressionTests
{
    [Theory]
    [InlineData("br", "Sec-Fetch-Site", "none")]
    [InlineData("br", "Sec-Fetch-Site", "same-origin")]
    [InlineData("br", "Authorization", "Bearer anything")]
    [InlineData(null, "Sec-Fetch-Site", "cross-site")]
    [InlineData(null, "Sec-Fetch-Site", "same-site")]
    [InlineData(null, "Accept", "*/*")]
    public async Task Compresses_only_what_no_other_site_can_have_asked_for(string? encoding, string header, string value)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s);

        using var answer = await served.Ask("/nothing", "127.0.0.1", ("Accept-Encoding", "br, gzip"), (header, value));

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }
}
