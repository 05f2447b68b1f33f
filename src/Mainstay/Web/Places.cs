using System.Globalization;
using System.Text;
using Mainstay.Accounts;
using Mainstay.Words;

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

    /// <summary>The places themselves: what belongs to one says so by <see cref="NavItem.Within"/>.</summary>
    public const string InToday = "/", InPeople = "/people", InMap = "/map", InGatherings = "/gatherings", InGrowth = "/growth", InCircles = "/circles";

    /// <summary>Where forms lead that concern the account itself.</summary>
    private static readonly string[] OfAccount = [Settings + "/security", Settings + "/tokens", Settings + "/sharing/leave", "/sign-in", "/sign-out", "/networks", "/join"];

    /// <summary>Of the forms in a circle, those that concern whoever sends them: who may only read there sends them all the same.</summary>
    private static readonly string[] OfMember = ["/leave", "/withdraw", "/welcome", "/welcome/decline", "/profile", "/report", "/block", "/unblock"];

    /// <summary>As well in its rounds.</summary>
    private static readonly string[] InRound = ["/answer", "/fit", "/met", "/week", "/pause"];

    public static readonly NavItem Today = new("Web.PlaceToday", "/", "today");

    /// <summary>What one becomes by it: a place that many rooms share.</summary>
    public static readonly NavItem Growth = new("Web.PlaceGrowth", InGrowth, "growth");

    /// <summary>Where everything there is stands on one page.</summary>
    public static readonly NavItem More = new("Web.More", "/more", "more");

    public static readonly NavItem Account = new("Web.Settings", Settings, "settings") { Within = Settings };

    public static readonly NavItem Networks = new("Web.Networks", "/networks", "people") { Within = Settings };

    /// <summary>It is there for everybody, signed in or not.</summary>
    public static readonly NavItem HelpNow = new("Web.HelpNow", Ui.Zone.HelpNow, "call") { Within = InGrowth, Purpose = "Web.HelpNowPurpose" };

    /// <summary>All of them, and those of them that a key leads to.</summary>
    public IEnumerable<NavItem> Everywhere => [.. All, .. Adds, .. Shortcuts];

    /// <summary>Whether what a form sends there concerns the account itself, whatever network is looked at.</summary>
    public static bool IsOfAccount(string action) => action == Settings || Array.Exists(OfAccount, o => action == o || action.StartsWith(o + "/", StringComparison.Ordinal)) ||
        action.StartsWith("/circles/", StringComparison.Ordinal) && Array.Exists(action.Contains("/rounds/", StringComparison.Ordinal) ? [.. OfMember, .. InRound] : OfMember, o => action.EndsWith(o, StringComparison.Ordinal));

    /// <summary>Those that this guest finds: who may only read adds nothing, and what is the owner's alone is there for nobody else.</summary>
    public Places For(Guest? guest) => (guest?.NetworkRole ?? guest?.Role) is not { } role || role == SpaceRole.Owner ? this : new(Shared(All), role == SpaceRole.Guest || guest!.KeyScope == Scope.Read ? [] : Shared(Adds), Shared(Shortcuts), Shared(Questions));

    /// <summary>The pages within a place, in the order of the rooms.</summary>
    public IEnumerable<NavItem> Of(string? place) => place is null ? [] : Shortcuts.Where(s => s.Within == place);

    /// <summary>By which a place is found on the page of everything.</summary>
    public static string Anchor(string place) => "in-" + (place == InToday ? "today" : place.Trim('/'));

    /// <summary>Those that belong to none of the places of the navigation.</summary>
    public IEnumerable<NavItem> Elsewhere => Shortcuts.Where(s => !All.Any(p => p.Href == s.Within));

    /// <summary>Those in whose name every word that was typed begins a word; accents and capitals do not matter. The palette does the same.</summary>
    public IEnumerable<NavItem> Named(string typed) => Words(typed) is { Length: > 0 } parts
        ? Everywhere.Where(i => Words(Speech.Say(i.Label)) is var words && Array.TrueForAll(parts, part => Array.Exists(words, w => w.StartsWith(part, StringComparison.Ordinal))))
        : [];

    private static string[] Words(string text) => new string([.. text.Normalize(NormalizationForm.FormD).ToLowerInvariant()
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<NavItem> Shared(IEnumerable<NavItem> items) => [.. items.Where(i => !i.IsOwnersOnly)];

    public IEnumerable<NavItem> ByKey => Everywhere.Where(i => i.Key is not null);
}
