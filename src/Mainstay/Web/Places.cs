namespace Mainstay.Web;

/// <summary>Where one can go from everywhere. Everything appears when it works.</summary>
/// <param name="All">The places of the navigation, in order.</param>
/// <param name="Adds">What can be added.</param>
/// <param name="Shortcuts">Pages within places, found by typing.</param>
/// <param name="Questions">What else can be done with what was typed in a search: pages that take it as <c>q</c>.</param>
public sealed record Places(IReadOnlyList<NavItem> All, IReadOnlyList<NavItem> Adds, IReadOnlyList<NavItem> Shortcuts, IReadOnlyList<NavItem> Questions)
{
    /// <summary>Where a search from everywhere leads.</summary>
    public const string Search = "/search";

    /// <summary>What belongs to whoever is signed in.</summary>
    public const string Settings = "/settings";

    public static readonly NavItem Today = new("Web.PlaceToday", "/", "today");

    public static readonly NavItem Account = new("Web.Settings", Settings, "settings");

    /// <summary>All of them, and those of them that a key leads to.</summary>
    public IEnumerable<NavItem> Everywhere => [.. All, .. Adds, .. Shortcuts];

    public IEnumerable<NavItem> ByKey => Everywhere.Where(i => i.Key is not null);
}
