using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What people often write in a field; anything else will do as well.</summary>
public static class PersonWords
{
    public static readonly IReadOnlyList<Reason> Roles = Each("Role", "mentor", "advisor", "coach", "peer", "colleague", "partner", "sponsor", "friend");

    public static readonly IReadOnlyList<Reason> Places = Each("Place", "work", "home");

    public static readonly IReadOnlyList<Reason> Phones = Each("Place", "mobile", "work", "home");

    public static readonly IReadOnlyList<Reason> Chats = Each("Chat", "signal", "whatsapp", "telegram", "matrix", "threema");

    public static readonly IReadOnlyList<Reason> Links = Each("Link", "website", "linkedin", "github", "mastodon");

    public static readonly IReadOnlyList<Reason> Dates = [new("People.Birthday"), new("People.Anniversary")];

    public static readonly IReadOnlyList<Reason> Relations = Each("Relation", "spouse", "partner", "child", "parent", "sibling", "friend", "manager", "assistant", "colleague");

    /// <summary>Read from the machine only where they are asked for.</summary>
    public static IReadOnlyList<Reason> Zones => AllZones.Value;

    private static readonly Lazy<IReadOnlyList<Reason>> AllZones = new(() => [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(id => new Reason("People.Plain", id))]);

    /// <summary>A kind of date as it is kept: those we know are found by one word, whatever the language they are read in.</summary>
    public static string DateKind(string? typed) =>
        typed is null ? "birthday" : Known.FirstOrDefault(k => PersonNames.Key(PersonSections.Kind(k).InWords()) == PersonNames.Key(typed)) ?? typed;

    private static readonly string[] Known = ["birthday", "anniversary"];

    private static IReadOnlyList<Reason> Each(string of, params string[] words) => [.. words.Select(w => new Reason($"People.{of}_{w}"))];
}
