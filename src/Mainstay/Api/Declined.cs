using Mainstay.Words;

namespace Mainstay.Api;

/// <summary>A request that cannot be taken as it is: another method, another form of answer.</summary>
internal sealed class Declined(int status, string key, params object?[] inputs) : Refusal(status, new(key, inputs));
