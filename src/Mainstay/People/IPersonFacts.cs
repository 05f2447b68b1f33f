using Mainstay.Storage;

namespace Mainstay.People;

/// <summary>What another room knows of people, for lists: organization, layer, strength, …</summary>
public interface IPersonFacts
{
    /// <summary>Names of the facts, camelCase, in the order of their columns.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What each of them is to programs, in the same order.</summary>
    IReadOnlyList<FactShape> Shapes { get; }

    /// <summary>For each of these people what is known, by fact name; values that JSON can say (text, number, date, list). Missing means nothing is known.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, object?>>> Facts(Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop);
}
