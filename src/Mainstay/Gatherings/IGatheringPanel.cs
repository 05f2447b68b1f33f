using Mainstay.Storage;

namespace Mainstay.Gatherings;

/// <summary>Something a later room hangs on a gathering's page.</summary>
public interface IGatheringPanel
{
    /// <summary>What shows it. It is given what <see cref="Load"/> found, and asks for nothing itself.</summary>
    Type Component { get; }

    /// <summary>The component's parameters; null when there is nothing to show.</summary>
    Task<IDictionary<string, object?>?> Load(Call call, CancellationToken stop);

    /// <summary>Somebody looks at a gathering's page.</summary>
    /// <param name="Store">The owner's.</param>
    /// <param name="It">Which.</param>
    /// <param name="Today">The owner's day.</param>
    public sealed record Call(Store Store, Gathering It, DateOnly Today);
}
