using Mainstay.Storage;

namespace Mainstay.Challenges;

/// <summary>Something a later room deletes when a hard time is closed.</summary>
public interface IChallengeEnd
{
    /// <summary>Those who helped, so that they can be thanked afterwards.</summary>
    Task<IReadOnlyCollection<Guid>> WhoHelped(Store store, Guid challenge, CancellationToken stop);

    /// <summary>Deletes what belongs to it; no link to it opens anything any more. It happens together with the closing, or not at all.</summary>
    Task Delete(Store store, Guid challenge, TimeProvider clock, CancellationToken stop);
}
