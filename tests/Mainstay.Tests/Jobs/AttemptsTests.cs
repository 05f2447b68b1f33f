using Mainstay.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mainstay.Tests.Jobs;

public class AttemptsTests
{
    private readonly Written log = new();

    [Fact]
    public async Task What_fails_is_said_with_its_kind_and_never_with_its_words()
    {
        await log.Attempt("It", () => throw new InvalidOperationException("Ada Lovelace"), CancellationToken.None);
        await log.Attempt("It", () => throw new ObjectDisposedException("file"), CancellationToken.None);

        Assert.Equal(2, log.Said.Count);
        Assert.Contains("It failed: System.InvalidOperationException", log.Said[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", log.Said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_no_longer_there_is_no_failure_of_what_it_was_to_do()
    {
        var services = new ServiceCollection().BuildServiceProvider();
        await services.DisposeAsync();

        await log.Attempt("It", () => Task.FromResult(services.CreateAsyncScope()), CancellationToken.None);

        Assert.Empty(log.Said);
    }

    private sealed class Written : ILogger
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));
    }
}
