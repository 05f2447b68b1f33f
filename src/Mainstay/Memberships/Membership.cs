using Mainstay.Storage;

namespace Mainstay.Memberships;

/// <summary>What kind of circle it is.</summary>
public enum MembershipKind { Association = 0, PeerGroup = 1, OnlineCommunity = 2, ProfessionalBody = 3, Club = 4, Other = 5 }

/// <summary>How often its dues are paid.</summary>
public enum DuesPeriod { None = 0, Monthly = 1, Yearly = 2, Once = 3 }

/// <summary>How far it has come. Who considered it and let it go never joined.</summary>
public enum MembershipStage { Considered = 0, Joined = 1, Left = 2, LetGo = 3 }

/// <summary>My place in an organization: considered, joined, left. Who joins again after leaving has another one.</summary>
public sealed class Membership : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OrganizationId { get; set; }

    public MembershipKind Kind { get; set; }

    public DateOnly ConsideredOn { get; set; }

    public DateOnly? JoinedOn { get; set; }

    /// <summary>Since when it is over: left, or let go without ever joining.</summary>
    public DateOnly? LeftOn { get; set; }

    public string? Role { get; set; }

    public string? Benefits { get; set; }

    /// <summary>The amount of one payment, as a decimal with a point: <c>12.50</c>.</summary>
    public string? Dues { get; set; }

    /// <summary>Three letters: <c>EUR</c>.</summary>
    public string? Currency { get; set; }

    public DuesPeriod Period { get; set; }

    /// <summary>A day on which it renews, or did; the others follow from it.</summary>
    public DateOnly? RenewsOn { get; set; }

    /// <summary>The latest renewal day that the owner has seen to.</summary>
    public DateOnly? RenewedFor { get; set; }

    /// <summary>It goes on without a word, unless it is ended.</summary>
    public bool RenewsItself { get; set; }

    public string? Link { get; set; }

    public double? HoursAMonth { get; set; }

    public string? Note { get; set; }

    /// <summary>When the owner last asked themselves whether it is worth their time, and stayed.</summary>
    public DateOnly? WeighedOn { get; set; }

    /// <summary>Today says nothing of it before this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }

    public MembershipStage Stage => (JoinedOn, LeftOn) switch
    {
        (null, null) => MembershipStage.Considered,
        (_, null) => MembershipStage.Joined,
        (null, _) => MembershipStage.LetGo,
        _ => MembershipStage.Left,
    };
}

/// <summary>A need for which a membership is considered or was joined. The need may be gone.</summary>
public sealed class MembershipNeed : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MembershipId { get; init; }

    public required Guid NeedId { get; init; }
}
