using Mainstay.Formats;

namespace Mainstay.People;

/// <summary>FN, N, NICKNAME and the several ways to write how a name is pronounced.</summary>
internal static class CardNames
{
    /// <summary>The name to show; that of the organization when the card names nobody.</summary>
    public static string Formatted(VCard card)
    {
        if (card.Preferred("FN")?.Text.Trim() is { Length: > 0 } name) return OneLine(name);
        var parts = Parts(card);
        if (string.Join(' ', new[] { parts.Prefix, parts.Given, parts.Middle, parts.Family, parts.Suffix }.OfType<string>()) is { Length: > 0 } made) return made;
        if (Nickname(card) is { } nickname) return nickname;
        return card.First("ORG") is { } organization ? OneLine(organization.ComponentText(0)) : "";
    }

    public static (string? Prefix, string? Given, string? Middle, string? Family, string? Suffix) Parts(VCard card)
    {
        if (card.First("N") is not { } name) return default;
        var (family, given, middle) = (Part(name, 0), Part(name, 1), Part(name, 2));
        var (prefix, suffix) = (Part(name, 3), Part(name, 4));
        // Where a name must be given in parts and has none, it stands whole as the given name (CardNames writes it so itself).
        var whole = family is null && middle is null && prefix is null && suffix is null && card.Preferred("FN")?.Text is { } shown && given == OneLine(shown);
        return whole ? default : (prefix, given, middle, family, suffix);
    }

    public static string? Nickname(VCard card) =>
        CardTexts.List(card, "NICKNAME").Concat(AndroidCustom.Of(card, "nickname").Select(c => c.Field(1))).Distinct().ToList() is { Count: > 0 } names ? string.Join(", ", names) : null;

    public static (string? Given, string? Family) Phonetic(VCard card)
    {
        var (given, family) = (card.Text("X-PHONETIC-FIRST-NAME"), card.Text("X-PHONETIC-LAST-NAME"));
        // Japanese telephones: SOUND;X-IRMC-N:family;given
        if (given is null && family is null && card.All("SOUND").FirstOrDefault(s => s.Types.Contains("x-irmc-n")) is { } sound) return (Part(sound, 1), Part(sound, 0));
        return (given, family);
    }

    public static void Patch(VCard card, PersonDetails old, PersonDetails now)
    {
        var shown = PersonNames.Shown(now);
        if (card.First("FN") is null || PersonNames.Shown(old) != shown) card.Set(new("FN", TextValue.Escape(shown)));
        var (before, after) = (N(old), N(now));
        if (card.First("N") is null || before != after || (after == ";;;;" && PersonNames.Shown(old) != shown))
            card.Set(new("N", after == ";;;;" && card.Version != VCardVersion.V40 ? $";{TextValue.EscapePart(shown)};;;" : after));
        if (old.Nickname != now.Nickname) CardTexts.SetList(card, "NICKNAME", now.Nickname?.Split(", ") ?? []);
        CardTexts.SetText(card, "X-PHONETIC-FIRST-NAME", old.PhoneticGivenName, now.PhoneticGivenName);
        CardTexts.SetText(card, "X-PHONETIC-LAST-NAME", old.PhoneticFamilyName, now.PhoneticFamilyName);
    }

    private static string N(PersonDetails person) =>
        string.Join(';', new[] { person.FamilyName, person.GivenName, person.MiddleNames, person.Prefix, person.Suffix }.Select(p => TextValue.EscapePart(p ?? "")));

    private static string? Part(VCardProperty property, int index) => OneLine(property.ComponentText(index)) is { Length: > 0 } text ? text : null;

    private static string OneLine(string text) => string.Join(' ', text.Split(['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
}
