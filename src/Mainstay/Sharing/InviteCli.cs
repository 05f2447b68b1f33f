using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Entrance;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Sharing;

/// <summary><c>invite</c>: links by which somebody may come in, for the one who runs the server. A link is shown once, when it is made.</summary>
public static class InviteCli
{
    /// <summary>What can be said of a new link.</summary>
    private sealed class Options
    {
        public Option<string?> Into { get; } = new("--into") { Description = "Sharing.HelpInto", HelpName = "NAME-OR-ID" };

        public Option<string?> Circle { get; } = new("--circle") { Description = "Sharing.HelpCircle", HelpName = "NAME-OR-ID" };

        public Option<string> Role { get; } = new Option<string>("--role") { Description = "Sharing.HelpRole", DefaultValueFactory = _ => "read" }.AcceptOnlyFromAmong("read", "write", "host");

        public Option<string?> Mail { get; } = new("--mail") { Description = "Sharing.HelpMail", HelpName = "MAIL" };

        public Option<int> Uses { get; } = new("--uses") { Description = "Sharing.HelpUses", HelpName = "N", DefaultValueFactory = _ => 1 };

        public Option<int> Days { get; } = new("--days") { Description = "Sharing.HelpDays", HelpName = "N", DefaultValueFactory = _ => Invitation.UsualDays };
    }

    public static Command Command(Shell shell)
    {
        var options = new Options();
        var invite = new Command("invite", "Sharing.HelpInvite") { options.Into, options.Circle, options.Role, options.Mail, options.Uses, options.Days };
        invite.Add(List(shell));
        invite.Add(Revoke(shell));
        invite.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var at = new UserDesk(shell, scope, typed, stop);
            var circle = typed.GetValue(options.Circle) is { } called ? await at.Store.CircleNamed(called, stop) : null;
            if (circle is not null && typed.GetValue(options.Into) is not null) throw new Mistaken(new Problems().When(true, "circle", "Sharing.OneOfTwo"));
            var into = circle ?? (typed.GetValue(options.Into) is { } named ? await at.Store.NetworkNamed(named, stop) : null);
            var details = new NewInvitation
            {
                Role = typed.GetRequiredValue(options.Role) switch { "host" => SpaceRole.Host, "write" => SpaceRole.Member, _ => SpaceRole.Guest },
                IsIntoCircle = circle is not null,
                Mail = typed.GetValue(options.Mail),
                Uses = typed.GetValue(options.Uses),
                Days = typed.GetValue(options.Days),
            };
            var (made, link, isSent) = into is null ? await ToAccount(at, details) : await IntoNetwork(at, details, into);
            if (at.Paper.AsJson) at.Paper.Write(new { made.Id, Link = link, made.SpaceId, Role = made.SpaceId is null ? (SpaceRole?)null : made.Role, made.Mail, made.MostUses, made.ExpiresAt, IsSent = isSent });
            else
            {
                at.Out.WriteLine(link);
                at.Paper.Aside(Speech.Say(isSent ? "Sharing.SentToo" : "Sharing.LinkOnce"));
            }
            return Shell.Fine;
        }, stop));
        return invite;
    }

    /// <summary>Mail is sent for a network; to nothing more than an account the one who runs the server sends the link.</summary>
    private static async Task<MadeInvitation> ToAccount(UserDesk at, NewInvitation details)
    {
        var (made, secret) = await at.Store.Invite(details, at.Clock, at.Stop);
        return new(made, JoinPage.Of(Reached.FromHere(at.Settings), secret!), false);
    }

    private static Task<MadeInvitation> IntoNetwork(UserDesk at, NewInvitation details, Space into)
    {
        at.Store.SpaceId = into.Id;
        return at.Store.InviteAndSend(details, at.Settings, at.Clock, at.Stop);
    }

    private static Command List(Shell shell)
    {
        var list = new Command("list", "Sharing.HelpList");
        list.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var at = new UserDesk(shell, scope, typed, stop);
            InviteReport.Show(at.Paper, await at.Store.OpenInvitations(null, at.Clock, stop), DateOnly.FromDateTime(at.Now));
            return Shell.Fine;
        }, stop));
        return list;
    }

    private static Command Revoke(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Sharing.HelpId" };
        var revoke = new Command("revoke", "Sharing.HelpRevoke") { id };
        revoke.SetAction((typed, stop) => shell.In(typed, async scope =>
        {
            var at = new UserDesk(shell, scope, typed, stop);
            var invitation = await at.Store.InvitationOf(typed.GetRequiredValue(id), stop);
            await at.Store.RevokeInvitation(invitation.Id, null, at.Clock, stop);
            if (at.Paper.AsJson) at.Paper.Write(new { invitation.Id });
            else at.Out.WriteLine(Speech.Say("Sharing.Revoked"));
            return Shell.Fine;
        }, stop));
        return revoke;
    }
}
