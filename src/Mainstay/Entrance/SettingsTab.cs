namespace Mainstay.Entrance;

/// <summary>A section that a room adds to the settings.</summary>
/// <param name="Href">Where it is.</param>
/// <param name="Label">The key of its name.</param>
public sealed record SettingsTab(string Href, string Label)
{
    /// <summary>It is there for the owner of the network alone.</summary>
    public bool IsOwnersOnly { get; init; }
}
