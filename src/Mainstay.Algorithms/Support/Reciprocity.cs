namespace Mainstay.Algorithms.Support;

/// <summary>What went to and fro between two. What was given weighs half as much after each half-life.</summary>
/// <param name="Given">≥ 0.</param>
/// <param name="Received">≥ 0.</param>
public readonly record struct Reciprocity(double Given, double Received)
{
    /// <summary>In days.</summary>
    public const double HalfLife = 365;

    /// <summary>(given − received) / (given + received + 2), in (−1, 1): the 2 keeps little from looking like much.</summary>
    public double Balance => (Given - Received) / (Given + Received + 2);

    public double Together => Given + Received;

    /// <summary>What a gift of this weight counts after so many days.</summary>
    /// <param name="weight">&gt; 0.</param>
    /// <param name="age">In days, ≥ 0.</param>
    public static double Weigh(double weight, double age) => weight * double.Exp2(-age / HalfLife);
}
