using Mainstay.Accounts;
using Mainstay.Storage;

namespace Mainstay.Jobs;

/// <summary>When something is next to be done in a space. A row, so that it outlives the process and is one for all that run.</summary>
public sealed class Alarm
{
    public Guid SpaceId { get; init; }

    /// <summary>What is done: the name of an <see cref="IJob"/>.</summary>
    public required string Job { get; init; }

    /// <summary>While somebody is at it, when it is taken for abandoned.</summary>
    public DateTime DueAt { get; init; }
}

/// <summary>Something done in a space when its time has come, while a server runs. It looks at the rows for what is due: woken too often it does nothing.</summary>
public interface IJob
{
    /// <summary>As it stands in the rows.</summary>
    string Name { get; }

    /// <summary>Does what is due, and says when there is something next; null when not before somebody wakes it.</summary>
    Task<DateTime?> Run(Due due, CancellationToken stop);
}

/// <summary>What a job works at.</summary>
/// <param name="Services">What the rooms offer.</param>
/// <param name="Store">It looks at the owner's space.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Clock">What time it is.</param>
public sealed record Due(IServiceProvider Services, Store Store, Owner Owner, TimeProvider Clock)
{
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
