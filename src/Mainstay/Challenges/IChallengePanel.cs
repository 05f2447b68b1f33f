using Mainstay.Storage;

namespace Mainstay.Challenges;

/// <summary>Something a later room hangs on the page of a hard time.</summary>
public interface IChallengePanel
{
    /// <summary>What shows it. It is given what <see cref="Load"/> found, and asks for nothing itself.</summary>
    Type Component { get; }

    /// <summary>The component's parameters; null when there is nothing to show.</summary>
    Task<IDictionary<string, object?>?> Load(Call call, CancellationToken stop);

    /// <summary>Somebody looks at the page.</summary>
    /// <param name="Store">The owner's.</param>
    /// <param name="It">Which; what is written may be locked.</param>
    /// <param name="Today">The owner's day.</param>
    public sealed record Call(Store Store, Challenge It, DateOnly Today);
}
