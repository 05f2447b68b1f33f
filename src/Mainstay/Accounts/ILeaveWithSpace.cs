using Mainstay.Storage;

namespace Mainstay.Accounts;

/// <summary>Something is kept of a space that is no row of it, such as files: it goes when the space is erased.</summary>
public interface ILeaveWithSpace
{
    /// <summary>Lets go of it, before the rows are gone. A refusal keeps everything as it is.</summary>
    Task Leave(Guid space, CancellationToken stop);
}

/// <summary>Something an account holds together would be nobody's without it: it is handed on before the account goes.</summary>
public interface IAccountLeaves
{
    /// <summary>Hands it on, in the transaction in which the account goes.</summary>
    Task BeforeLeaving(Store store, Guid account, TimeProvider clock, CancellationToken stop);
}

/// <summary>What has to be told before an account or a space goes.</summary>
public sealed record Leaving(IEnumerable<ILeaveWithSpace> Spaces, IEnumerable<IAccountLeaves> Accounts, TimeProvider Clock);
