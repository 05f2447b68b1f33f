using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Sharing;

/// <summary>An invitation that was just made.</summary>
/// <param name="It">What it says.</param>
/// <param name="Link">Shown now and never again; null when this very request was answered before.</param>
/// <param name="IsSent">Whether it is on its way to the address it is for.</param>
public sealed record MadeInvitation(Invitation It, string? Link, bool IsSent);

public static class InvitationMailActions
{
    /// <summary>Invites into the space that is looked at. For one address, and where this server can send mail, the link goes there by mail too.</summary>
    public static Task<MadeInvitation> InviteAndSend(this Store store, NewInvitation details, Settings settings, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (made, secret) = await store.Invite(details with { SpaceId = store.SpaceId }, clock, stop);
        if (secret is null) return new MadeInvitation(made, null, false);
        var link = JoinPage.Of(Reached.FromHere(settings), secret);
        if (made.Mail is not { } mail || !MailSettings.CanSend(settings)) return new(made, link, false);
        if (details.IsIntoCircle) return await store.SendIntoCircle(details, made, link, mail, clock, stop);
        var owner = await store.OwnersName(stop);
        await store.Post(new()
        {
            Cause = "Sharing.CauseInvitation",
            SubjectId = made.Id,
            To = mail,
            FromName = owner,
            ReplyTo = await store.OwnersMail(stop),
            Subject = Speech.Say("Sharing.MailSubject", owner),
            Text = Speech.Say(made.Role == SpaceRole.Guest ? "Sharing.MailReads" : "Sharing.MailWrites", owner) + "\n\n" + link + "\n\n" + Speech.Say("Sharing.MailEnd", made.ExpiresAt),
            GoodUntil = made.ExpiresAt,
        }, clock, stop);
        return new(made, link, true);
    }, stop);

    private static async Task<MadeInvitation> SendIntoCircle(this Store store, NewInvitation details, Invitation made, string link, string mail, TimeProvider clock, CancellationToken stop)
    {
        var space = store.SpaceId;
        var name = await store.Spaces.Where(s => s.Id == space).Select(s => s.Name).SingleAsync(stop);
        var from = details.ById is { } by ? await store.AccountOf(by, stop) : null;
        await store.Post(new()
        {
            Cause = "Sharing.CauseInvitation",
            SubjectId = made.Id,
            To = mail,
            FromName = from?.Name,
            ReplyTo = from?.Mail,
            Subject = Speech.Say(from is null ? "Sharing.MailSubjectCircle" : "Sharing.MailSubjectCircleFrom", name, from?.Name),
            Text = Speech.Say("Sharing.MailCircle", name) + "\n\n" + link + "\n\n" + Speech.Say("Sharing.MailEnd", made.ExpiresAt),
            GoodUntil = made.ExpiresAt,
        }, clock, stop);
        return new(made, link, true);
    }
}
