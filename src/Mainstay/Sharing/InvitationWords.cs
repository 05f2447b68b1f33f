using Mainstay.Accounts;
using Mainstay.Words;

namespace Mainstay.Sharing;

/// <summary>Invitations, in words.</summary>
internal static class InvitationWords
{
    /// <summary>What it gives: "into Ada Lovelace’s network, may read".</summary>
    public static Reason What(InvitationLine line) => line.It.SpaceId is null ? new("Sharing.AnAccount") : new("Sharing.IntoAs", line.Owner ?? line.Network, new Reason("Accounts.Role" + line.It.Role));

    /// <summary>For whom it is, and how many came in by it.</summary>
    public static Reason Uses(Invitation invitation) => invitation.Mail is { } mail ? new("Sharing.ForOne", mail) : new("Sharing.UsesOf", invitation.Uses, invitation.MostUses);
}
