namespace Mainstay.Tests.Live;

/// <summary>An open line of server-sent events, read as a browser reads it.</summary>
internal sealed class Line : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly StreamReader reader;

    private Line(HttpResponseMessage answer, Stream stream) => (Answer, reader) = (answer, new StreamReader(stream));

    public HttpResponseMessage Answer { get; }

    public static Task<Line> To(TestSite site, string path) => To(site.Browser, path);

    public static async Task<Line> To(HttpClient browser, string path)
    {
        var answer = await browser.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return new(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event's name and data; null when the line has ended.</summary>
    public async Task<string?> Event()
    {
        string? name = null;
        while (await Raw() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line["event: ".Length..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return $"{name} {line["data: ".Length..]}";
        }
        return null;
    }

    /// <summary>The next line that is not empty.</summary>
    public async Task<string?> Raw()
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        waiting.CancelAfter(Patience);
        string? line;
        do line = await reader.ReadLineAsync(waiting.Token);
        while (line?.Length == 0);
        return line;
    }

    public void Dispose()
    {
        reader.Dispose();
        Answer.Dispose();
    }
}
