using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>Somebody in a circle, as they choose to be shown there. The id is that of their account; whoever left is still named under what they wrote, by nothing but that they left.</summary>
public sealed class Member : IOwned
{
    public const int UsualClaimsADay = 3;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; }

    /// <summary>What they are called here; empty once they left.</summary>
    public required string Name { get; set; }

    /// <summary>By what lists are ordered.</summary>
    public required string SortKey { get; set; }

    public string? About { get; set; }

    /// <summary>Topics they can help with, one a line.</summary>
    public string? Helps { get; set; }

    /// <summary>Topics they look for help with, one a line.</summary>
    public string? Seeks { get; set; }

    /// <summary>How they like to work: by call, in writing, in the evening.</summary>
    public string? Style { get; set; }

    /// <summary>How many they can carry at once, as a mentor or a partner.</summary>
    public int Capacity { get; set; }

    /// <summary>So many offers of help they may make on one day: it protects who helps.</summary>
    public int ClaimsADay { get; set; } = UsualClaimsADay;

    public string? TimeZone { get; set; }

    /// <summary>Whether the circle may ask their network who knows somebody, without seeing it.</summary>
    public bool OpensDoors { get; set; }

    /// <summary>They are here for an employer: what is asked for in hard times is not shown to them.</summary>
    public bool IsForEmployer { get; set; }

    public DateOnly? LastSeenOn { get; set; }

    public DateTime JoinedAt { get; init; }

    public DateTime? LeftAt { get; set; }
}
