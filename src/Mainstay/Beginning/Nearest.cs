using Mainstay.Rhythm;

namespace Mainstay.Beginning;

/// <summary>One of the first few, as they are named: who, how near, and when the two last spoke.</summary>
public sealed record Nearest(string Name, Layer Layer)
{
    public DateOnly? LastSpoke { get; init; }
}
