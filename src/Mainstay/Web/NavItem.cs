namespace Mainstay.Web;

/// <summary>Somewhere to go: a place of the navigation, or something that can be done from everywhere.</summary>
/// <param name="Label">The key of its name.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Key">The key of the keyboard that leads there.</param>
public sealed record NavItem(string Label, string Href, string Icon, string? Key = null)
{
    /// <summary>The address of the place it belongs to; null for what is there from everywhere.</summary>
    public string? Within { get; init; }

    /// <summary>The key of a sentence that says what it is for.</summary>
    public string? Purpose { get; init; }

    /// <summary>It leads to what is the owner's alone.</summary>
    public bool IsOwnersOnly { get; init; }
}
