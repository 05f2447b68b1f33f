using Mainstay.Storage;

namespace Mainstay.Memberships;

/// <summary>What a later room knows to have come through people who are known from somewhere.</summary>
public interface IBringsMore
{
    /// <summary>The word for how many ({0}) and which ({1}).</summary>
    string Fact { get; }

    /// <summary>The word for one of them: the day ({0}), through whom ({1}), what ({2}).</summary>
    string Evidence { get; }

    /// <summary>All that came through these people, whenever it was.</summary>
    Task<IReadOnlyList<CameThrough>> CameThrough(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop);
}
