using System.Diagnostics;
using System.Text;

namespace Mainstay.Cli;

/// <summary>What the program finds around it: where it may write, what the environment says, what time it is.</summary>
public sealed record Surroundings
{
    private const int WidthOfNoTerminal = 120;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    public required Func<string, string?> Variable { get; init; }

    /// <summary>Standard output as bytes, for documents; through <see cref="Out"/> when null.</summary>
    public Func<Stream>? OutBytes { get; init; }

    /// <summary>Standard input as bytes, for documents and protocols; through <see cref="In"/> when null.</summary>
    public Func<Stream>? InBytes { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Standard output is a terminal: colour and its width may be used.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>How many letters stand beside each other: those of the terminal, else what <c>COLUMNS</c> says.</summary>
    public int Width => IsTerminal && Console.WindowWidth is > 0 and var columns ? columns : int.TryParse(Variable("COLUMNS"), out var width) && width > 20 ? width : WidthOfNoTerminal;

    /// <summary>Whoever sits here wants no colour (<c>NO_COLOR</c>).</summary>
    public bool WantsNoColour => !string.IsNullOrEmpty(Variable("NO_COLOR"));

    /// <summary>Standard error is a terminal: a progress bar may be drawn there.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Somebody can be asked: standard input and output are a terminal.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Waits for one key, if somebody can be asked.</summary>
    public Func<char> Key { get; init; } = StandardInput.Key;

    /// <summary>Shows an address in the browser of whoever sits here; false where there is none.</summary>
    public Func<Uri, bool> Browse { get; init; } = _ => false;

    /// <summary>A line that nobody should read over a shoulder: typed unseen at a terminal, else the next line of standard input.</summary>
    public string? SecretLine() => CanAsk ? Unseen() : In.ReadLine();

    public Stream OpenIn() => InBytes?.Invoke() ?? new MemoryStream(Encoding.UTF8.GetBytes(In.ReadToEnd()));

    public Stream OpenOut() => OutBytes?.Invoke() ?? new TextStream(Out);

    public static Surroundings OfProcess() => new()
    {
        Out = Console.Out,
        OutBytes = Console.OpenStandardOutput,
        Error = Console.Error,
        In = new StandardInput(Console.In),
        InBytes = StandardInput.Bytes,
        Variable = Environment.GetEnvironmentVariable,
        IsTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        CanAsk = !Console.IsOutputRedirected && !Console.IsInputRedirected,
        Browse = Show,
    };

    private string Unseen()
    {
        var typed = new StringBuilder();
        for (var key = Key(); key is not ('\r' or '\n'); key = Key())
        {
            if (key is '\b' or '\u007f') typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key)) typed.Append(key);
        }
        Error.WriteLine();
        return typed.ToString();
    }

    private static bool Show(Uri address)
    {
        // Without a desk, Linux would take over the terminal with a browser made of letters.
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DISPLAY") is null or "" && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null or "") return false;
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
