using System.Diagnostics;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Mainstay.Cli;
using Mainstay.Mcp;

namespace Mainstay.Tests.Cli;

public class InterruptionTests
{
    private const string Hidden = "\u001b[?25l", Shown = "\u001b[?25h", CtrlC = "\u0003";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_first_time_a_command_ends_in_order_and_the_second_time_at_once()
    {
        var clock = new Steps();
        using var leaving = new Interruption(new() { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, Variable = _ => null, Clock = clock }, Stop);
        Assert.False(leaving.Asked.IsCancellationRequested);

        Assert.True(EndsInOrder(leaving));
        Assert.True(leaving.Asked.IsCancellationRequested);
        clock.Pass(TimeSpan.FromMilliseconds(10));
        Assert.True(EndsInOrder(leaving)); // the same wish, told twice
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.False(EndsInOrder(leaving));
    }

    [Fact]
    public async Task Whoever_waits_for_bytes_ends_at_once_and_whoever_has_them_in_order()
    {
        using var leaving = new Interruption(new() { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, Variable = _ => null, Clock = new Steps() }, Stop);
        var pipe = new Pipe();
        await using var bytes = StandardInput.Bytes(pipe.Reader.AsStream());
        var reading = bytes.ReadAsync(new byte[10], Stop).AsTask();
        Assert.False(EndsInOrder(leaving));
        Assert.False(leaving.Asked.IsCancellationRequested);

        await pipe.Writer.WriteAsync("abc"u8.ToArray(), Stop);
        Assert.Equal(3, await reading);

        Assert.True(EndsInOrder(leaving));
        Assert.True(leaving.Asked.IsCancellationRequested);
    }

    [Fact]
    public async Task A_call_that_is_being_answered_is_answered_although_more_is_waited_for_beside_it()
    {
        using var leaving = new Interruption(new() { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, Variable = _ => null, Clock = new Steps() }, Stop);
        using var answering = new Answering(leaving.Asked);
        var (pipe, work) = (new Pipe(), new TaskCompletionSource<int>());
        await using var bytes = StandardInput.Bytes(pipe.Reader.AsStream());
        var reading = bytes.ReadAsync(new byte[10], Stop).AsTask();
        var answer = answering.Take(() => work.Task).AsTask();

        Assert.True(EndsInOrder(leaving));
        Assert.True(leaving.Asked.IsCancellationRequested);
        Assert.False(answering.Over.IsCancellationRequested);
        work.SetResult(7);
        Assert.Equal(7, await answer);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromMinutes(1), answering.Over));
        await pipe.Writer.CompleteAsync();
        Assert.Equal(0, await reading);
    }

    /// <summary>At a terminal that <c>script</c> plays, in the middle of an import.</summary>
    [Theory, InlineData(null), InlineData("INT"), InlineData("TERM")]
    public async Task An_import_that_is_asked_to_stop_says_so_and_keeps_nothing(string? signal)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace")).Fine();
        var cards = Path.Combine(house.Settings.Data, "cards.vcf");
        await File.WriteAllTextAsync(cards, Cards(40_000), Stop);
        // Whoever is started in the background, as tests may be, hears no SIGINT, and neither does what it starts.
        using var process = Start(house, $"hears='env --default-signal=INT'; $hears true || hears=; echo pid=$$; exec $hears dotnet '{Path.Combine(AppContext.BaseDirectory, "mainstay.dll")}' import '{cards}'");

        var shown = new StringBuilder();
        var buffer = new char[4096];
        while (!Regex.IsMatch(shown.ToString(), @"\d rows") && await process.StandardOutput.ReadAsync(buffer, Stop) is > 0 and var read) shown.Append(buffer, 0, read);
        if (signal is null)
        {
            await process.StandardInput.WriteAsync(CtrlC.AsMemory(), Stop);
            await process.StandardInput.FlushAsync(Stop);
        }
        else Process.Start("sh", ["-c", $"kill -{signal} {Regex.Match(shown.ToString(), @"pid=(\d+)").Groups[1].Value}"]).Dispose();
        shown.Append(await process.StandardOutput.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);

        var text = shown.ToString();
        Assert.Contains("Stopped. Nothing half done was kept.", text, StringComparison.Ordinal);
        Assert.Equal(1, process.ExitCode);
        Assert.True(text.LastIndexOf(Shown, StringComparison.Ordinal) >= text.LastIndexOf(Hidden, StringComparison.Ordinal), "The cursor stays hidden.");
        Assert.Equal("Grace", Assert.Single((await house.Type("people", "--json")).Fine().Json.EnumerateArray()).GetProperty("name").GetString());
    }

    private static bool EndsInOrder(Interruption leaving)
    {
        var signal = new PosixSignalContext(PosixSignal.SIGINT);
        leaving.Hear(signal);
        return signal.Cancel;
    }

    private static string Cards(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(i => $"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person{i} Example{i}\r\nN:Example{i};Person{i};;;\r\nEMAIL:person{i}@example.org\r\nEND:VCARD\r\n"));

    private static Process Start(TestHouse house, string command)
    {
        var start = new ProcessStartInfo("script", ["-qec", command, "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (name, value) in ((string, string)[])[("SHELL", "/bin/sh"), ("TERM", "xterm-256color"), ("MAINSTAY_DATA", house.Settings.Data), ("MAINSTAY_DATABASE", "")]) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no script here, which plays a terminal.");
            throw;
        }
    }

    private sealed class Steps : TimeProvider
    {
        private long now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}
