namespace Mainstay.Web;

/// <summary>The places of the navigation, in order. A place appears when it works.</summary>
public sealed record Places(IReadOnlyList<NavItem> All)
{
    public static readonly NavItem Today = new("Web.PlaceToday", "/", "today");
}
