using Mainstay.Exchange;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>How introductions are spoken of, and what is written to those who are asked.</summary>
public static class IntroductionWords
{
    /// <summary>What it is, in one sentence.</summary>
    public static Reason Title(IntroductionLine line) => line.It.IsMine ? new("Introductions.TitleMine", line.First, line.Second) : new("Introductions.TitleAsked", line.Second, line.Connector);

    /// <summary>How it stands, in one sentence.</summary>
    public static Reason State(IntroductionLine line, DateOnly today) => line.AreOne ? new("Introductions.StateAreOne") : line.UnreachedOn(today) is { Count: > 0 } unreached ? Unreached(unreached, line.It.IsSilence(today)) : line.It.StateOn(today) switch
    {
        // What is closed asks for nothing any more.
        IntroductionState.Drafted or IntroductionState.Asked or IntroductionState.Asking or IntroductionState.Open when line.It.ClosedOn is { } closed => new("Introductions.StateClosed", closed),
        IntroductionState.Asked => new("Introductions.StateAsked", line.It.SentOn, line.Connector, line.It.AnswerBy),
        IntroductionState.NotPassedOn => new("Introductions.StateNotPassedOn", line.Connector, line.It.AnswerBy),
        IntroductionState.Asking => line.It.IsMine ? new("Introductions.StateAskingBoth", Waiting(line), line.It.AskedOn!.Value.AddDays(IntroductionSteps.AnswerDays)) : new("Introductions.StateAsking", line.Connector, line.Second, line.It.AskedOn!.Value.AddDays(IntroductionSteps.AnswerDays)),
        IntroductionState.NotNow => new("Introductions.StateNotNow", Who(line, Consent.NotNow)),
        IntroductionState.No => new("Introductions.StateNo", Who(line, Consent.No)),
        IntroductionState.Silent => new("Introductions.StateSilent", Waiting(line)),
        IntroductionState.Open => Open(line, today),
        IntroductionState.Met when line.It.IsMine => new("Introductions.StateMetMine"),
        var state => new($"Introductions.State{state}"),
    };

    /// <summary>It is not to be waited for, nor asked about, what they never read.</summary>
    private static Reason Unreached(IReadOnlyList<UnreachedLetter> letters, bool isTooLate) =>
        new(isTooLate ? "Introductions.StateUnreachedTooLate" : letters.Any(l => l.MayBeSentAgain) ? "Introductions.StateUnreached" : "Introductions.StateUnreachedByHand", letters.Select(l => l.To).Distinct());

    private static Reason Open(IntroductionLine line, DateOnly today) => line.It switch
    {
        { } it when it.Outcome() == MeetingOutcome.NotYet => new(it.IsMine ? "Introductions.StateNotYetMine" : "Introductions.StateNotYet"),
        { WroteOn: { } wrote } => new("Introductions.StateWrote", wrote),
        { IsMine: true } it => it.IsLate(today) ? new("Introductions.StateLateMine", line.First, line.Second, it.OpenedOn) : new("Introductions.StateOpenMine", line.First, line.Second, it.OpenedOn!.Value.AddDays(IntroductionSteps.DaysToWrite)),
        var it => it.IsLate(today) ? new("Introductions.StateLate", line.Second, it.OpenedOn) : new("Introductions.StateOpen", line.Second, it.OpenedOn!.Value.AddDays(IntroductionSteps.DaysToWrite)),
    };

    /// <summary>What it is for, what was said of it, and how each can be reached when all have said yes.</summary>
    public static IEnumerable<Reason> Told(IntroductionLine line)
    {
        var it = line.It;
        yield return new("Introductions.IsFor", it.Purpose);
        if (it.Word is { } word) yield return new("Introductions.TheySaid", line.Connector, word);
        foreach (var (side, reply, until) in ((Side, string?, DateOnly?)[])[(Side.First, it.FirstReply, it.FirstUntil), (Side.Second, it.SecondReply, it.SecondUntil)])
        {
            if (until is not null) yield return new("Introductions.PerhapsFrom", until);
            if (reply is not null) yield return new("Introductions.TheySaid", line.NameOf(side), reply);
            if (it.OpenedOn is not null && it.ContactOf(side) is { } contact) yield return new("Introductions.ReachThem", line.NameOf(side), contact);
        }
    }

    /// <summary>What the other reads of it.</summary>
    public static string Blurb(Introduction it) => it.Blurb ?? it.Purpose;

    /// <summary>The message to the connector as it stands before the owner changes it, with the place of the link in it.</summary>
    public static string ToConnector(IntroductionLine line, string called, string? from) => Signed(string.Join("\n\n", ((string[])
    [
        Speech.Say("Exchange.Dear", called),
        Speech.Say("Introductions.WouldYou", line.Second),
        .. line.It.Blurb is null ? [Speech.Say("Introductions.ThisIsWhy")] : (string[])[line.It.Purpose, Speech.Say("Introductions.PassThisOn")],
        Quoted(Blurb(line.It)),
        Speech.Say("Introductions.TapHere", line.It.AnswerBy) + "\n" + AskWords.Link,
        Speech.Say("Introductions.SilenceIsFine"),
    ])), from);

    /// <summary>The message of whoever introduces to one of those who are to meet.</summary>
    /// <param name="line">What it is about.</param>
    /// <param name="side">To which of both.</param>
    /// <param name="called">How they are called.</param>
    /// <param name="owner">How the owner is called; null when that is not known.</param>
    public static string ToSide(IntroductionLine line, Side side, string called, string? owner)
    {
        var other = line.It.IsMine ? line.NameOf(side == Side.First ? Side.Second : Side.First) : owner;
        return Signed(string.Join("\n\n", ((string?[])
        [
            Speech.Say("Exchange.Dear", called),
            line.It.IsBlind || other is null ? Speech.Say("Introductions.SomebodyWouldLike") : Speech.Say("Introductions.WouldLike", other),
            Quoted(Blurb(line.It)),
            line.It.Word,
            Speech.Say("Introductions.AnswerHere") + "\n" + AskWords.Link,
        ]).Where(part => !string.IsNullOrWhiteSpace(part))), line.It.IsMine ? owner : line.Connector);
    }

    /// <summary>The short message when everybody has said yes.</summary>
    public static string WhenOpen(IntroductionLine line, string called, string? from) => line.It.IsMine
        ? Signed(string.Join("\n\n", Speech.Say("Introductions.DearBoth", line.First, line.Second), BothSaidYes(line)), from)
        : Signed(string.Join("\n\n", Speech.Say("Exchange.Dear", called), Speech.Say("Introductions.GladYouSaidYes", line.Connector), line.It.Purpose, Speech.Say("Introductions.WhenSuits")), from);

    /// <summary>To one of those who were brought together, two weeks later.</summary>
    public static string WhetherMet(IntroductionLine line, Side side, string called, string? from) => Signed(string.Join("\n\n", Speech.Say("Exchange.Dear", called),
        (line.It.IsMine ? Speech.Say("Introductions.DidYouTwoTalk", line.NameOf(side == Side.First ? Side.Second : Side.First)) : Speech.Say("Introductions.HowWasIt", line.Connector)) + "\n" + AskWords.Link), from);

    /// <summary>To the connector: what came of it, and where it stands.</summary>
    public static string WithOutcome(IntroductionLine line, string called, string? from) =>
        Signed(Speech.Say("Exchange.Dear", called) + "\n\n" + Speech.Say(line.It.Outcome() == MeetingOutcome.NotUseful ? "Introductions.ToldNotUseful" : "Introductions.ToldMet", line.Second) + "\n" + AskWords.Link, from);

    /// <summary>A word with a link behind which it is seen how it stands.</summary>
    public static string HowItStands(string called, string? from) => Signed(Speech.Say("Exchange.Dear", called) + "\n\n" + Speech.Say("Introductions.HereIsHow") + "\n" + AskWords.Link, from);

    /// <summary>A word of thanks to begin with.</summary>
    public static string Thanks(IntroductionLine line, string called, string? from) =>
        Signed(Speech.Say("Exchange.Dear", called) + "\n\n" + Speech.Say(line.It.Outcome() == MeetingOutcome.NotUseful ? "Introductions.ThanksAnyway" : "Introductions.ThanksDraft", line.Second), from);

    /// <summary>Nobody's address is told who left none: then they write first, and when both left none, both are asked.</summary>
    private static string BothSaidYes(IntroductionLine line) => (line.It.FirstContact, line.It.SecondContact) switch
    {
        ({ } first, { } second) => Speech.Say("Introductions.BothSaidYes", line.First, first, line.Second, second) + "\n\n" + Speech.Say("Introductions.FirstWrites", line.First),
        (null, { } second) => Speech.Say("Introductions.OneSaidWhere", line.Second, second, line.First),
        ({ } first, null) => Speech.Say("Introductions.OneSaidWhere", line.First, first, line.Second),
        _ => Speech.Say("Introductions.NeitherSaidWhere"),
    };

    private static string Quoted(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => "> " + l));

    private static string Signed(string text, string? from) => from is null ? text + "\n" : $"{text}\n\n{from}\n";

    /// <summary>Those whose answer is still out.</summary>
    private static IEnumerable<string> Waiting(IntroductionLine line) =>
        (line.It.IsMine ? (Side[])[Side.First, Side.Second] : [Side.Second]).Where(s => line.It.AnswerOf(s) is null).Select(s => line.NameOf(s)!);

    private static string Who(IntroductionLine line, Consent said) => line.It.FirstAnswer == said ? line.First! : line.Second;
}
