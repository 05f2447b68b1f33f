using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary>Which of a person's places counts today, and how they are written.</summary>
public static class Affiliations
{
    /// <summary>The first place a person has not left, else the first; null without any.</summary>
    public static AffiliationDetails? Current(this IReadOnlyList<AffiliationDetails> affiliations) =>
        affiliations.FirstOrDefault(a => a.Until is null) ?? (affiliations.Count > 0 ? affiliations[0] : null);

    /// <summary>The places after the current one is changed, or made when there is none that was not left.</summary>
    public static IReadOnlyList<AffiliationDetails> WithCurrent(this IReadOnlyList<AffiliationDetails> affiliations, Func<AffiliationDetails, AffiliationDetails> change)
    {
        var current = affiliations.FirstOrDefault(a => a.Until is null);
        var changed = change(current ?? new AffiliationDetails(null));
        if (current is null) return [changed, .. affiliations];
        return [.. affiliations.Select(a => ReferenceEquals(a, current) ? changed : a)];
    }

    /// <summary>The places after the one at that organization is changed, rather one that was not left; where they are not known there, after the current one is.</summary>
    public static IReadOnlyList<AffiliationDetails> WithOneAt(this IReadOnlyList<AffiliationDetails> affiliations, string? organization, Func<AffiliationDetails, AffiliationDetails> change)
    {
        var key = PersonNames.Key(organization ?? "");
        var there = key.Length == 0 ? [] : affiliations.Where(a => PersonNames.Key(a.Organization ?? "") == key).ToList();
        var one = there.Find(a => a.Until is null) ?? there.FirstOrDefault();
        return one is null ? affiliations.WithCurrent(change) : [.. affiliations.Select(a => ReferenceEquals(a, one) ? change(a) : a)];
    }

    /// <summary>What cannot be kept as it was typed.</summary>
    public static Problems Check(this IReadOnlyList<AffiliationDetails> affiliations)
    {
        var problems = new Problems().When(affiliations.Count > PersonCheck.MostDetails, "affiliations", "People.TooMany", PersonCheck.MostDetails);
        foreach (var place in affiliations)
        {
            problems.When(Texts.FilledLine(place.Organization) is null && Texts.FilledLine(place.Title) is null && (place.Department ?? place.Since ?? place.Until) is not null, "affiliations", "Organizations.PlaceMissing");
            foreach (var date in new[] { place.Since, place.Until }.OfType<string>()) problems.When(!PersonCheck.IsPartialDate(date), "affiliations", "People.NotADate", date);
            foreach (var name in new[] { place.Organization, place.Title, place.Department }) problems.When(name?.Length > PersonCheck.LongestName, "affiliations", "People.TooLong", PersonCheck.LongestName);
        }
        return problems;
    }

    /// <summary>"Rear admiral, US Navy (since December 1943)".</summary>
    public static Reason InWords(this AffiliationDetails affiliation)
    {
        var place = new Reason("Organizations.Place", string.Join(", ", new[] { affiliation.Title, affiliation.Department, affiliation.Organization }.Where(w => !string.IsNullOrWhiteSpace(w))));
        return (affiliation.Since, affiliation.Until) switch
        {
            (null, null) => place,
            ({ } since, null) => new("Organizations.PlaceSince", place, PersonDates.AsKnown(since)),
            (null, { } until) => new("Organizations.PlaceUntil", place, PersonDates.AsKnown(until)),
            ({ } since, { } until) => new("Organizations.PlaceThen", place, PersonDates.AsKnown(since), PersonDates.AsKnown(until)),
        };
    }
}
