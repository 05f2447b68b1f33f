using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Storage;

namespace Mainstay.Cli;

/// <summary>What a command works at: the opened store, its owner, the owner's day, and paper to write on.</summary>
public sealed class Desk(AsyncServiceScope scope, Owner owner, Shell shell, ParseResult parsed) : IAsyncDisposable
{
    public IServiceProvider Services => scope.ServiceProvider;

    public Store Store { get; } = scope.ServiceProvider.GetRequiredService<Store>();

    public Settings Settings { get; } = scope.ServiceProvider.GetRequiredService<Settings>();

    public Owner Owner { get; } = owner;

    public TimeProvider Clock => shell.Around.Clock;

    public DateOnly Today => Owner.Today(Clock);

    public Paper Paper { get; } = new(shell.Around, parsed.GetValue(shell.AsJson));

    public Surroundings Around => shell.Around;

    public ParseResult Parsed => parsed;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
