using Mainstay.Cli;

namespace Mainstay.Mcp;

/// <summary>The calls that are being answered. Whoever is asked to stop brings them to their end first.</summary>
internal sealed class Answering : IDisposable
{
    /// <summary>How long the last answer may take to be sent.</summary>
    private static readonly TimeSpan Sending = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource over = new();
    private readonly CancellationTokenRegistration asked;
    private readonly Lock gate = new();
    private int open;
    private bool isAsked;

    public Answering(CancellationToken stop) => asked = stop.Register(Ask);

    /// <summary>Is cancelled when it should stop and nothing is being answered.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>Answers one call. Meanwhile more is read, but it is not that which is waited for.</summary>
    public async ValueTask<T> Take<T>(Func<Task<T>> answer)
    {
        using var busy = StandardInput.Busy();
        lock (gate) open++;
        try
        {
            return await answer();
        }
        finally
        {
            lock (gate)
                if (--open == 0 && isAsked) over.CancelAfter(Sending);
        }
    }

    public void Dispose()
    {
        asked.Dispose();
        lock (gate) isAsked = false; // a call that ends later has nothing to stop any more
        over.Dispose();
    }

    private void Ask()
    {
        lock (gate)
        {
            isAsked = true;
            if (open > 0) return;
        }

        over.Cancel();
    }
}
