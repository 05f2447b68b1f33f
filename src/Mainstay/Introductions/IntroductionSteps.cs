using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>How an introduction stands.</summary>
public enum IntroductionState { Drafted, Asked, NotPassedOn, Asking, NotNow, No, Silent, Open, Met, NotUseful, Withdrawn }

/// <summary>What the owner can do next about an introduction.</summary>
public enum IntroductionStep { Send, WaitForConnector, WaitForAnswers, TryAnother, AskAgain, Write, WaitToMeet, SayMet, Thank, Nothing }

/// <summary>What somebody answers who is asked whether they want to meet.</summary>
/// <param name="Consent">One of three; a no is as good as a yes.</param>
/// <param name="Until">Until when it is not now.</param>
/// <param name="Note">A sentence, if they like.</param>
/// <param name="Contact">How they can be reached, when all have said yes.</param>
public sealed record ConsentReply(Consent Consent, DateOnly? Until = null, string? Note = null, string? Contact = null)
{
    public Problems Check(DateOnly today) => new Problems()
        .When(!Enum.IsDefined(Consent), "answer", "Introductions.NotAnAnswer")
        .When(Note?.Length > NewIntroduction.MostText, "note", "Introductions.TooLong", NewIntroduction.MostText)
        .When(Contact?.Length > NewIntroduction.MostContact, "contact", "Introductions.TooLong", NewIntroduction.MostContact)
        .When(Until <= today, "until", "Introductions.UntilIsOver")
        .When(Until > today.AddYears(2), "until", "Introductions.TooFarAhead");
}

/// <summary>How an introduction goes from step to step (protocols.md, 2). Whoever is asked can pass it on, let it lie or say no without a word of explanation, and nobody's address is told before all have said yes.</summary>
public static class IntroductionSteps
{
    /// <summary>So many days the connector has, and so many those who are to meet: silence after that is a no.</summary>
    public const int ConnectorsDays = 7, AnswerDays = 7;

    /// <summary>Within so many days the first message should go, and after so many it is asked what came of it.</summary>
    public const int DaysToWrite = 2, DaysToMeet = 14;

    public static IntroductionState StateOn(this Introduction it, DateOnly today) => it switch
    {
        { WithdrawnOn: not null } => IntroductionState.Withdrawn,
        { OpenedOn: not null } => it.Outcome() switch { MeetingOutcome.Met => IntroductionState.Met, MeetingOutcome.NotUseful => IntroductionState.NotUseful, _ => IntroductionState.Open },
        { SentOn: null, AcceptedOn: null } => IntroductionState.Drafted,
        { AskedOn: null } => today > it.AnswerBy ? IntroductionState.NotPassedOn : IntroductionState.Asked,
        _ when it.FirstAnswer == Consent.No || it.SecondAnswer == Consent.No => IntroductionState.No,
        _ when it.FirstAnswer == Consent.NotNow || it.SecondAnswer == Consent.NotNow => IntroductionState.NotNow,
        _ => it.IsTooLate(today) ? IntroductionState.Silent : IntroductionState.Asking,
    };

    /// <summary>What came of it: one of both is enough to know that they met.</summary>
    public static MeetingOutcome? Outcome(this Introduction it) => it.FirstOutcome == MeetingOutcome.Met || it.SecondOutcome == MeetingOutcome.Met ? MeetingOutcome.Met
        : it.FirstOutcome == MeetingOutcome.NotUseful || it.SecondOutcome == MeetingOutcome.NotUseful ? MeetingOutcome.NotUseful : it.FirstOutcome ?? it.SecondOutcome;

    /// <summary>Whether the days are over in which those who are to meet can answer.</summary>
    public static bool IsTooLate(this Introduction it, DateOnly today) => today > it.AskedOn?.AddDays(AnswerDays);

    /// <summary>Whether it came to nothing because whoever got the owner's ask did not answer.</summary>
    public static bool IsSilence(this Introduction it, DateOnly today) => it.ClosedOn is null && it.StateOn(today) is var state && (state == IntroductionState.NotPassedOn || (state == IntroductionState.Silent && it.IsMine));

    /// <summary>Whether something may still come of it.</summary>
    public static bool IsUnderWay(this Introduction it, DateOnly today) => it.ClosedOn is null && it.StateOn(today) is IntroductionState.Drafted or IntroductionState.Asked or IntroductionState.Asking or IntroductionState.Open;

    /// <summary>Until when it is not now, of the one who waits longest; null when nobody said so.</summary>
    public static DateOnly? NotNowUntil(this Introduction it) => ((DateOnly?[])[it.FirstAnswer == Consent.NotNow ? it.FirstUntil : null, it.SecondAnswer == Consent.NotNow ? it.SecondUntil : null]).Max();

    public static IntroductionStep StepOn(this Introduction it, DateOnly today) => it.ClosedOn is not null ? IntroductionStep.Nothing : it.StateOn(today) switch
    {
        IntroductionState.Drafted => IntroductionStep.Send,
        IntroductionState.Asked => IntroductionStep.WaitForConnector,
        IntroductionState.Asking => IntroductionStep.WaitForAnswers,
        IntroductionState.NotNow when it.NotNowUntil() <= today => IntroductionStep.AskAgain,
        IntroductionState.NotPassedOn or IntroductionState.No or IntroductionState.NotNow or IntroductionState.Silent => IntroductionStep.TryAnother,
        IntroductionState.Open => it.IsTimeToAsk(today) ? IntroductionStep.SayMet : it.WroteOn is null && it.OutcomeOn is null ? IntroductionStep.Write : IntroductionStep.WaitToMeet,
        IntroductionState.Met or IntroductionState.NotUseful when !it.IsMine && it.ThankedOn is null => IntroductionStep.Thank,
        _ => IntroductionStep.Nothing,
    };

    /// <summary>Whether the days are over in which the first message should have gone, and nobody said that it did.</summary>
    public static bool IsLate(this Introduction it, DateOnly today) => it is { OpenedOn: { } opened, WroteOn: null } && today > opened.AddDays(DaysToWrite);

    /// <summary>Two weeks after it opened, and again two weeks after somebody said "not yet".</summary>
    public static bool IsTimeToAsk(this Introduction it, DateOnly today) => today >= (it.OutcomeOn ?? it.OpenedOn)?.AddDays(DaysToMeet);

    /// <summary>Whether one of both is asked behind their link what came of it: two weeks after it opened, whatever the other said, and from when they said so themselves.</summary>
    public static bool IsTimeToAsk(this Introduction it, Side side, DateOnly today) => it.OutcomeOf(side) is not null || today >= it.OpenedOn?.AddDays(DaysToMeet);

    /// <summary>Whether Today speaks of it.</summary>
    public static bool IsDue(this Introduction it, DateOnly today) =>
        !(it.QuietUntil > today) && it.StepOn(today) is IntroductionStep.Write or IntroductionStep.SayMet or IntroductionStep.Thank or IntroductionStep.TryAnother or IntroductionStep.AskAgain;

    /// <summary>It is on its way: to the connector, or to both. Said twice, it counts once.</summary>
    public static void Send(this Introduction it, DateOnly today)
    {
        if (it.SentOn is not null) return;
        if (it.WithdrawnOn is not null) throw new Conflict("Introductions.Withdrawn");
        Mistaken.ThrowIf(new Problems().When(!it.IsMine && it.AnswerBy < today, "answerBy", "Introductions.AnswerByIsOver"));
        it.SentOn = today;
        if (it.IsMine) it.AskedOn = today;
    }

    /// <summary>Those who did not get it are asked anew: it counts from here.</summary>
    public static void SendAnew(this Introduction it, DateOnly today)
    {
        it.SentOn = today;
        if (it.IsMine) it.AskedOn = today;
    }

    /// <summary>The connector will ask the other, in these words.</summary>
    public static void PassOn(this Introduction it, PassingOn passing, DateOnly today)
    {
        if (it.WithdrawnOn is not null || it.ClosedOn is not null) throw new Conflict("Introductions.Withdrawn");
        if (it.IsMine) throw new Conflict("Introductions.YouIntroduce");
        Mistaken.ThrowIf(passing.Check());
        it.SentOn ??= today;
        it.AcceptedOn ??= today;
        it.AskedOn ??= today;
        (it.Blurb, it.Word, it.IsBlind) = (Texts.Filled(passing.Blurb) ?? it.Blurb, Texts.Filled(passing.Word), it.IsBlind || passing.IsBlind);
    }

    /// <summary>One of those who are to meet answered. When all have said yes, it is open.</summary>
    /// <param name="it">The introduction.</param>
    /// <param name="side">Who of both.</param>
    /// <param name="reply">What they said.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="isToldToOwner">The owner says so, who was told otherwise: the days in which a link can be answered do not bind them.</param>
    public static void Answer(this Introduction it, Side side, ConsentReply reply, DateOnly today, bool isToldToOwner = false)
    {
        if (it.WithdrawnOn is not null || it.ClosedOn is not null) throw new Conflict("Introductions.Withdrawn");
        if (it.OpenedOn is not null) throw new Conflict("Introductions.OpenAlready");
        if (!it.IsMine && it.AskedOn is null) throw new Conflict("Introductions.NobodyAsked");
        if (!it.IsMine && side == Side.First) throw new Conflict("Introductions.YouAreTheFirst");
        // Whoever answers was asked, whether the owner said so or not.
        it.SentOn ??= today;
        it.AskedOn ??= today;
        if (!isToldToOwner && it.IsTooLate(today)) throw new Conflict("Introductions.TooLate");
        var (until, note, contact) = (reply.Consent == Consent.NotNow ? reply.Until : null, Texts.Filled(reply.Note), reply.Consent == Consent.Yes ? Texts.Filled(reply.Contact) : null);
        if (side == Side.First) (it.FirstAnswer, it.FirstUntil, it.FirstReply, it.FirstContact) = (reply.Consent, until, note, contact);
        else (it.SecondAnswer, it.SecondUntil, it.SecondReply, it.SecondContact) = (reply.Consent, until, note, contact);
        it.QuietUntil = null;
        if (it.SecondAnswer == Consent.Yes && (!it.IsMine || it.FirstAnswer == Consent.Yes)) it.OpenedOn = today;
    }

    /// <summary>No letter of this kind went out after all. What came otherwise stays: whoever answered was asked.</summary>
    public static void TakeBack(this Introduction it, IntroductionSend what)
    {
        if (what == IntroductionSend.Ask && it is { AcceptedOn: null, FirstAnswer: null, SecondAnswer: null }) (it.SentOn, it.AskedOn) = (null, null);
        if (what == IntroductionSend.Word && it.OutcomeOn is null) it.WroteOn = null;
        if (what == IntroductionSend.Thanks) it.ThankedOn = null;
    }

    /// <summary>What came of it. Said again, it counts as it was said last.</summary>
    public static void SayOutcome(this Introduction it, Side side, MeetingOutcome outcome, DateOnly today)
    {
        if (it.OpenedOn is null) throw new Conflict("Introductions.NotOpen");
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(outcome), "outcome", "Introductions.NotAnOutcome"));
        if (side == Side.First) it.FirstOutcome = outcome;
        else it.SecondOutcome = outcome;
        (it.OutcomeOn, it.QuietUntil) = (today, null);
        it.WroteOn ??= outcome == MeetingOutcome.Met ? today : null;
    }
}

/// <summary>How a connector passes an introduction on.</summary>
/// <param name="Blurb">What the other reads, as the connector edited it.</param>
/// <param name="Word">What the connector says themselves.</param>
/// <param name="IsBlind">No name is said before everybody has said yes.</param>
public sealed record PassingOn(string? Blurb = null, string? Word = null, bool IsBlind = false)
{
    public Problems Check() => new Problems()
        .When(Blurb?.Length > NewIntroduction.MostText, "blurb", "Introductions.TooLong", NewIntroduction.MostText)
        .When(Word?.Length > NewIntroduction.MostText, "word", "Introductions.TooLong", NewIntroduction.MostText);
}
