using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Feedback;

/// <summary>What can be written to those who are asked.</summary>
public enum FeedbackLetter { Ask, Remind, Tell }

/// <summary>Letters about a request, written one by one by hand or sent from here.</summary>
public static class FeedbackMailActions
{
    /// <summary>What was sent, and who has no address to send it to.</summary>
    public sealed record Sent(int Letters, IReadOnlyList<InviteLine> WithoutMail);

    /// <summary>From where it is sent, and where people find this server.</summary>
    public sealed record Posting(Settings Settings, string At);

    /// <summary>What is written, of which request, and to whom.</summary>
    public sealed record Written(Guid Request, Guid Person, FeedbackLetter Letter);

    /// <summary>The message to one of them with a new link in it, to be sent by hand.</summary>
    public static async Task<(string Text, string Link)> WriteFeedback(this Store store, Written what, string at, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var line = await store.FeedbackOf(what.Request, stop);
        var link = ByLink.Of(at, await store.MakeFeedbackLink(what.Request, what.Person, today, clock, stop));
        return (await store.Text(line, line.Asked(what.Person), what.Letter, link, stop), link);
    }

    /// <summary>Sends it from here, in the owner's name and with their address to answer to; with that it counts as sent. Twice is as once.</summary>
    public static Task<Sent> PostFeedback(this Store store, Guid id, FeedbackLetter letter, Posting from, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.FeedbackOf(id, stop);
        if (!MailSettings.CanSend(from.Settings)) throw new Conflict("Mail.NoMailServer");
        // Two at once wait for one another here, so that nobody gets a letter twice.
        await store.FeedbackRequests.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.QuietUntil, (DateOnly?)null), stop);
        var line = await store.FeedbackOf(id, stop);
        var to = letter switch
        {
            FeedbackLetter.Ask => line.Unwritten,
            FeedbackLetter.Remind => line.Open.Where(p => p.It.RemindedOn is null),
            _ => line.It.ToldOn is null ? line.Thanked : [],
        };
        var (sent, without) = (new List<InviteLine>(), new List<InviteLine>());
        foreach (var invite in to.ToList())
        {
            if ((await store.Reach(invite.It.PersonId, stop)).Mail is not { } mail) without.Add(invite);
            else
            {
                var text = letter == FeedbackLetter.Tell ? await store.Text(line, invite, letter, null, stop) : (await store.WriteFeedback(new(id, invite.It.PersonId, letter), from.At, today, clock, stop)).Text;
                await store.Post(await store.Letter(invite, letter, mail, text, stop), clock, stop);
                if (letter == FeedbackLetter.Ask) await store.SendFeedback(id, invite.It.PersonId, today, clock, stop);
                if (letter == FeedbackLetter.Remind) await store.RemindedOfFeedback(id, invite.It.PersonId, today, stop);
                sent.Add(invite);
            }
        }
        if (letter == FeedbackLetter.Tell && sent.Count > 0) await store.ToldOfFeedback(id, sent, today, clock, stop);
        return new Sent(sent.Count, without);
    }, stop);

    private static async Task<NewLetter> Letter(this Store store, InviteLine invite, FeedbackLetter letter, string mail, string text, CancellationToken stop) => new()
    {
        Cause = "Feedback.CauseLetter",
        SubjectId = invite.It.RequestId,
        To = mail,
        ToName = invite.Name,
        FromName = await store.OwnersName(stop),
        ReplyTo = await store.OwnersMail(stop),
        Subject = Speech.Say(letter == FeedbackLetter.Tell ? "Feedback.SubjectThanks" : "Feedback.Subject"),
        Text = text,
    };

    private static async Task<string> Text(this Store store, FeedbackLine line, InviteLine invite, FeedbackLetter letter, string? link, CancellationToken stop)
    {
        var from = await store.OwnersName(stop);
        var message = letter switch { FeedbackLetter.Ask => line.It.Message ?? FeedbackWords.Draft(line.It, from), FeedbackLetter.Remind => FeedbackWords.Reminder(line.It, from), _ => FeedbackWords.Thanks(line.It, from) };
        return FeedbackWords.For(message, (await store.Reach(invite.It.PersonId, stop)).Called, link);
    }
}
