using Mainstay.Words;

namespace Mainstay.People;

/// <summary>How a part of a person's record is read.</summary>
public enum FacetLook { Lines, Chips, Prose }

/// <summary>A line of a part; it leads somewhere if it can.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Label">What is said after it, quietly: "work".</param>
/// <param name="Href">Where it leads.</param>
public sealed record FacetLine(string Text, string? Label = null, string? Href = null);

/// <summary>A part of a person's record as the page shows it; empty when there is nothing to read.</summary>
public sealed record Facet(string Name, Reason Heading, IReadOnlyList<FacetLine> Lines, FacetLook Look = FacetLook.Lines);

/// <summary>The parts of a person's record below the letter. Each is edited where it is read.</summary>
public static class PersonFacets
{
    public static IReadOnlyList<Facet> Of(PersonDetails person) =>
    [
        new("contacts", new("People.Reach"), [.. person.Emails.Select(e => Linked(e, "mailto:" + e.Value)), .. person.Phones.Select(p => Linked(p, "tel:" + Dialled(p.Value))), .. person.Chats.Select(c => Linked(c, null)), .. person.Links.Select(l => Linked(l, Web(l.Value)))]),
        new("roles", new("People.Roles"), Said(person.Roles.Select(r => r.InWords()))),
        new("addresses", new("People.Addresses"), [.. person.Addresses.Select(a => new FacetLine(PersonSections.InWords(a with { Label = null }).InWords(), Label(a.Label)))]),
        new("dates", new("People.Dates"), Said(person.Dates.Select(d => new Reason("People.DateLine", PersonSections.Kind(d.Kind), PersonDates.InWords(d))))),
        new("relations", new("People.Relations"), [.. person.Relations.Select(r => new FacetLine(r.Name, PersonWords.Relation(r.Kind).InWords(), r.OtherId is { } id ? $"/people/{id}" : null))]),
        new("place", new("People.EditPlace"), [.. new[] { person.TimeZone, person.Languages.Count > 0 ? string.Join(", ", person.Languages) : null }.OfType<string>().Select(t => new FacetLine(t))]),
        new("more", new("People.More"), [.. person.Fields.Select(f => new FacetLine(f.Value, f.Label))]),
        new("words", new("People.EditWords"), [.. person.Topics.Concat(person.Labels).Distinct().Select(w => new FacetLine(w, null, "/people?q=" + Uri.EscapeDataString(w)))], FacetLook.Chips),
        new("notes", new("People.Notes"), person.Notes is { } notes ? [new(notes)] : [], FacetLook.Prose),
    ];

    private static List<FacetLine> Said(IEnumerable<Reason> lines) => [.. lines.Select(l => new FacetLine(l.InWords()))];

    private static FacetLine Linked(Labelled value, string? href) => new(value.Value, Label(value.Label), href);

    private static string? Label(string? label) => label is null ? null : PersonWords.Label(label).InWords();

    private static string Dialled(string number) => new([.. number.Where(c => char.IsAsciiDigit(c) || c is '+' or '*' or '#')]);

    /// <summary>Only what leads to the web: an address may be anything somebody's card said.</summary>
    private static string? Web(string link) =>
        Uri.TryCreate(link.Contains("://", StringComparison.Ordinal) ? link : "https://" + link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address.AbsoluteUri : null;
}
