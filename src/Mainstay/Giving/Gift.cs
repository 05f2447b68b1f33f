using Mainstay.Storage;

namespace Mainstay.Giving;

/// <summary>In what way something is given back.</summary>
public enum GiftKind { Mentoring = 0, Volunteering = 1, Talk = 2, Teaching = 3, Sharing = 4, Other = 5 }

/// <summary>Something the owner gives back that is neither a favour nor an introduction: mentoring, volunteering, a talk. Whom it names may be gone meanwhile: what was given stays.</summary>
public sealed class Gift : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public GiftKind Kind { get; set; }

    /// <summary>What it is: "Reading pitches for first-time founders".</summary>
    public required string What { get; set; }

    public Guid? PersonId { get; set; }

    public Guid? OrganizationId { get; set; }

    /// <summary>For whom, in the owner's words, when it is no organization that is noted.</summary>
    public string? ForWhom { get; set; }

    /// <summary>The day, or the first of them.</summary>
    public DateOnly Since { get; set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>How long it took in all, when the owner wants to know.</summary>
    public int? Minutes { get; set; }

    /// <summary>What became of it.</summary>
    public string? Became { get; set; }

    public DateTime CreatedAt { get; init; }

    public bool GoesOn(DateOnly today) => Until is null || Until > today;
}
