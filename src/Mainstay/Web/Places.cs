using Mainstay.Accounts;

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

    /// <summary>Where forms lead that concern the account itself.</summary>
    private static readonly string[] OfAccount = [Settings + "/security", Settings + "/tokens", Settings + "/sharing/leave", "/sign-in", "/sign-out", "/networks", "/join"];

    /// <summary>Of the forms in a circle, those that concern whoever sends them: who may only read there sends them all the same.</summary>
    private static readonly string[] OfMember = ["/leave", "/withdraw", "/welcome", "/welcome/decline", "/profile", "/report", "/block", "/unblock"];

    /// <summary>As well in its rounds.</summary>
    private static readonly string[] InRound = ["/answer", "/fit", "/met", "/week", "/pause"];

    public static readonly NavItem Today = new("Web.PlaceToday", "/", "today");

    public static readonly NavItem Account = new("Web.Settings", Settings, "settings");

    public static readonly NavItem Networks = new("Web.Networks", "/networks", "people");

    /// <summary>All of them, and those of them that a key leads to.</summary>
    public IEnumerable<NavItem> Everywhere => [.. All, .. Adds, .. Shortcuts];

    /// <summary>Whether what a form sends there concerns the account itself, whatever network is looked at.</summary>
    public static bool IsOfAccount(string action) => action == Settings || Array.Exists(OfAccount, o => action == o || action.StartsWith(o + "/", StringComparison.Ordinal)) ||
        action.StartsWith("/circles/", StringComparison.Ordinal) && Array.Exists(action.Contains("/rounds/", StringComparison.Ordinal) ? [.. OfMember, .. InRound] : OfMember, o => action.EndsWith(o, StringComparison.Ordinal));

    /// <summary>Those that this guest finds: who may only read adds nothing, and what is the owner's alone is there for nobody else.</summary>
    public Places For(Guest? guest) => (guest?.NetworkRole ?? guest?.Role) is not { } role || role == SpaceRole.Owner ? this : new(Shared(All), role == SpaceRole.Guest || guest!.KeyScope == Scope.Read ? [] : Shared(Adds), Shared(Shortcuts), Shared(Questions));

    private static IReadOnlyList<NavItem> Shared(IEnumerable<NavItem> items) => [.. items.Where(i => !i.IsOwnersOnly)];

    public IEnumerable<NavItem> ByKey => Everywhere.Where(i => i.Key is not null);
}
