using System.Threading.Channels;

namespace Mainstay.Live;

/// <summary>Somebody's ear for one topic of one space. Several signals since they last asked are one.</summary>
public sealed class Hearing : IDisposable
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Action<Hearing> leave;

    internal Hearing(string said, Action<Hearing> leave) => (Said, this.leave) = (said, leave);

    /// <summary>What it listens to.</summary>
    internal string Said { get; }

    /// <summary>Waits until something may be another than when this was last asked, or when the hearing began. It may have been for nothing: what was said is looked up.</summary>
    public async Task Next(CancellationToken stop) => await signals.Reader.ReadAsync(stop);

    /// <summary>The same, for so long at most; false when it was quiet.</summary>
    public async Task<bool> Next(TimeSpan most, CancellationToken stop)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        waiting.CancelAfter(most);
        try
        {
            await Next(waiting.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    internal void Wake() => signals.Writer.TryWrite(true);

    public void Dispose() => leave(this);
}
