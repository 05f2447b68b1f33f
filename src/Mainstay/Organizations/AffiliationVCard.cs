using Mainstay.Formats;

namespace Mainstay.Organizations;

/// <summary>ORG, TITLE and ROLE of a card as affiliations. The first TITLE goes with the first ORG, whichever stands first.</summary>
public static class AffiliationVCard
{
    public static List<AffiliationDetails> Read(VCard card)
    {
        var titles = Titles(card);
        var places = Places(card, titles.Count);
        var all = new List<AffiliationDetails>();
        for (var i = 0; i < Math.Max(places.Count, titles.Count); i++)
        {
            var place = i < places.Count ? places[i] : null;
            var affiliation = new AffiliationDetails(place is null ? null : Text(place.ComponentText(0)), i < titles.Count ? titles[i] : null, place is null ? null : Department(place), place?.Parameter("X-SINCE"), place?.Parameter("X-UNTIL"));
            if (affiliation is not { Organization: null, Title: null, Department: null } && !all.Contains(affiliation)) all.Add(affiliation);
        }
        return all;
    }

    /// <summary>The card changed in place, if the affiliations are not what it says already.</summary>
    public static void Patch(VCard card, IReadOnlyList<AffiliationDetails> affiliations)
    {
        if (Read(card).SequenceEqual(affiliations)) return;
        var roles = card.First("TITLE") is null && card.First("ROLE") is not null;
        foreach (var name in (string[])["ORG", "TITLE", .. roles ? ["ROLE"] : Array.Empty<string>()]) card.RemoveAll(name);
        foreach (var affiliation in affiliations)
        {
            // A title without an organization must not slide to the next one.
            if (affiliation.Organization is not null || affiliation.Department is not null || affiliations.Count > 1) card.Add(new("ORG", Raw(affiliation), [.. Dates(affiliation)]));
            if (affiliation.Title is not null || affiliations.Count > 1) card.Add(new("TITLE", TextValue.Escape(affiliation.Title ?? "")));
        }
    }

    /// <summary>TITLE, or ROLE where there is no title at all.</summary>
    private static List<string?> Titles(VCard card) =>
        [.. (card.All("TITLE").Any(t => Text(t.Text) is not null) ? card.All("TITLE") : card.All("ROLE")).Select(t => Text(t.Text))];

    /// <summary>Empty ones are there only to keep a title in its place, as we write them ourselves.</summary>
    private static List<VCardProperty> Places(VCard card, int titles)
    {
        var all = card.All("ORG").ToList();
        return all.Count == titles ? all : all.FindAll(o => Text(o.ComponentText(0)) is not null || Department(o) is not null);
    }

    private static string? Department(VCardProperty organization) =>
        Text(string.Join(", ", organization.Components.Skip(1).SelectMany(c => c).Where(c => c.Trim().Length > 0)));

    private static string Raw(AffiliationDetails affiliation) =>
        TextValue.EscapePart(affiliation.Organization ?? "") + (affiliation.Department is { } department ? ";" + TextValue.EscapePart(department) : "");

    private static IEnumerable<ContentParameter> Dates(AffiliationDetails affiliation)
    {
        if (affiliation.Since is { } since) yield return new("X-SINCE", since);
        if (affiliation.Until is { } until) yield return new("X-UNTIL", until);
    }

    private static string? Text(string text) => text.Trim() is { Length: > 0 } filled ? filled : null;
}
