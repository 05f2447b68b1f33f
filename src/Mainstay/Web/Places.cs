namespace Mainstay.Web;

/// <summary>The places of the navigation, in order, and what can be added from everywhere. A place appears when it works.</summary>
public sealed record Places(IReadOnlyList<NavItem> All, IReadOnlyList<NavItem> Adds)
{
    /// <summary>Where a search from everywhere leads.</summary>
    public const string Search = "/search";

    /// <summary>What belongs to whoever is signed in.</summary>
    public const string Settings = "/settings";

    public static readonly NavItem Today = new("Web.PlaceToday", "/", "today");
}
