using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>Somebody, or an organization, that could fill a gap.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Gain">By how much all coverage would grow, 0 to 1; 0 for an organization, where it cannot be said.</param>
/// <param name="Reasons">Why.</param>
public sealed record Likely(Guid Id, string Name, double Gain, IReadOnlyList<Reason> Reasons)
{
    public bool IsOrganization { get; init; }

    /// <summary>How surely they would help; 0 for an organization.</summary>
    public double Chance { get; init; }

    /// <summary>What to do next, in words.</summary>
    public required Reason Next { get; init; }

    public required string Href { get; init; }
}
