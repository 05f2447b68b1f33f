using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary>How needs are spoken of.</summary>
public static class NeedWords
{
    /// <summary>The kind as pages and programs name it: <c>knowledge</c>.</summary>
    public static string Name(SupportKind kind) => kind.ToString().ToLowerInvariant();

    public static Reason Kind(SupportKind kind) => new($"Needs.Kind{kind}");

    public static Reason Ability(Ability ability) => new($"Needs.Ability{ability}");

    public static Reason Importance(int importance) => new($"Needs.Importance{importance}");
}
