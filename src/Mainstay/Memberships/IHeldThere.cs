using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Memberships;

/// <summary>A gathering of an organization at which the owner was, and whom they met there.</summary>
public sealed record HeldThere(Guid Organization, string Name, DateOnly On, IReadOnlyList<PersonLine> Met)
{
    /// <summary>How many hours of the owner's it took, if they said so.</summary>
    public double? Hours { get; init; }
}

/// <summary>The later room that knows which gatherings organizations hold.</summary>
public interface IHeldThere
{
    /// <summary>Of these organizations those at which the owner was, whenever it was; the latest first.</summary>
    Task<IReadOnlyList<HeldThere>> HeldBy(Store store, IReadOnlyCollection<Guid> organizations, CancellationToken stop);
}
