using System.ComponentModel;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>An ask, as programs are told of it.</summary>
public sealed record AskAnswer
{
    public required Guid Id { get; init; }

    [Description("Who was asked.")]
    public required PersonLine Person { get; init; }

    public required string What { get; init; }

    [Description("Minutes, or words.")]
    public string? HowLong { get; init; }

    [Description("The last day on which an answer helps.")]
    public required DateOnly AnswerBy { get; init; }

    [Description("What you offer in return.")]
    public string? InReturn { get; init; }

    public required Weight Weight { get; init; }

    [Description("The need it is for.")]
    public Guid? NeedId { get; init; }

    public SupportKind? Kind { get; init; }

    [Description("Asks to be one of those you can lean on.")]
    public required bool IsFirst { get; init; }

    [Description("What a first ask asks for.")]
    public string? Scope { get; init; }

    public DateOnly? Until { get; init; }

    [Description("What it is about is in no search, mail, calendar, note or assistant.")]
    public bool IsConfidential { get; init; }

    public required AskState State { get; init; }

    [Description("What you can do next.")]
    public required AskStep Step { get; init; }

    [Description("How it stands, in a sentence.")]
    public required string Sentence { get; init; }

    public DateOnly? SentOn { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public DateOnly? NotNowUntil { get; init; }

    [Description("What they wrote with their answer.")]
    public string? Reply { get; init; }

    [Description("What you told them when they wanted to know more.")]
    public string? More { get; init; }

    public Outcome? Outcome { get; init; }

    public DateOnly? ThankedOn { get; init; }

    public static AskAnswer Of(AskLine line, DateOnly today) => new()
    {
        Id = line.Ask.Id, Person = line.Person, What = line.Ask.What, HowLong = line.Ask.HowLong, AnswerBy = line.Ask.AnswerBy, InReturn = line.Ask.InReturn, Weight = line.Ask.Weight,
        NeedId = line.Need is null ? null : line.Ask.NeedId, Kind = line.Ask.Kind, IsFirst = line.Ask.IsFirst, Scope = line.Ask.Scope, Until = line.Ask.Until, IsConfidential = line.Ask.IsConfidential,
        State = line.Ask.StateOn(today), Step = line.Ask.StepOn(today), Sentence = AskWords.State(line.Ask, line.Name, today).InWords(), SentOn = line.Ask.SentOn, AnsweredOn = line.Ask.AnsweredOn,
        NotNowUntil = line.Ask.NotNowUntil, Reply = line.Ask.Reply, More = line.Ask.More, Outcome = line.Ask.Outcome, ThankedOn = line.Ask.ThankedOn,
    };
}

/// <summary>A new ask, as programs write it.</summary>
public sealed record AskFields
{
    public required Guid PersonId { get; init; }

    [Description("One clear request.")]
    public required string What { get; init; }

    [Description("Minutes, or words.")]
    public string? HowLong { get; init; }

    [Description("The last day on which an answer helps; three days from now when not said, seven for volunteers.")]
    public DateOnly? AnswerBy { get; init; }

    public string? InReturn { get; init; }

    [Description("How much it is; `normal` when not said.")]
    public Weight? Weight { get; init; }

    public Guid? NeedId { get; init; }

    public SupportKind? Kind { get; init; }

    [Description("Asks to be one of those you can lean on; a yes is an agreement and counts in what covers the need.")]
    public bool IsFirst { get; init; }

    public string? Scope { get; init; }

    public DateOnly? Until { get; init; }

    [Description("The message in your own words; `[link]` is the place of the link.")]
    public string? Message { get; init; }

    [Description("Keep what it is about out of search, mails, the calendar, notes and assistants.")]
    public bool IsConfidential { get; init; }

    [Description("Whom to ask next if this one does not help.")]
    public IReadOnlyList<Guid>? Then { get; init; }

    [Description("The ask before, of which this is the next.")]
    public Guid? After { get; init; }

    public NewAsk ToAsk() => new()
    {
        PersonId = PersonId, What = What, HowLong = HowLong, AnswerBy = AnswerBy, InReturn = InReturn, Weight = Weight ?? Exchange.Weight.Normal, NeedId = NeedId, Kind = Kind,
        IsFirst = IsFirst, Scope = Scope, Until = Until, Message = Message, IsConfidential = IsConfidential, Then = Then ?? [], After = After,
    };
}

/// <summary>What became of an ask.</summary>
public sealed record AskChangeFields
{
    [Description("The message in your own words; `null` to have it written anew.")]
    public string? Message { get; init; }

    [Description("`true`: it is sent, which is noted as a touch.")]
    public bool? Sent { get; init; }

    [Description("What they answered, if not by their link.")]
    public AskReplyFields? Answer { get; init; }

    [Description("What they wanted to know.")]
    public string? More { get; init; }

    [Description("What came of a yes; help is noted as a favour.")]
    public Outcome? Outcome { get; init; }

    [Description("`true`: they were thanked, which is noted as a touch.")]
    public bool? Thanked { get; init; }

    [Description("`true`: nothing more is to come of it.")]
    public bool? Closed { get; init; }

    [Description("`true`: it is taken back, and its links open nothing any more.")]
    public bool? Withdrawn { get; init; }
}

public sealed record AskReplyFields(AskReplyKind Answer, string? Note = null, [property: Description("Until when it is not now.")] DateOnly? Until = null);

/// <summary>A link by which an ask can be answered, and the message with it.</summary>
public sealed record AskLinkAnswer([property: Description("Shown now and never again: only its hash is kept.")] string Link, [property: Description("The message with the link in it.")] string Text);

/// <summary>Somebody to ask next, as programs are told of them.</summary>
public sealed record NextPersonAnswer(Guid Id, string Name, [property: Description("You named them for this; otherwise they are only thought of.")] bool Named, [property: Description("Why, in sentences.")] IReadOnlyList<string> Reasons)
{
    public static NextPersonAnswer Of(NextPerson next) => new(next.Person.Id, next.Person.Name, next.IsNamed, [.. next.Reasons.Select(r => r.InWords())]);
}
