using Mainstay.People;
using Mainstay.Words;
using static Mainstay.Words.Texts;

namespace Mainstay.Organizations;

/// <summary>Where a person works and belongs, as one value.</summary>
public sealed record PersonPlaces(IReadOnlyList<AffiliationDetails> Places);

/// <summary>The form of where a person works and belongs.</summary>
public static class AffiliationFields
{
    public static readonly EditSection<PersonPlaces> Section = new("affiliations", new("Organizations.Affiliations"),
    [
        new EditList<PersonPlaces, AffiliationDetails>(
            new("places", new("Organizations.Affiliations")) { Columns = [Column("organization") with { Wide = true }, Column("title"), Column("department"), Column("since"), Column("until")], Hint = new("Organizations.PlacesHint") },
            p => p.Places, (p, v) => p with { Places = v }, new(a => [a.Organization, a.Title, a.Department, a.Since, a.Until], Read, a => a.InWords().InWords())),
    ]) { Kept = p => new(Kept(p.Places)) };

    /// <summary>As it would be kept: what says neither where nor what is nothing.</summary>
    private static List<AffiliationDetails> Kept(IReadOnlyList<AffiliationDetails> places) =>
        [.. places.Where(a => !string.IsNullOrWhiteSpace(a.Organization) || !string.IsNullOrWhiteSpace(a.Title)).Select(a => new AffiliationDetails(FilledLine(a.Organization), FilledLine(a.Title), FilledLine(a.Department), Filled(a.Since), Filled(a.Until)))];

    private static AffiliationDetails? Read(EditRow row)
    {
        foreach (var column in (string[])["since", "until"])
            if (row[column] is { } typed && !PersonCheck.IsPartialDate(typed)) row.Wrong(column, "People.NotADate", typed);
        var place = new AffiliationDetails(row["organization"], row["title"], row["department"], row["since"], row["until"]);
        if (place == new AffiliationDetails(null)) return null;
        if (place is { Organization: null, Title: null }) row.Wrong("organization", "Organizations.PlaceMissing");
        return place;
    }

    private static EditColumn Column(string name) => new(name, new($"Organizations.Column_{name}"));
}
