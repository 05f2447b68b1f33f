namespace Mainstay.Algorithms.Text;

/// <summary>Placeholder until the real one is merged.</summary>
public static class Folding
{
    public static string Fold(string text) => text.ToLowerInvariant();
}
