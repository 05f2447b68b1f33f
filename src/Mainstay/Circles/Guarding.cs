using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>Somebody wants neither to see another nor to be paired with them. Only they know.</summary>
public sealed class MemberBlock : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ById { get; init; }

    public Guid OfId { get; init; }
}

/// <summary>Something that should not be, told to the hosts. Who told it stays unsaid.</summary>
public sealed class CircleReport : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ById { get; init; }

    /// <summary>Whom it is about.</summary>
    public Guid OfId { get; init; }

    public Guid? PostId { get; init; }

    public Guid? ReplyId { get; init; }

    public required string Why { get; init; }

    public DateTime At { get; init; }

    public ReportState State { get; set; }

    public DateTime? HandledAt { get; set; }
}

/// <summary>What became of a report: it waits, nothing had to be done, what was written is hidden, who wrote it is out.</summary>
public enum ReportState { Open = 0, LeftAsItIs = 1, Hidden = 2, TakenOut = 3 }

/// <summary>Who did what to whom: for whoever owns the circle.</summary>
public sealed class AuditEntry : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>Who did it; null when the one who runs the server did.</summary>
    public Guid? ById { get; init; }

    public Guid? OfId { get; init; }

    /// <summary>What they were called when they left; null while they are here, and once their account is gone.</summary>
    public string? ByName { get; set; }

    public string? OfName { get; set; }

    public AuditDeed Deed { get; init; }
}

public enum AuditDeed
{
    Founded = 0, Joined = 1, Left = 2, TakenOut = 3, Invited = 4, InvitationRevoked = 5, RoleGuest = 6, RoleMember = 7, RoleHost = 8, RoleOwner = 9,
    CharterChanged = 10, PostHidden = 11, PostShown = 12, ReplyHidden = 13, ReportClosed = 14, ForEmployer = 15, NotForEmployer = 16, RoundPublished = 17, SessionBegun = 18, Copied = 19,
}
