namespace Mainstay.Cli;

/// <summary>What the program finds around it: where it may write, what the environment says, what time it is.</summary>
public sealed record Surroundings
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    public required Func<string, string?> Variable { get; init; }

    /// <summary>Standard output as bytes, for documents; through <see cref="Out"/> when null.</summary>
    public Func<Stream>? OutBytes { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Standard output is a terminal: colour and its width may be used.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Standard error is a terminal: a progress bar may be drawn there.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Somebody can be asked: standard input and output are a terminal.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Waits for one key, if somebody can be asked.</summary>
    public Func<char> Key { get; init; } = () => Console.ReadKey(true).KeyChar;

    public Stream OpenOut() => OutBytes?.Invoke() ?? new TextStream(Out);

    public static Surroundings OfProcess() => new()
    {
        Out = Console.Out,
        OutBytes = Console.OpenStandardOutput,
        Error = Console.Error,
        In = Console.In,
        Variable = Environment.GetEnvironmentVariable,
        IsTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        CanAsk = !Console.IsOutputRedirected && !Console.IsInputRedirected,
    };
}
