using Mainstay.Storage;

namespace Mainstay.People;

/// <summary>Somebody in a space.</summary>
public sealed class Person : IOwned, ITrashed
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The name as it is shown.</summary>
    public required string Name { get; set; }

    /// <summary>Folded family-then-given name; lists are sorted by its bytes.</summary>
    public required string SortKey { get; set; }

    public string? Prefix { get; set; }

    public string? GivenName { get; set; }

    public string? MiddleNames { get; set; }

    public string? FamilyName { get; set; }

    public string? Suffix { get; set; }

    public string? Nickname { get; set; }

    public string? PhoneticGivenName { get; set; }

    public string? PhoneticFamilyName { get; set; }

    public string? Pronouns { get; set; }

    /// <summary>IANA name of the zone they live in.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Markdown.</summary>
    public string? Notes { get; set; }

    public string? HowMet { get; set; }

    /// <summary>A date that may lack day, month or year: <c>2024-03</c>.</summary>
    public string? MetOn { get; set; }

    public string? MetWhere { get; set; }

    /// <summary>The person through whom we met, if they are in this space.</summary>
    public Guid? MetThroughId { get; set; }

    /// <summary>The name of the one through whom we met, if they are not.</summary>
    public string? MetThroughName { get; set; }

    /// <summary>Changes with their picture; null without one that can be shown.</summary>
    public string? PhotoHash { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime ChangedAt { get; set; }

    public DateTime? TrashedAt { get; set; }

    /// <summary>Who they turned out to be: everything that was about them is about that one. They lie in the trash unseen, for as long as that can be taken back.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Grows with every change; two who edit at once are told apart by it.</summary>
    public long Revision { get; set; } = 1;
}
