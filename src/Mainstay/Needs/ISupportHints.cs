using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary>A room that knows by what it holds who may meet a need.</summary>
public interface ISupportHints
{
    Task<IReadOnlyList<SupportHint>> Hints(Store store, IReadOnlyList<Need> needs, DateOnly today, CancellationToken stop);
}

/// <summary>Somebody who may meet a need, and from what that is gathered.</summary>
public sealed record SupportHint(Guid NeedId, Guid PersonId, Ability Ability, Reason Reason)
{
    /// <summary>What they agreed to themselves, and until when; null when it is only gathered.</summary>
    public Agreement? Agreed { get; init; }
}
