using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>An introduction, as programs are told of it.</summary>
public sealed record IntroductionAnswer
{
    public required Guid Id { get; init; }

    [Description("Who is asked to introduce you; not there where you introduce two others.")]
    public PersonLine? Connector { get; init; }

    [Description("The one of two whom you bring together.")]
    public PersonLine? First { get; init; }

    [Description("Whom you want to meet, or the other of two.")]
    public required PersonLine Second { get; init; }

    [Description("Whom it is to lead on to, as the first of two steps.")]
    public PersonLine? Towards { get; init; }

    public required string Purpose { get; init; }

    [Description("What the other reads; the purpose when not said.")]
    public string? Blurb { get; init; }

    [Description("No name is said before everybody has said yes.")]
    public required bool Blind { get; init; }

    [Description("How you can be reached: told when everybody has said yes.")]
    public string? Contact { get; init; }

    [Description("The last day on which the connector's answer helps.")]
    public required DateOnly AnswerBy { get; init; }

    public required IntroductionState State { get; init; }

    [Description("What you can do next.")]
    public required IntroductionStep Step { get; init; }

    [Description("How it stands, in a sentence: also that what you sent for this step reached nobody, and what you can do.")]
    public required string Sentence { get; init; }

    public DateOnly? SentOn { get; init; }

    [Description("When the connector said yes. A no is never kept: it looks like silence.")]
    public DateOnly? AcceptedOn { get; init; }

    [Description("What the connector says of it.")]
    public string? Word { get; init; }

    public IntroducedAnswer? FirstSide { get; init; }

    public required IntroducedAnswer SecondSide { get; init; }

    [Description("When everybody had said yes.")]
    public DateOnly? OpenedOn { get; init; }

    public DateOnly? WroteOn { get; init; }

    [Description("What came of it.")]
    public MeetingOutcome? Outcome { get; init; }

    public DateOnly? ThankedOn { get; init; }

    [Description("What to think of before you ask the connector, as long as the step is to send; not there in a list.")]
    public IReadOnlyList<string>? Hints { get; init; }

    [Description("What this server sent about it; not there in a list.")]
    public IReadOnlyList<PostedLetter>? Posted { get; init; }

    public static IntroductionAnswer Of(IntroductionLine line, DateOnly today)
    {
        var it = line.It;
        return new()
        {
            Id = it.Id, Connector = it.ConnectorId is { } c ? new(c, line.Connector!) : null, First = it.FirstId is { } f ? new(f, line.First!) : null, Second = new(it.SecondId, line.Second), Towards = line.Towards, Purpose = it.Purpose, Blurb = it.Blurb, Blind = it.IsBlind,
            Contact = it.Contact, AnswerBy = it.AnswerBy, State = it.StateOn(today), Step = it.StepOn(today), Sentence = IntroductionWords.State(line, today).InWords(), SentOn = it.SentOn, AcceptedOn = it.AcceptedOn, Word = it.Word,
            FirstSide = it.IsMine ? new(it.FirstAnswer, it.FirstUntil, it.FirstReply, it.OpenedOn is null ? null : it.FirstContact, it.FirstOutcome) : null,
            SecondSide = new(it.SecondAnswer, it.SecondUntil, it.SecondReply, it.OpenedOn is null ? null : it.SecondContact, it.SecondOutcome),
            OpenedOn = it.OpenedOn, WroteOn = it.WroteOn, Outcome = it.Outcome(), ThankedOn = it.ThankedOn,
        };
    }
}

/// <summary>A letter about an introduction that this server sent, or will.</summary>
public sealed record PostedLetter(
    Guid Id,
    [property: Description("The address it goes to.")] string To,
    string Subject,
    [property: Description("`waiting`, `claimed` (being sent), `sent`, `failed`, `perhapsSent`, `held` or `cameBack`.")] string State,
    [property: Description("The same in words.")] string Says,
    [property: Description("Why it did not come through, or may not have, in words.")] string? Trouble,
    [property: Description("Nobody sends it again but you.")] bool MayBeSentAgain);

/// <summary>What one of those who are to meet answered.</summary>
public sealed record IntroducedAnswer(
    Consent? Answer,
    [property: Description("Until when it is not now.")] DateOnly? Until = null,
    [property: Description("What they wrote with it.")] string? Note = null,
    [property: Description("How they can be reached: told when everybody has said yes.")] string? Contact = null,
    [property: Description("What came of it, by their link.")] MeetingOutcome? Outcome = null);

/// <summary>A new introduction, as programs write it.</summary>
public sealed record IntroductionFields
{
    [Description("Whom you want to meet, or one of the two you bring together.")]
    public required Guid Second { get; init; }

    [Description("Who is asked to introduce you.")]
    public Guid? Through { get; init; }

    [Description("The other of the two you bring together; instead of `through`.")]
    public Guid? First { get; init; }

    [Description("Whom it is to lead on to: then this is the first of two steps, and the page offers the next when you have met.")]
    public Guid? Towards { get; init; }

    [Description("What it is for.")]
    public required string Purpose { get; init; }

    [Description("What is passed on to the other; the purpose when not said.")]
    public string? Blurb { get; init; }

    [Description("No name is said before everybody has said yes.")]
    public bool Blind { get; init; }

    [Description("How you can be reached; your mail address when not said.")]
    public string? Contact { get; init; }

    [Description("The last day on which the connector's answer helps; seven days from now when not said.")]
    public DateOnly? AnswerBy { get; init; }

    public NewIntroduction ToIntroduction() => new() { ConnectorId = Through, FirstId = First, SecondId = Second, TowardsId = Towards, Purpose = Purpose, Blurb = Blurb, IsBlind = Blind, Contact = Contact, AnswerBy = AnswerBy };
}

/// <summary>What became of an introduction, or what it is for.</summary>
public sealed record IntroductionChangeFields
{
    [Description("What it is for; until those who are to meet are asked.")]
    public string? Purpose { get; init; }

    [Description("What is passed on to the other; `null` for the purpose.")]
    public string? Blurb { get; init; }

    public bool? Blind { get; init; }

    [Description("How you can be reached.")]
    public string? Contact { get; init; }

    public DateOnly? AnswerBy { get; init; }

    [Description("The message to the connector in your own words; `null` to have it written anew.")]
    public string? Message { get; init; }

    [Description("What this server is to send now, where it can send mail: what it sends counts as sent, and asked for twice it is sent once. What did not reach whom it was for goes out anew, to the address that is known now.")]
    public IntroductionSend? Send { get; init; }

    [Description("`true`: it is sent, which is noted as a touch.")]
    public bool? Sent { get; init; }

    [Description("`true`: the connector said otherwise than by the link that they ask the other.")]
    public bool? PassedOn { get; init; }

    [Description("What one of those who are to meet answered otherwise than by the link.")]
    public ConsentFields? Answer { get; init; }

    [Description("`true`: the first message went to the other, or to both.")]
    public bool? Wrote { get; init; }

    [Description("What came of it.")]
    public MeetingOutcome? Outcome { get; init; }

    [Description("Thanks to the connector, who reads them on their page too.")]
    public string? Thanks { get; init; }

    [Description("`true`: it is taken back, and its links open nothing any more.")]
    public bool? Withdrawn { get; init; }

    [Description("`true`: nothing more is to come of it.")]
    public bool? Closed { get; init; }
}

public sealed record ConsentFields(Consent Answer, [property: Description("Whose, where you introduce two others; `second` when not said.")] Side? Side = null, DateOnly? Until = null, string? Note = null, string? Contact = null);

/// <summary>For whom a link is.</summary>
public sealed record IntroductionLinkFields([property: Description("`connector`; `first` or `second` where you introduce two others.")] LinkTo To);

/// <summary>A link by which one of them can answer, and the message with it.</summary>
public sealed record IntroductionLinkAnswer([property: Description("Shown now and never again: only its hash is kept.")] string Link, [property: Description("The message with the link in it.")] string Text, [property: Description("Where mail reaches whom you send it to; null when no address is known: give it to them in another way.")] string? Mail);
