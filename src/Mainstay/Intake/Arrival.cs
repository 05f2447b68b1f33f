using Mainstay.Organizations;
using Mainstay.People;
using static Mainstay.Words.Texts;

namespace Mainstay.Intake;

/// <summary>An incoming person on the way in: what was said of them in the form in which it is kept and compared.</summary>
internal sealed class Arrival
{
    public required IncomingPerson Incoming { get; init; }

    public required FileReport Report { get; init; }

    public required string Source { get; init; }

    /// <summary>Comes with a touch, and is no row of its own.</summary>
    public bool IsAside { get; init; }

    public required Said Said { get; init; }

    public required string SaidJson { get; init; }

    public required string Identity { get; init; }

    public required string Fingerprint { get; init; }

    public Guid Person { get; set; }

    public bool IsNew { get; set; }

    /// <summary>The identity whose earlier words are compared with; null when the source never spoke of them.</summary>
    public KnownIdentity? Predecessor { get; set; }

    /// <summary>The identity under which it is remembered from now on; null when it is remembered already.</summary>
    public KnownIdentity? Remembered { get; set; }

    public static Arrival Of(string source, IncomingPerson incoming, FileReport report, bool isAside = false)
    {
        // Spread over rows and gathered again: just what the database will give back.
        var details = PersonRows.Of(incoming.Details, default).Gather();
        var said = new Said(details, [.. incoming.Affiliations.Select(Kept).Where(a => a.Organization is not null || a.Title is not null)]);
        var json = said.ToJson();
        var fingerprint = Said.Fingerprint(json);
        return new()
        {
            Incoming = incoming,
            Report = report,
            Source = source,
            IsAside = isAside,
            Said = said,
            SaidJson = json,
            Identity = incoming.Identity is { Length: > 0 } own ? Said.Identity(own) : "~" + fingerprint,
            Fingerprint = incoming.Content is { } content ? Said.Fingerprint(json + content) : fingerprint,
        };
    }

    private static AffiliationDetails Kept(AffiliationDetails a) =>
        a with { Organization = FilledLine(a.Organization) is { } name && PersonNames.Key(name).Length > 0 ? name : null, Title = FilledLine(a.Title), Department = FilledLine(a.Department) };
}

/// <summary>What is kept of a person, while an import works on it.</summary>
internal sealed class Kept
{
    public required Said Said { get; set; }

    public string? Card { get; set; }

    public string? Uid { get; set; }

    public bool IsNew { get; init; }

    public bool IsChanged { get; set; }

    public bool IsCardChanged { get; set; }

    /// <summary>Before the first change of this import.</summary>
    public Before? Before { get; set; }
}

/// <summary>What a person was before an import changed them.</summary>
public sealed record Before(Said Said, string? Card, string? Uid)
{
    /// <summary>Set when the import changed the photo.</summary>
    public PhotoDetails? Photo { get; init; }

    /// <summary>Identities whose words the import replaced.</summary>
    public List<SourceIdentity> Identities { get; init; } = [];
}
