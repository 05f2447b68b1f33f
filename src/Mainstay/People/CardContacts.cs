using Mainstay.Formats;

namespace Mainstay.People;

/// <summary>EMAIL, TEL, URL, and the many ways to write a messenger.</summary>
internal static class CardContacts
{
    /// <summary>Messengers that had a property of their own before IMPP, by their name in lower case.</summary>
    private static readonly string[] Messengers =
        ["aim", "discord", "facebook", "gadugadu", "google-talk", "groupwise", "gtalk", "icq", "jabber", "line", "matrix", "mastodon", "msn", "qq", "signal", "sip", "skype", "skype-username", "teams", "telegram", "threema", "twitter", "wechat", "whatsapp", "yahoo"];

    public static readonly CardAspect<Labelled> Emails = new(
        ["EMAIL"],
        card => card.All("EMAIL").Select(p => (p, new Labelled(Without("mailto:", p.Text), CardLabels.Of(card, p)))).Where(Filled),
        (email, _) => CardLabels.Labelled("EMAIL", TextValue.Escape(email.Value), email.Label));

    public static readonly CardAspect<Labelled> Phones = new(
        ["TEL"],
        card => card.All("TEL").Select(p => (p, new Labelled(Number(p.Text), CardLabels.Of(card, p)))).Where(Filled),
        (phone, _) => CardLabels.Labelled("TEL", TextValue.Escape(phone.Value), phone.Label));

    public static readonly CardAspect<Labelled> Links = new(
        ["URL", "X-", "SOCIALPROFILE"],
        card => card.All("URL").Concat(card.All("X-SOCIALPROFILE")).Concat(card.All("SOCIALPROFILE")).Select(p => (p, new Labelled(p.Text.Trim(), CardLabels.Of(card, p) ?? p.Parameter("SERVICE-TYPE")?.ToLowerInvariant()))).Where(Filled),
        (link, _) => CardLabels.Labelled("URL", OneLine(link.Value), link.Label));

    /// <summary>The name at the service; the label is the service.</summary>
    public static readonly CardAspect<Labelled> Chats = new(
        ["IMPP", "X-"],
        card => card.All("IMPP").Select(p => (p, Impp(p))).Concat(Old(card)).Where(Filled),
        (chat, _) => chat.Label is null ? new("IMPP", OneLine(chat.Value), []) : new("IMPP", $"{Scheme(chat.Label)}:{OneLine(chat.Value)}", [new("X-SERVICE-TYPE", chat.Label)]));

    private static IEnumerable<(VCardProperty, Labelled)> Old(VCard card)
    {
        foreach (var property in card.Properties)
        {
            if (property.Is("X-MS-IMADDRESS")) yield return (property, new(property.Text.Trim()));
            if (!property.Name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)) continue;
            var service = property.Name[2..].ToLowerInvariant();
            if (Messengers.Contains(service)) yield return (property, new(Without(service + ":", property.Text), service is "skype-username" ? "skype" : service is "google-talk" ? "gtalk" : service));
        }
    }

    private static Labelled Impp(VCardProperty property)
    {
        var text = property.Text.Trim();
        var said = property.Parameter("X-SERVICE-TYPE") ?? property.Parameter("SERVICE-TYPE") ?? property.Parameter("X-SERVICE");
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var isUri = colon > 0 && text[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '.');
        return new(isUri ? Uri.UnescapeDataString(text[(colon + 1)..]).Trim() : text, (said ?? (isUri ? text[..colon] : null))?.ToLowerInvariant());
    }

    /// <summary><c>tel:+1-418-656-9254;ext=102</c> as a person would write it; pauses stay.</summary>
    private static string Number(string text) => Without("tel:", text).Replace(";ext=", " ext. ", StringComparison.OrdinalIgnoreCase);

    private static string Without(string scheme, string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? trimmed[scheme.Length..].Trim() : trimmed;
    }

    private static string Scheme(string service)
    {
        var scheme = string.Concat(service.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-'));
        return scheme.Length > 0 && char.IsAsciiLetter(scheme[0]) ? scheme : "x-im";
    }

    private static string OneLine(string text) => text.ReplaceLineEndings("").Replace("\0", "", StringComparison.Ordinal);

    private static bool Filled((VCardProperty Property, Labelled Value) found) => found.Value.Value.Length > 0;
}
