namespace Mainstay.Algorithms.Graphs;

/// <summary>An arc from one node to another, or a link between the two where a graph is undirected.</summary>
/// <param name="From">0 or more, less than the number of nodes.</param>
/// <param name="To">0 or more, less than the number of nodes.</param>
/// <param name="Weight">Finite, 0 or more: a strength, a cost or a probability; the function that reads it says which.</param>
public readonly record struct Arc(int From, int To, double Weight);

/// <summary>What an arc weighs that is said more than once.</summary>
public enum Repeated
{
    /// <summary>The most that was said: right for probabilities, and for strengths that several have noted of the same tie.</summary>
    Greatest,

    /// <summary>The least that was said: right for costs.</summary>
    Least,

    /// <summary>All that was said together, in the order given: right for counts.</summary>
    Sum,
}
