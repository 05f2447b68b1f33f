namespace Mainstay.Matching;

/// <summary>Somebody who takes part in a round, as a mentee or as a mentor.</summary>
/// <param name="Name">Nobody else on the same side is called so.</param>
/// <param name="Places">How many they take; 0 when they sit this round out.</param>
public sealed record Participant(string Name, int Places = 1)
{
    public const int MostPlaces = 1_000;

    /// <summary>So much one may want, offer, avoid or prefer.</summary>
    public const int MostThings = 50;

    /// <summary>What a mentee would like help with, and what a mentor can help with.</summary>
    public IReadOnlyList<string> Wants { get; init; } = [];

    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Names of those with whom they are never paired.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];

    /// <summary>Names of those with whom they would like to be paired, the dearest first.</summary>
    public IReadOnlyList<string> Prefers { get; init; } = [];

    /// <summary>What else is known, by the name of the criterion.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>();

    internal bool HasTooMuch => new[] { Wants, Offers, Avoid, Prefers }.Any(list => list.Count > MostThings);

    /// <summary>What is known by this criterion; empty when nothing is.</summary>
    public string this[string criterion] => Known.GetValueOrDefault(criterion, "");
}
