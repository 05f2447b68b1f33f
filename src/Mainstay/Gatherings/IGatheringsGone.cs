using Mainstay.Storage;

namespace Mainstay.Gatherings;

/// <summary>A room that knows which gatherings, though the owner keeps them, may not take place any more.</summary>
public interface IGatheringsGone
{
    /// <summary>Those ahead that were called off, or of which whoever announced them tells no more.</summary>
    Task<IReadOnlySet<Guid>> Gone(Store store, DateOnly today, CancellationToken stop);
}
