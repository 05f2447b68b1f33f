using Mainstay.Algorithms.Text;
using static Mainstay.Words.Texts;

namespace Mainstay.People;

/// <summary>How a name is shown, sorted and looked for.</summary>
public static class PersonNames
{
    /// <summary>PostgreSQL cannot index keys much longer than this; nobody's place in a list depends on what follows.</summary>
    public const int LongestKey = 200;

    /// <summary>The name to show: the one given, else made of its parts, else the nickname, an address or a number.</summary>
    public static string Shown(PersonDetails person)
    {
        string?[] parts = [person.Prefix, person.GivenName, person.MiddleNames, person.FamilyName, person.Suffix];
        string?[] choices = [person.Name, string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p))), person.Nickname, person.Emails is [var email, ..] ? email.Value : null, person.Phones is [var phone, ..] ? phone.Value : null];
        return choices.Select(FilledLine).FirstOrDefault(c => c is not null) ?? "";
    }

    /// <summary>Family name first, folded; the shown name where there is none.</summary>
    public static string OrderOf(PersonDetails person) => Cut(string.IsNullOrWhiteSpace(person.FamilyName)
        ? SortKey.Of(Shown(person))
        : SortKey.Of(person.FamilyName, person.GivenName, person.MiddleNames));

    /// <summary>A new name; parts that no longer make it are let go. The same when null.</summary>
    public static PersonDetails Renamed(PersonDetails person, string? name) => name is null ? person : person with
    {
        Name = name,
        Prefix = null,
        GivenName = null,
        MiddleNames = null,
        FamilyName = null,
        Suffix = null,
        PhoneticGivenName = null,
        PhoneticFamilyName = null,
    };

    public static string Key(string text) => Cut(Folding.Fold(OneLine(text)).Trim());

    /// <summary>A key no longer than can be indexed, and not cut through a letter.</summary>
    public static string Cut(string key) =>
        key.Length <= LongestKey ? key : key[..(char.IsHighSurrogate(key[LongestKey - 1]) ? LongestKey - 1 : LongestKey)];

    /// <summary>How well a name answers to what was typed: 0 exactly, 1 word for word, 2 by beginnings of words; null not at all.</summary>
    public static int? Answers(string name, string? nickname, string typed)
    {
        var wanted = Folding.Fold(typed).Trim();
        string[] names = nickname is null ? [Folding.Fold(name)] : [Folding.Fold(name), Folding.Fold(nickname)];
        if (Words(wanted).Length == 0) return null;
        if (names.Contains(wanted)) return 0;
        var words = names.SelectMany(Words).ToArray();
        if (Words(wanted).All(w => words.Contains(w))) return 1;
        return Words(wanted).All(w => words.Any(n => n.StartsWith(w, StringComparison.Ordinal))) ? 2 : null;
    }

    private static string[] Words(string folded) => folded.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
}
