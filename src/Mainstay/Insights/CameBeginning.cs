using Mainstay.Memberships;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>All that is noted of how somebody first came to the owner.</summary>
public sealed record CameBeginning(PersonLine Person)
{
    /// <summary>Through whom they met.</summary>
    public Guid? ThroughId { get; init; }

    public string? ThroughName { get; init; }

    /// <summary>The gathering at which they were first noted.</summary>
    public string? Gathering { get; init; }

    /// <summary>Where the candidate came from that they once were.</summary>
    public Origin? Origin { get; init; }

    public string? OriginText { get; init; }

    public string? MetWhere { get; init; }

    public string? HowMet { get; init; }
}

/// <summary>What a text about how one met may name.</summary>
public sealed record CamePlaces(IReadOnlyCollection<string> Gatherings, IReadOnlyCollection<string> Communities);

/// <summary>The one way that counts: a person before an event, what was chosen from a list before what a text says.</summary>
/// <param name="By">Of which kind it was.</param>
/// <param name="Name">Who or what it was.</param>
/// <param name="PersonId">Who it was, when they are one of the owner's people.</param>
internal sealed record CameWay(CameBy By, string? Name, Guid? PersonId = null)
{
    private const int LongestText = 80;

    public static CameWay Of(CameBeginning person, CamePlaces places) => person switch
    {
        { ThroughId: not null } or { ThroughName: not null } => new(CameBy.Person, person.ThroughName, person.ThroughName is null ? null : person.ThroughId),
        { Gathering: { } gathering } => new(CameBy.Gathering, gathering),
        { Origin: Origin.Introduction } => new(CameBy.Person, Short(person.OriginText)),
        { Origin: Origin.Gathering } => new(CameBy.Gathering, Short(person.OriginText)),
        { Origin: Origin.Community } => new(CameBy.Community, Short(person.OriginText)),
        { Origin: Origin.Map or Origin.Field or Origin.Online or Origin.SomeoneNew } => new(CameBy.Sought, Short(person.OriginText)),
        _ => OfTexts([.. new[] { person.MetWhere, person.HowMet, person.OriginText }.Where(t => !string.IsNullOrWhiteSpace(t)).OfType<string>()], places),
    };

    private static CameWay OfTexts(IReadOnlyList<string> texts, CamePlaces places)
    {
        if (texts.Count == 0) return new(CameBy.Unknown, null);
        if (Named(places.Gatherings) is { } gathering) return new(CameBy.Gathering, gathering);
        return Named(places.Communities) is { } community ? new(CameBy.Community, community) : new(CameBy.Otherwise, Short(texts[0]));

        // The longest name says most: "Design Week Porto" before "Design Week".
        string? Named(IEnumerable<string> names) => names.Where(n => texts.Any(t => Brought.IsNamedIn(t, n))).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).FirstOrDefault();
    }

    private static string? Short(string? text) => Texts.Filled(text) is { } whole ? Texts.Shortened(whole, LongestText) : null;
}
