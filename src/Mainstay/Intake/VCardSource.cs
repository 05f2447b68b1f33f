using System.Text;
using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>vCards, of any version and client.</summary>
internal static class VCardSource
{
    internal const string Source = "vcard";

    /// <summary>So much is looked at again where one piece of a file ends and the next begins.</summary>
    private const int LongestSign = 100;

    private static readonly string[] Fleeting = ["REV", "PRODID"];

    public static Reading Of(string name, Func<Stream> open) => new(name, "vcard", Source, context => Read(open, context)) { Cards = () => Cards(open) };

    private static IEnumerable<Incoming> Read(Func<Stream> open, ReadingContext context)
    {
        var others = Others(open);
        using var stream = open();
        foreach (var result in VCardReader.Read(stream))
        {
            if (result.Card is { } card) yield return Read(card, result.Line, others, context);
            foreach (var wrong in Incoming.Of(result.Problems)) yield return wrong;
        }
    }

    private static Incoming Read(VCard card, long line, OtherCards others, ReadingContext context)
    {
        if (PersonVCard.IsGroup(card)) return new Unusable(line, new("Intake.GroupBecameLabel", card.Text("FN") ?? ""));
        var (details, leftOut) = PersonVCard.Read(card);
        var name = PersonNames.Shown(details);
        if (name.Length == 0) return new Unusable(line, new("Intake.CardNamesNobody"));
        var uid = PersonVCard.Uid(card);
        var related = Related(card, others, context, leftOut);
        var photos = new Queue<VCardProperty>(CardPhoto.All(card));
        return new IncomingPerson(line, details with { Labels = [.. details.Labels.Union(GroupsOf(card, uid, details, others.Groups))], Relations = [.. details.Relations.Union(related.Select(r => new RelationDetails(r.Kind, r.Name))).Take(PersonCheck.MostDetails)] })
        {
            Affiliations = AffiliationVCard.Read(card),
            Identity = uid is null ? null : PersonVCard.Bare(uid),
            Uid = uid,
            Card = VCardWriter.Text(card),
            Content = Content(card),
            Related = related,
            // Photos were tried in this order until one could be kept.
            LeftOut = NotKept.Of(leftOut, name, p => ((p.Field == "photo" && photos.TryDequeue(out var photo) ? LineOf(photo) : LineOf(card, p)) ?? line, null)),
        };
    }

    /// <summary>Who is related, where the card says it by the identity of another one, of this file or of one that came before; who is in none is left out.</summary>
    private static List<RelatedCard> Related(VCard card, OtherCards others, ReadingContext context, Problems leftOut)
    {
        var found = new List<RelatedCard>();
        foreach (var reference in PersonVCard.References(card))
            if ((others.Names.GetValueOrDefault(PersonVCard.Bare(reference.Identity)) ?? context.NameInCard(PersonVCard.Bare(reference.Identity))) is { } name) found.Add(new(reference.Kind, name, PersonVCard.Bare(reference.Identity)));
            else leftOut.Add("relations", "Intake.RelatedElsewhere", reference.Identity);
        return found;
    }

    /// <summary>The line of the property itself. What stands in a name too is looked for elsewhere: a name is never what cannot be kept.</summary>
    private static long? LineOf(VCard card, Problem problem) => LineOf(card.Properties.FirstOrDefault(p => Says(p, problem)));

    private static long? LineOf(VCardProperty? property) => property?.Line.Number is long line and > 0 ? line : null;

    private static bool Says(VCardProperty property, Problem problem) =>
        problem.Sentence.Inputs is [string text, ..] && !property.Is("FN") && !property.Is("N") && property.Text.Trim() == text.Trim();

    /// <summary>The labels that groups give, by their members, and who is called by which identity. Either may stand before or behind those who need it, so this is a reading of its own, where there is need of it.</summary>
    private static OtherCards Others(Func<Stream> open)
    {
        var others = new OtherCards();
        var (hasGroups, hasRelations) = Needs(open);
        if (!hasGroups && !hasRelations) return others;
        using var stream = open();
        foreach (var card in VCardReader.Read(stream).Select(r => r.Card).OfType<VCard>())
            if (PersonVCard.IsGroup(card)) AddGroup(card, others.Groups);
            else if (hasRelations) AddName(card, others.Names);
        return others;
    }

    private static Dictionary<string, string> Cards(Func<Stream> open)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var stream = open();
        foreach (var card in VCardReader.Read(stream).Select(r => r.Card).OfType<VCard>().Where(c => !PersonVCard.IsGroup(c))) AddName(card, names);
        return names;
    }

    private static void AddName(VCard card, Dictionary<string, string> names)
    {
        if (PersonVCard.Uid(card) is { } uid && PersonVCard.Name(card) is { Length: > 0 } name) names.TryAdd(PersonVCard.Bare(uid), name);
    }

    private static void AddGroup(VCard group, Dictionary<string, List<string>> labels)
    {
        if (group.Text("FN") is not { } label) return;
        foreach (var member in PersonVCard.Members(group)) (labels.TryGetValue(PersonVCard.Bare(member), out var known) ? known : labels[PersonVCard.Bare(member)] = []).Add(label);
    }

    private static (bool Groups, bool Relations) Needs(Func<Stream> open)
    {
        using var reader = new StreamReader(open(), Encoding.Latin1);
        var (last, hasGroups, hasRelations) = ("", false, false);
        var piece = new char[1 << 16];
        for (int read; (read = reader.Read(piece)) > 0 && !(hasGroups && hasRelations);)
        {
            var text = last + new string(piece, 0, read);
            var isWide = text.Contains('\0', StringComparison.Ordinal);
            hasGroups |= isWide || text.Contains(":group", StringComparison.OrdinalIgnoreCase);
            hasRelations |= isWide || text.Contains("urn:", StringComparison.OrdinalIgnoreCase) && text.Contains("RELATED", StringComparison.OrdinalIgnoreCase);
            last = text[^Math.Min(LongestSign, text.Length)..];
        }
        return (hasGroups, hasRelations);
    }

    private static IEnumerable<string> GroupsOf(VCard card, string? uid, PersonDetails details, Dictionary<string, List<string>> groups)
    {
        if (groups.Count == 0) return [];
        var names = new[] { uid, card.Text("X-ADDRESSBOOKSERVER-UID") }.OfType<string>().Concat(details.Emails.Select(e => e.Value)).Concat(details.Phones.Select(p => p.Value));
        return names.SelectMany(n => groups.GetValueOrDefault(PersonVCard.Bare(n)) ?? []).Distinct();
    }

    /// <summary>All the card says, without what changes with every export.</summary>
    private static string Content(VCard card)
    {
        var text = new StringBuilder();
        foreach (var property in card.Properties.Where(p => !Fleeting.Any(p.Is))) text.Append(property).Append('\n');
        return text.ToString();
    }

    /// <summary>What the other cards of the file say about one.</summary>
    private sealed class OtherCards
    {
        public Dictionary<string, List<string>> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
