using Mainstay.Formats;

namespace Mainstay.People;

/// <summary>How a card says who belongs to a person: RELATED, Apple's related names, Evolution's and Outlook's own, Android's.</summary>
internal static class CardRelations
{
    private static readonly string[] Android =
        ["relation", "assistant", "brother", "child", "partner", "father", "friend", "manager", "mother", "parent", "partner", "referred by", "relative", "sister", "spouse"];

    private static readonly string[] Kinds = ["spouse", "manager", "assistant", "child", "children", "partner", "parent", "mother", "father", "brother", "sister", "friend"];
    private static readonly string[] Prefixes = ["X-EVOLUTION-", "X-MS-", "X-KADDRESSBOOK-X-", "X-GNOME-", "X-"];

    public static readonly CardAspect<RelationDetails> All = new(["RELATED", "AGENT", "X-"], Read, Write);

    private static NewProperty Write(RelationDetails relation, VCardVersion version)
    {
        var (name, text) = (TextValue.Escape(relation.Name), new ContentParameter("VALUE", "text"));
        if (version != VCardVersion.V40) return new("X-ABRELATEDNAMES", name, [], Kinds.Contains(relation.Kind) ? $"_$!<{char.ToUpperInvariant(relation.Kind[0])}{relation.Kind[1..]}>!$_" : relation.Kind);
        return relation.Kind.All(char.IsAsciiLetterLower) ? new("RELATED", name, [new("TYPE", relation.Kind), text]) : new("RELATED", name, [text], relation.Kind);
    }

    private static IEnumerable<(VCardProperty, RelationDetails)> Read(VCard card)
    {
        foreach (var property in card.Properties)
            if (Kind(card, property) is { } kind && Name(property) is { Length: > 0 } name) yield return (property, new(kind, name));
        foreach (var custom in AndroidCustom.Of(card, "relation"))
            if (custom.Field(1) is { Length: > 0 } name) yield return (custom.Property, new(AndroidKind(custom), name));
    }

    /// <summary>Those that only another card can name.</summary>
    public static IEnumerable<CardReference> References(VCard card) => Identified(card).Select(r => r.Reference);

    /// <summary>Writes the relations the person has. One that the card says by the identity of another card stays so, and is not said by name too: that one may be called otherwise by now.</summary>
    /// <param name="card">What is changed.</param>
    /// <param name="old">What was read from it.</param>
    /// <param name="now">What the person has.</param>
    /// <param name="identityOf">The identity of somebody's card; null when they have none.</param>
    /// <param name="nameOf">What whoever has the card of an identity is called; null when nobody here has it: then nobody can have removed that relation.</param>
    public static void Patch(VCard card, IReadOnlyList<RelationDetails> old, IReadOnlyList<RelationDetails> now, Func<Guid, string?> identityOf, Func<string, string?> nameOf)
    {
        var linked = now.Select(r => (Relation: r, Identity: r.OtherId is { } other && identityOf(other) is { } identity ? PersonVCard.Bare(identity) : null)).ToList();
        var held = new HashSet<RelationDetails>();
        foreach (var (property, reference) in Identified(card).ToList())
        {
            var (identity, name) = (PersonVCard.Bare(reference.Identity), nameOf(reference.Identity));
            var to = linked.FindAll(l => identity.Equals(l.Identity, StringComparison.OrdinalIgnoreCase) || (name is not null && l.Relation.OtherId is null && l.Relation.Name == name));
            var same = to.FindAll(l => l.Relation.Kind == reference.Kind);
            held.UnionWith(same.Select(l => l.Relation));
            if (same.Count == 0 && (to.Count > 0 || name is not null)) card.Remove(property); // related otherwise by now, or no more
        }
        All.Patch(card, old, [.. now.Where(r => !held.Contains(r)).Select(r => r with { OtherId = null })]);
    }

    private static IEnumerable<(VCardProperty Property, CardReference Reference)> Identified(VCard card)
    {
        foreach (var property in card.Properties)
            if (property.Card is null && IsIdentity(property.RawValue) && Kind(card, property) is { } kind) yield return (property, new(kind, property.Text.Trim()));
    }

    private static string? Kind(VCard card, VCardProperty property)
    {
        if (property.Is("RELATED")) return card.LabelOf(property) ?? property.Types.FirstOrDefault(t => t != "pref") ?? "relation";
        if (property.Is("X-ABRELATEDNAMES")) return card.LabelOf(property) is not { } label ? "relation" : Kinds.Contains(label.ToLowerInvariant()) ? label.ToLowerInvariant() : label;
        if (property.Is("AGENT")) return "agent";
        if (!Present.IsExtended(property)) return null;
        foreach (var prefix in Prefixes)
            if (property.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return Kinds.FirstOrDefault(k => k.Equals(Bare(property.Name[prefix.Length..]), StringComparison.OrdinalIgnoreCase));
        return null;
    }

    /// <summary>KDE writes X-KADDRESSBOOK-X-SpouseName.</summary>
    private static string Bare(string word) => word.EndsWith("sName", StringComparison.OrdinalIgnoreCase) ? word[..^5] : word.EndsWith("Name", StringComparison.OrdinalIgnoreCase) ? word[..^4] : word;

    private static bool IsIdentity(string text) => text.AsSpan().TrimStart().StartsWith("urn:", StringComparison.OrdinalIgnoreCase);

    /// <summary>A name, or an address of another card; an identity alone (urn:uuid:…) says nothing to a reader: see <see cref="References"/>.</summary>
    private static string Name(VCardProperty property)
    {
        if (property.Card is { } nested) return PersonNames.Shown(new PersonDetails { Name = CardNames.Formatted(nested) });
        var text = property.Text.Trim();
        return IsIdentity(text) || text.Contains('\n', StringComparison.Ordinal) ? "" : text;
    }

    private static string AndroidKind(AndroidCustom custom)
    {
        if (custom.Field(3) is { Length: > 0 } label) return label;
        return int.TryParse(custom.Field(2), out var number) && number > 0 && number < Android.Length ? Android[number] : "relation";
    }
}

/// <summary>Android's way to put a row of its own database into a card: <c>X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ann;14;…</c></summary>
internal sealed record AndroidCustom(VCardProperty Property, IReadOnlyList<string> Fields)
{
    public static IEnumerable<AndroidCustom> Of(VCard card, string kind) =>
        from property in card.All("X-ANDROID-CUSTOM")
        let fields = TextValue.Split(property.Decoded, ';')
        where fields[0].Equals("vnd.android.cursor.item/" + kind, StringComparison.OrdinalIgnoreCase)
        select new AndroidCustom(property, fields);

    public string Field(int index) => index < Fields.Count ? TextValue.Unescape(Fields[index]).Trim() : "";
}
