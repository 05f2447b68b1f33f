namespace Mainstay.Algorithms.Support;

/// <summary>
/// How much somebody was asked of late, against how much they are good for. What was asked weighs half as much after each half-life.
/// </summary>
/// <param name="Load">What they carry, ≥ 0; below <see cref="Nothing"/> it counts as nothing.</param>
/// <param name="Capacity">What they are good for, &gt; 0, in the same unit.</param>
public readonly record struct RequestLoad(double Load, double Capacity)
{
    public const double Nothing = .05;

    /// <summary>In days.</summary>
    public const double HalfLife = 30;

    /// <summary>The load, a part of the capacity: ≥ 0, more than 1 is too much.</summary>
    public double Utilisation => Load / Capacity;

    /// <summary>What is left of the willingness to help, in (0, 1]: all of it up to the capacity, then falling by e for each capacity more.</summary>
    public double Willingness => Utilisation <= 1 ? 1 : Math.Exp(1 - Utilisation);

    /// <summary>Σ weight · 2^(−age/half-life).</summary>
    /// <param name="requests">Each with its age in days, ≥ 0, and its weight, &gt; 0.</param>
    /// <param name="capacity">What they are good for, &gt; 0.</param>
    /// <param name="halfLife">In days, &gt; 0.</param>
    public static RequestLoad Of(IEnumerable<(double Age, double Weight)> requests, double capacity, double halfLife = HalfLife)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfLife);
        var load = requests.Sum(r => r.Weight * double.Exp2(-r.Age / halfLife));
        return new(load < Nothing ? 0 : load, capacity);
    }

    /// <summary>Days until there is room for one more of this weight, ≥ 0; null when there never is, because it alone is more than the capacity.</summary>
    /// <param name="weight">Of what would be asked, &gt; 0.</param>
    /// <param name="halfLife">In days, &gt; 0.</param>
    public double? DaysToWait(double weight, double halfLife = HalfLife)
    {
        if (weight > Capacity) return null;
        if (Load < Nothing || Load + weight <= Capacity) return 0;
        return halfLife * Math.Log2(Load / Math.Max(Capacity - weight, Nothing));
    }
}
