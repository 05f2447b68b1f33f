using Mainstay.Storage;

namespace Mainstay.Exchange;

/// <summary>A later room's asks: those of a hard time.</summary>
public interface IAskPlace
{
    /// <summary>Where that room says who else could help with what this thread of asks is about; null when the thread is none of its.</summary>
    Task<string?> HelpWith(Store store, Guid thread, CancellationToken stop);
}
