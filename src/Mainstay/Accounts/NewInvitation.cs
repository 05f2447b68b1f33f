using Mainstay.Words;

namespace Mainstay.Accounts;

/// <summary>Whom somebody wants to invite, and to what.</summary>
public sealed record NewInvitation
{
    /// <summary>Into which space; null for no more than an account with a network of one's own.</summary>
    public Guid? SpaceId { get; init; }

    public SpaceRole Role { get; init; }

    /// <summary>The space is a circle: its hosts invite, and others may be invited to host it with them.</summary>
    public bool IsIntoCircle { get; init; }

    /// <summary>The only address that may use it; null for whoever has the link.</summary>
    public string? Mail { get; init; }

    /// <summary>For how many it is.</summary>
    public int Uses { get; init; } = 1;

    /// <summary>How long it is good.</summary>
    public int Days { get; init; } = Invitation.UsualDays;

    /// <summary>Who invites; null for the one who runs the server.</summary>
    public Guid? ById { get; init; }

    /// <summary>Sent twice with the same id, it counts once.</summary>
    public Guid? Id { get; init; }

    public Problems Check()
    {
        var problems = new Problems();
        if (Mail is not null) problems.Mail(Mail);
        return problems
            .When(Mail is not null && Uses > 1, "uses", "Accounts.InvitationOnce")
            .When(Role is not (SpaceRole.Guest or SpaceRole.Member) && !(IsIntoCircle && Role == SpaceRole.Host), "role", "Accounts.InvitationRole")
            .When(Uses is < 1 or > Invitation.MostPlaces, "uses", "Accounts.InvitationUses", Invitation.MostPlaces)
            .When(Days is < 1 or > Invitation.LongestDays, "days", "Accounts.InvitationDays", Invitation.LongestDays);
    }
}
