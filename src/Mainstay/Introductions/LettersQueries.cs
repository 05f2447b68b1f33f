using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Introductions;

internal static class LettersQueries
{
    /// <summary>What the owner is to send now: to the connector, to both, a first word when it is open, a question two weeks later, or thanks.</summary>
    public static async Task<IReadOnlyList<IntroductionLetter>> LettersFor(this Store store, IntroductionLine line, DateOnly today, CancellationToken stop)
    {
        var (it, from) = (line.It, await store.OwnersName(stop));
        var step = it.StepOn(today);
        if (step is IntroductionStep.Send or IntroductionStep.WaitForConnector && !it.IsMine)
        {
            var (called, mail) = await store.Reach(it.ConnectorId!.Value, stop);
            return [new(LinkTo.Connector, line.Connector!, it.Message ?? IntroductionWords.ToConnector(line, called, from), mail, Speech.Say("Introductions.SubjectAsk", line.Second))];
        }
        if (step is IntroductionStep.Send or IntroductionStep.WaitForAnswers && it.IsMine) return [await store.ToSide(line, Side.First, from, stop), await store.ToSide(line, Side.Second, from, stop)];
        if (it is { OpenedOn: not null, WroteOn: null } && step is IntroductionStep.Write or IntroductionStep.SayMet or IntroductionStep.WaitToMeet) return await store.WhenOpen(line, from, stop);
        if (step != IntroductionStep.Thank) return [];
        var connector = await store.Reach(it.ConnectorId!.Value, stop);
        return [new(LinkTo.Connector, line.Connector!, IntroductionWords.Thanks(line, connector.Called, from), connector.Mail, Speech.Say("Exchange.ThanksSubject")) { IsPlain = true }];
    }

    private static async Task<IntroductionLetter> ToSide(this Store store, IntroductionLine line, Side side, string? from, CancellationToken stop)
    {
        var (called, mail) = await store.Reach(side == Side.First ? line.It.FirstId!.Value : line.It.SecondId, stop);
        return new(side == Side.First ? LinkTo.First : LinkTo.Second, line.NameOf(side)!, IntroductionWords.ToSide(line, side, called, from), mail, Speech.Say("Introductions.SubjectMeet"));
    }

    /// <summary>To the other: where they said they can be reached, else where the owner's own address book says. To both in one when both told their address for this; else to each alone, since one mail to both tells the addresses.</summary>
    private static async Task<IReadOnlyList<IntroductionLetter>> WhenOpen(this Store store, IntroductionLine line, string? from, CancellationToken stop)
    {
        var (called, mail) = await store.Reach(line.It.SecondId, stop);
        var (text, subject) = (IntroductionWords.WhenOpen(line, called, from), Speech.Say("Introductions.SubjectOpen"));
        var second = new IntroductionLetter(LinkTo.Second, line.Second, text, Mail(line.It.SecondContact) ?? mail, subject) { IsPlain = true };
        if (!line.It.IsMine) return [second];
        if (Mail(line.It.FirstContact) is { } one && Mail(line.It.SecondContact) is { } other) return [second with { Name = Speech.Say("Introductions.Both", line.First, line.Second), Mail = $"{one},{other}" }];
        return [second with { To = LinkTo.First, Name = line.First!, Mail = Mail(line.It.FirstContact) ?? (await store.Reach(line.It.FirstId!.Value, stop)).Mail }, second];
    }

    private static string? Mail(string? contact) => contact is not null && People.Contacts.Email(contact.Trim()) is not null ? contact.Trim() : null;
}
