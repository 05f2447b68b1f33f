using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>What a later room keeps of somebody in a circle goes with them.</summary>
public interface IMemberLeaves
{
    /// <summary>Lets go of it, in the transaction in which they leave.</summary>
    Task BeforeLeaving(Store store, Guid member, CancellationToken stop);
}
