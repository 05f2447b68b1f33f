using System.Text;
using Mainstay.Exchange;
using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary>How requests for feedback are spoken of, and what is written to those who are asked.</summary>
public static class FeedbackWords
{
    /// <summary>Where the name stands in a message.</summary>
    public const string Name = "[name]";

    /// <summary>How many answers it takes, for sentences.</summary>
    private const int Enough = FeedbackSteps.Enough;

    internal static string Href(Guid id) => $"{FeedbackPage.Address}/{id}";

    /// <summary>The three questions to begin with.</summary>
    public static IReadOnlyList<string> Usual => [Speech.Say("Feedback.UsualKeep"), Speech.Say("Feedback.UsualChange"), Speech.Say("Feedback.UsualUnseen")];

    /// <summary>How it stands, in one sentence.</summary>
    public static Reason State(FeedbackLine line, DateOnly today) => line.StepOn(today) switch
    {
        FeedbackStep.Send => line.Counts.All == 0 ? new("Feedback.StateNobody") : new("Feedback.StateToSend", line.Counts.Unwritten),
        FeedbackStep.Wait or FeedbackStep.Remind when line.It.IsAnonymous => new("Feedback.StateWaitUnsigned", line.It.DueOn),
        FeedbackStep.Wait or FeedbackStep.Remind => new("Feedback.StateWait", line.Counts.Answered, line.Counts.All, line.It.DueOn),
        FeedbackStep.AskMore when line.It.IsAnonymous => new("Feedback.StateTooFew", Enough),
        FeedbackStep.AskMore => new("Feedback.StateNoAnswer"),
        FeedbackStep.Respond => new("Feedback.StateRespond", line.Counts.Answered),
        FeedbackStep.Tell => new("Feedback.StateTell"),
        FeedbackStep.SayChanged => new("Feedback.StateSayChanged", line.It.RespondedOn),
        _ when line.It.ChangedOn is { } changed => new("Feedback.StateChanged", changed),
        _ when line.It.ToldOn is { } told => new("Feedback.StateTold", told),
        _ => new("Feedback.StateClosed"),
    };

    /// <summary>What the owner may know of somebody who is asked.</summary>
    public static Reason State(FeedbackLine line, InviteLine invite) => invite.It switch
    {
        { SentOn: null, State: InviteState.Drafted or InviteState.Sent } => new("Feedback.NotSent"),
        { RemindedOn: { } reminded } when line.It.IsAnonymous || invite.It.State == InviteState.Sent => new("Feedback.RemindedOn", invite.It.SentOn, reminded),
        { SentOn: null } when line.It.IsAnonymous => new("Feedback.NotSent"),
        _ when line.It.IsAnonymous => new("Feedback.SentOn", invite.It.SentOn),
        { State: InviteState.Answered } => new("Feedback.Answered"),
        { State: InviteState.Declined } => new("Feedback.Declined"),
        _ => new("Feedback.SentOn", invite.It.SentOn),
    };

    /// <summary>Who will see an answer, and what is kept of it.</summary>
    public static Reason WhoSees(FeedbackRequest it, string? from) => (it.IsAnonymous, from) switch
    {
        (true, null) => new("Feedback.WhoSeesUnsignedNobody", Enough),
        (true, _) => new("Feedback.WhoSeesUnsigned", from, Enough),
        (_, null) => new("Feedback.WhoSeesNobody"),
        _ => new("Feedback.WhoSees", from),
    };

    /// <summary>The message with the places of the name and the link in it, before the owner changes it.</summary>
    public static string Draft(FeedbackRequest it, string? from)
    {
        var text = new StringBuilder(Speech.Say("Exchange.Dear", Name)).Append("\n\n").Append(Speech.Say("Feedback.LetterAsk", it.About, it.Asked.Count)).Append("\n\n");
        foreach (var question in it.Asked) text.Append("• ").Append(question).Append('\n');
        text.Append('\n').Append(Speech.Say(it.IsAnonymous ? "Feedback.LetterUnsigned" : "Feedback.LetterSigned", Enough)).Append(' ').Append(Speech.Say("Feedback.LetterBy", it.DueOn)).Append("\n\n");
        text.Append(Speech.Say("Feedback.LetterLink")).Append('\n').Append(AskWords.Link).Append("\n\n").Append(Speech.Say("Exchange.NoIsFine")).Append('\n');
        return Signed(text, from);
    }

    /// <summary>The one reminder. Of an anonymous request it goes to all, so that it says nothing of who answered.</summary>
    public static string Reminder(FeedbackRequest it, string? from)
    {
        var text = new StringBuilder(Speech.Say("Exchange.Dear", Name)).Append("\n\n").Append(Speech.Say(it.IsAnonymous ? "Feedback.LetterRemindAll" : "Feedback.LetterRemind", it.About, it.DueOn)).Append("\n\n").Append(AskWords.Link).Append('\n');
        return Signed(text, from);
    }

    /// <summary>What those who answered are told: what the owner will do, and thanks.</summary>
    public static string Thanks(FeedbackRequest it, string? from)
    {
        var text = new StringBuilder(Speech.Say("Exchange.Dear", Name)).Append("\n\n").Append(Speech.Say(it.IsAnonymous ? "Feedback.LetterThanksAll" : "Feedback.LetterThanks", it.About)).Append("\n\n").Append(it.Response).Append('\n');
        return Signed(text, from);
    }

    /// <summary>A message for one of them.</summary>
    public static string For(string message, string called, string? link)
    {
        var named = message.Replace(Name, called, StringComparison.OrdinalIgnoreCase);
        return link is null ? named : AskWords.WithLink(named, link);
    }

    private static string Signed(StringBuilder text, string? from) => (from is null ? text : text.Append('\n').Append(from).Append('\n')).ToString();
}
