using Mainstay.Words;

namespace Mainstay.Api;

/// <summary>A request that cannot be taken as it is: what it accepts, sends, names or how often it comes.</summary>
internal sealed class Declined(int status, string key, params object?[] inputs) : Refusal(status, new(key, inputs))
{
    /// <summary>Said beside the answer.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
