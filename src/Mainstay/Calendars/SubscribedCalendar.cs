using Mainstay.Storage;

namespace Mainstay.Calendars;

/// <summary>A calendar at an address of the web that the owner gave. It announces gatherings, and is looked at again and again.</summary>
public sealed class SubscribedCalendar : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>Who knows it may read the calendar as the owner does: a secret, which is shown by its host alone.</summary>
    public required string Address { get; set; }

    /// <summary>What all of its gatherings are about, with commas between.</summary>
    public string? Topics { get; set; }

    /// <summary>The organization whose calendar it is: its gatherings are held by it.</summary>
    public Guid? OrganizationId { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>When it is to be looked at next.</summary>
    public DateTime NextAt { get; set; }

    /// <summary>Somebody looks at it just now, and is taken for gone after this.</summary>
    public DateTime? HeldUntil { get; set; }

    /// <summary>When it answered well for the last time, be it that nothing is new.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>When all of it was read for the last time.</summary>
    public DateTime? WholeAt { get; set; }

    /// <summary>What the server called this version of it: shown again, it answers that nothing is new.</summary>
    public string? Tag { get; set; }

    public string? ModifiedAt { get; set; }

    /// <summary>So many gatherings it announces that lie ahead.</summary>
    public int Announces { get; set; }

    /// <summary>So many of them were new when it was read last.</summary>
    public int News { get; set; }

    /// <summary>There are more in it than are kept.</summary>
    public bool IsCut { get; set; }

    /// <summary>So many parts of it could not be read.</summary>
    public int Unread { get; set; }

    /// <summary>Where they stand and why, and what else was not understood, as <see cref="UnreadParts"/> writes it.</summary>
    public string? UnreadWhere { get; set; }

    /// <summary>How often in a row it could not be read.</summary>
    public int Failures { get; set; }

    /// <summary>Why, as the key of a sentence; null when all is well.</summary>
    public string? Trouble { get; set; }

    /// <summary>What it answered then, if it answered.</summary>
    public int? TroubleStatus { get; set; }

    public DateTime? TroubleSince { get; set; }

    /// <summary>What may be shown of the address.</summary>
    public string Host => Uri.TryCreate(Address.Trim(), UriKind.Absolute, out var address) ? address.Host : "";
}
