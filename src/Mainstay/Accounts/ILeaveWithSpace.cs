namespace Mainstay.Accounts;

/// <summary>Something is kept of a space that is no row of it, such as files: it goes when the space is erased.</summary>
public interface ILeaveWithSpace
{
    /// <summary>Lets go of it, before the rows are gone. A refusal keeps everything as it is.</summary>
    Task Leave(Guid space, CancellationToken stop);
}
