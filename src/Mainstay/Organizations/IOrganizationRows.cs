using Mainstay.Storage;

namespace Mainstay.Organizations;

/// <summary>A later room whose rows belong to organizations: they go over to the other one when two become one, and go and come back with the one they belong to.</summary>
public interface IOrganizationRows
{
    /// <summary>Under which what it lost is kept, camelCase.</summary>
    string Name { get; }

    /// <summary>In the open transaction, before the organization goes: its rows belong to the other from now on, or go with it. The answer is what it takes to give them back; null when it had none.</summary>
    Task<string?> Part(Store store, Guid gone, Guid? into, CancellationToken stop);

    /// <summary>In the open transaction, when the organization is there again: gives the rows back. Those that went elsewhere since stay there.</summary>
    Task Return(Store store, Guid back, Guid? from, string kept, CancellationToken stop);
}
