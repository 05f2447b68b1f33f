namespace Mainstay.Web;

/// <summary>A place in the navigation.</summary>
/// <param name="Label">The key of its name.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Icon">The name of its icon.</param>
public sealed record NavItem(string Label, string Href, string Icon);
