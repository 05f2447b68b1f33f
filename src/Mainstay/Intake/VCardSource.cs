using System.Text;
using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;

namespace Mainstay.Intake;

/// <summary>vCards, of any version and client.</summary>
internal static class VCardSource
{
    private static readonly string[] Fleeting = ["REV", "PRODID"];

    public static Reading Of(string name, Func<Stream> open) => new(name, "vcard", "vcard", _ => Read(open));

    private static IEnumerable<Incoming> Read(Func<Stream> open)
    {
        var labels = Groups(open);
        using var stream = open();
        foreach (var result in VCardReader.Read(stream))
        {
            if (result.Card is { } card) yield return Read(card, result.Line, labels);
            foreach (var wrong in Incoming.Of(result.Problems)) yield return wrong;
        }
    }

    private static Incoming Read(VCard card, long line, Dictionary<string, List<string>> groups)
    {
        if (PersonVCard.IsGroup(card)) return new Unusable(line, new("Intake.GroupBecameLabel", card.Text("FN") ?? ""));
        var read = PersonVCard.Read(card);
        if (PersonNames.Shown(read.Details).Length == 0) return new Unusable(line, new("Intake.CardNamesNobody"));
        var uid = PersonVCard.Uid(card);
        return new IncomingPerson(line, read.Details with { Labels = [.. read.Details.Labels.Union(GroupsOf(card, uid, read.Details, groups))] })
        {
            Affiliations = AffiliationVCard.Read(card),
            Identity = uid is null ? null : Bare(uid),
            Uid = uid,
            Card = VCardWriter.Text(card),
            Content = Content(card),
            LeftOut = [.. read.LeftOut.Select(p => p.Sentence)],
        };
    }

    /// <summary>The labels that groups give, by their members. A group may stand before or behind them, so this is a reading of its own, where there are any.</summary>
    private static Dictionary<string, List<string>> Groups(Func<Stream> open)
    {
        var labels = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        if (!MayHaveGroups(open)) return labels;
        using var stream = open();
        foreach (var group in VCardReader.Read(stream).Select(r => r.Card).OfType<VCard>().Where(PersonVCard.IsGroup))
            foreach (var member in PersonVCard.Members(group).Where(_ => group.Text("FN") is not null))
                (labels.TryGetValue(Bare(member), out var known) ? known : labels[Bare(member)] = []).Add(group.Text("FN")!);
        return labels;
    }

    private static bool MayHaveGroups(Func<Stream> open)
    {
        using var reader = new StreamReader(open(), Encoding.Latin1);
        var last = "";
        var piece = new char[1 << 16];
        for (int read; (read = reader.Read(piece)) > 0;)
        {
            var text = last + new string(piece, 0, read);
            if (text.Contains(":group", StringComparison.OrdinalIgnoreCase) || text.Contains('\0', StringComparison.Ordinal)) return true;
            last = text[^Math.Min(6, text.Length)..];
        }
        return false;
    }

    private static IEnumerable<string> GroupsOf(VCard card, string? uid, PersonDetails details, Dictionary<string, List<string>> groups)
    {
        if (groups.Count == 0) return [];
        var names = new[] { uid, card.Text("X-ADDRESSBOOKSERVER-UID") }.OfType<string>().Concat(details.Emails.Select(e => e.Value)).Concat(details.Phones.Select(p => p.Value));
        return names.SelectMany(n => groups.GetValueOrDefault(Bare(n)) ?? []).Distinct();
    }

    private static string Bare(string identity)
    {
        foreach (var scheme in (string[])["urn:uuid:", "mailto:", "tel:"])
            if (identity.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return identity[scheme.Length..];
        return identity;
    }

    /// <summary>All the card says, without what changes with every export.</summary>
    private static string Content(VCard card)
    {
        var text = new StringBuilder();
        foreach (var property in card.Properties.Where(p => !Fleeting.Any(p.Is))) text.Append(property).Append('\n');
        return text.ToString();
    }
}
