using System.Globalization;
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

    /// <summary>A role in the reader's language where it is one that is known; else as the owner wrote it. What is kept stays as it is, for programs and in exports.</summary>
    public static Reason Role(string name) => KnownRole.GetValueOrDefault(name) ?? Plain(name);

    /// <summary>A relation in the reader's language where it is one that is known.</summary>
    public static Reason Relation(string kind) => KnownRelation.GetValueOrDefault(kind) ?? Plain(kind);

    /// <summary>What a mail, a phone or an address is called, in the reader's language where it is known: "work", or two of them, "work fax".</summary>
    public static Reason Label(string label) => label.Split(' ') switch
    {
        [var one] when KnownPlace.TryGetValue(one, out var said) => said,
        [var one, var more] when KnownPlace.TryGetValue(one, out var said) && KnownPlace.TryGetValue(more, out var further) => new("People.LabelOfTwo", said, further),
        _ => Plain(label),
    };

    /// <summary>A role as it is kept: the known word for what the reader's language calls it, so that it is read in every language.</summary>
    public static string KeptRole(string typed) => Kept(KnownRole, typed);

    public static string KeptRelation(string typed) => Kept(KnownRelation, typed);

    public static string? KeptLabel(string? typed)
    {
        if (typed is null) return null;
        return typed.Split(' ') is [var one, var more] && $"{Kept(KnownPlace, one)} {Kept(KnownPlace, more)}" is var both && Label(both).Key == "People.LabelOfTwo" ? both : Kept(KnownPlace, typed);
    }

    /// <summary>What makes two roles the same one: the known word, in whatever language it was written; of any other, how it is compared.</summary>
    /// <remarks>It does not depend on who reads: lists and views keep it.</remarks>
    public static string RoleKey(string role)
    {
        var key = PersonNames.Key(role);
        return RoleOfWord.Value.GetValueOrDefault(key, key);
    }

    /// <summary>Whether a role that is kept is meant by what was typed: by its own word, or by that of any language.</summary>
    public static bool IsRole(string kept, string typed) => RoleKey(kept) == RoleKey(typed);

    /// <summary>A role as it is kept and, where it is known, by its word in every language: whoever reads it in theirs looks for it so.</summary>
    public static IEnumerable<string> RoleInEveryLanguage(string role) => InEveryLanguage(KnownRole, RoleOfWord.Value, role);

    /// <summary>A relation as it is kept and, where it is known, by its word in every language.</summary>
    public static IEnumerable<string> RelationInEveryLanguage(string kind) => InEveryLanguage(KnownRelation, RelationOfWord.Value, kind);

    private static readonly Dictionary<string, Reason> KnownRole = ByWord([.. Roles, .. Each("Role", "investor", "expert", "teacher", "family")]);

    private static readonly Dictionary<string, Reason> KnownRelation = ByWord(Relations);

    /// <summary>By all they are called; made when first asked for, as the words of every language are read for it.</summary>
    private static readonly Lazy<Dictionary<string, string>> RoleOfWord = new(() => OfEveryWord(KnownRole)), RelationOfWord = new(() => OfEveryWord(KnownRelation));

    private static readonly Dictionary<string, Reason> KnownPlace = ByWord([.. Phones, .. Each("Place", "fax", "pager", "main", "other")]);

    private static Dictionary<string, Reason> ByWord(IEnumerable<Reason> words) => words.ToDictionary(w => w.Key[(w.Key.IndexOf('_', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);

    /// <summary>What differs from the known word by capitals alone is the owner's own, unless it is read just so.</summary>
    private static string Kept(Dictionary<string, Reason> known, string typed)
    {
        var key = PersonNames.Key(typed);
        return known.FirstOrDefault(k => PersonNames.Key(k.Value.InWords()) == key) is { Key: { } word, Value: var said } && (word != key || said.InWords() == typed) ? word : typed;
    }

    private static Dictionary<string, string> OfEveryWord(Dictionary<string, Reason> known)
    {
        var words = known.Keys.ToDictionary(w => w, StringComparer.Ordinal);
        foreach (var (word, said) in known)
            foreach (var called in InEveryLanguage(said)) words.TryAdd(PersonNames.Key(called), word);
        return words;
    }

    private static IEnumerable<string> InEveryLanguage(Dictionary<string, Reason> known, Dictionary<string, string> words, string kept)
    {
        if (!words.TryGetValue(PersonNames.Key(kept), out var word)) return [kept];
        return InEveryLanguage(known[word]).Prepend(kept).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> InEveryLanguage(Reason said) => Languages.All.Select(l => said.InWords(CultureInfo.GetCultureInfo(l)));

    private static Reason Plain(string text) => new("People.Plain", text);

    private static IReadOnlyList<Reason> Each(string of, params string[] words) => [.. words.Select(w => new Reason($"People.{of}_{w}"))];
}
