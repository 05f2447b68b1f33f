using Mainstay.Coverage;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>Somebody it may be this week: seldom seen, met once, or noticed and not written to yet. How it stood when the week began decides, so that whoever was answered since is not replaced by another.</summary>
/// <param name="Id">The candidate, or else the person.</param>
internal sealed record Possible(Guid Id)
{
    public Guid? PersonId { get; init; }

    public Candidate? Candidate { get; init; }

    /// <summary>The one day on which the owner met them.</summary>
    public DateOnly? MetOnceOn { get; init; }

    /// <summary>Something came of it this week.</summary>
    public bool IsAnswered { get; init; }

    public string Href => Candidate is null ? $"/people/{PersonId}" : CandidateWords.Href(Id);

    public string ActionHref => Candidate is not null ? $"/drafts/new?candidate={Id}&template=firstWord" : $"/drafts/new?person={PersonId}&template=reconnect";

    /// <summary>What is said of them besides in what they are unlike.</summary>
    public IEnumerable<Reason> Reasons
    {
        get
        {
            if (MetOnceOn is { } met) yield return new("Outreach.MetOnce", met);
            if (Candidate is not { } it) yield break;
            yield return CandidateWords.State(it);
            if (CandidateWords.From(it) is { } from) yield return from;
        }
    }

    /// <summary>What they are like: as a person, and what was noted of the candidate where nothing is known of the person.</summary>
    public Profile Like(Profile? person)
    {
        Dictionary<Facet, string> facets = person is null ? [] : new(person.Facets);
        if (Candidate is { } it)
            foreach (var (facet, value) in new (Facet, string?)[] { (Facet.Field, it.Topic?.Split(',')[0].Trim()), (Facet.Organization, it.Organization), (Facet.Seniority, Spheres.Seniority(it.Headline)) })
                if (!string.IsNullOrWhiteSpace(value)) facets.TryAdd(facet, value);
        return new(Id, facets);
    }
}
