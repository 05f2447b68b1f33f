using Mainstay.Storage;

namespace Mainstay.Learnings;

/// <summary>Something a later room hangs on the page of a learning.</summary>
public interface ILearningPanel
{
    /// <summary>What shows it. It is given what <see cref="Load"/> found, and asks for nothing itself.</summary>
    Type Component { get; }

    /// <summary>The component's parameters; null when there is nothing to show.</summary>
    Task<IDictionary<string, object?>?> Load(Call call, CancellationToken stop);

    /// <summary>Somebody looks at the page.</summary>
    /// <param name="Store">Of the network it is kept in.</param>
    /// <param name="It">Which.</param>
    public sealed record Call(Store Store, Learning It);
}
