using System.Runtime.InteropServices;
using Mainstay.Words;

namespace Mainstay.Cli;

/// <summary>Being asked to stop, by Ctrl-C or by the system: at first the command ends in order, the second time the program ends at once.</summary>
/// <remarks>It listens before the command begins. The library's own handling comes only when a command gives the thread back, and one that works on SQLite does not until it is done.</remarks>
internal sealed class Interruption : IDisposable
{
    private const string CursorShown = "\u001b[?25h";

    /// <summary>How long a command that is asked to stop may take to end in order.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    /// <summary>One wish may come twice: <c>timeout</c> tells the program, and then the group it is in.</summary>
    private static readonly TimeSpan SameWish = TimeSpan.FromMilliseconds(300);

    private readonly Surroundings around;
    private readonly CancellationTokenSource asked;
    private readonly Timer late;
    private readonly PosixSignalRegistration[] signals;
    private long first;

    public Interruption(Surroundings around, CancellationToken stop)
    {
        this.around = around;
        asked = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late = new(_ => EndLate(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];
    }

    /// <summary>Is cancelled when the command should end.</summary>
    public CancellationToken Asked => asked.Token;

    /// <summary>Takes a signal: kept from ending the program when the command can end in order.</summary>
    internal void Hear(PosixSignalContext signal)
    {
        signal.Cancel = !StandardInput.IsAwaited && EndsInOrder();
        if (!signal.Cancel) ShowCursor();
    }

    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        late.Dispose();
        asked.Dispose();
    }

    private bool EndsInOrder()
    {
        var now = around.Clock.GetTimestamp();
        if (Interlocked.CompareExchange(ref first, now, 0) is var before and not 0) return around.Clock.GetElapsedTime(before, now) < SameWish;
        try
        {
            late.Change(Farewell, Timeout.InfiniteTimeSpan);
            asked.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command has just ended by itself.
        }
        return true;
    }

    private void EndLate()
    {
        ShowCursor();
        around.Error.WriteLine(Speech.Say("Cli.Stopped")); // what is not committed by now is taken back by the database
        Environment.Exit(Shell.No);
    }

    /// <summary>A progress bar hides it, and will not come to show it again.</summary>
    private void ShowCursor()
    {
        if (around.IsErrorTerminal) around.Error.Write(CursorShown);
    }
}
