using Mainstay.Storage;

namespace Mainstay.Accounts;

/// <summary>What a room keeps of an account in spaces that are not its own: its file tells of it.</summary>
public interface IAccountFileSection
{
    /// <summary>What it is called in the file.</summary>
    string Name { get; }

    /// <summary>All of it, as it is written down; null when there is nothing.</summary>
    Task<object?> Of(Store store, Guid account, CancellationToken stop);
}
