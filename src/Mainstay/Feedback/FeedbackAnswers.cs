using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary>A request for feedback, as programs are told of it.</summary>
public sealed record FeedbackAnswer(Guid Id, string About, IReadOnlyList<string> Questions, bool IsAnonymous, DateOnly DueOn)
{
    [Description("How many answered. Of an anonymous request no more is known until it is over and three answered.")]
    public int? Answered { get; init; }

    [Description("Those who are asked.")]
    public IReadOnlyList<FeedbackInviteAnswer> People { get; init; } = [];

    [Description("The answers to each question, in the order of the questions; empty as long as they may not be read.")]
    public IReadOnlyList<IReadOnlyList<FeedbackSaidAnswer>> Answers { get; init; } = [];

    [Description("What you can do next.")]
    public FeedbackStep Step { get; init; }

    [Description("How it stands, in a sentence.")]
    public string Sentence { get; init; } = "";

    public DateOnly? ClosedOn { get; init; }

    [Description("What you will do about it.")]
    public string? Response { get; init; }

    public DateOnly? RespondedOn { get; init; }

    [Description("When those who answered were told, and thanked.")]
    public DateOnly? ToldOn { get; init; }

    [Description("What is different because of it.")]
    public string? Changed { get; init; }

    public DateOnly? ChangedOn { get; init; }

    public static FeedbackAnswer Of(FeedbackLine line, DateOnly today) => new(line.It.Id, line.It.About, line.It.Asked, line.It.IsAnonymous, line.It.DueOn)
    {
        Answered = line.It.IsAnonymous && !line.It.IsShown(line.Counts, today) ? null : line.Counts.Answered,
        People = [.. line.People.Select(p => FeedbackInviteAnswer.Of(line, p))],
        Answers = [.. line.Said(today).Select(q => (IReadOnlyList<FeedbackSaidAnswer>)[.. q.Select(s => new FeedbackSaidAnswer(s.Text, s.Person, s.On))])],
        Step = line.StepOn(today),
        Sentence = FeedbackWords.State(line, today).InWords(),
        ClosedOn = line.It.ClosedOn,
        Response = line.It.Response,
        RespondedOn = line.It.RespondedOn,
        ToldOn = line.It.ToldOn,
        Changed = line.It.Changed,
        ChangedOn = line.It.ChangedOn,
    };
}

/// <summary>Somebody who is asked, as programs are told of it.</summary>
public sealed record FeedbackInviteAnswer(Guid Id, PersonLine Person, [property: Description("How it stands with them, in a sentence.")] string Sentence)
{
    [Description("Whether they answered or declined; null where that is not told.")]
    public InviteState? State { get; init; }

    public DateOnly? SentOn { get; init; }

    public DateOnly? RemindedOn { get; init; }

    public static FeedbackInviteAnswer Of(FeedbackLine line, InviteLine invite) => new(invite.It.Id, invite.Person, FeedbackWords.State(line, invite).InWords())
    {
        State = line.It.IsAnonymous ? null : invite.It.State,
        SentOn = invite.It.SentOn,
        RemindedOn = invite.It.RemindedOn,
    };
}

/// <summary>What one said to one question.</summary>
public sealed record FeedbackSaidAnswer(string Text, [property: Description("Null where nobody is to know who it was, or they are gone.")] PersonLine? Person, DateOnly? On);

/// <summary>A request for feedback, as programs write it.</summary>
public sealed record FeedbackFields
{
    [Description("What it is about.")]
    public required string About { get; init; }

    [Description("One to three questions.")]
    public IReadOnlyList<string> Questions { get; init; } = [];

    [Description("Nobody learns who answered what; answers are shown from three on. Said once, when it is made.")]
    public bool IsAnonymous { get; init; }

    [Description("The last day on which an answer helps; two weeks from now when not said.")]
    public DateOnly? DueOn { get; init; }

    [Description("Whom to ask.")]
    public IReadOnlyList<Guid>? People { get; init; }

    public NewFeedback ToNew() => new() { About = About, Questions = Questions, IsAnonymous = IsAnonymous, DueOn = DueOn, People = People ?? [] };
}

/// <summary>What became of a request for feedback. What is not said stays.</summary>
public sealed record FeedbackChangeFields
{
    [Description("The message in your own words; `[name]` and `[link]` are the places of both. `null` to have it written anew.")]
    public string? Message { get; init; }

    [Description("More people to ask.")]
    public IReadOnlyList<Guid>? People { get; init; }

    [Description("A later last day.")]
    public DateOnly? DueOn { get; init; }

    [Description("`true`: no more answers are taken.")]
    public bool? Closed { get; init; }

    [Description("What you will do about it.")]
    public string? Response { get; init; }

    [Description("`true`: those who answered were told, and thanked.")]
    public bool? Told { get; init; }

    [Description("What is different because of it.")]
    public string? Changed { get; init; }
}

/// <summary>How it stands with one of those who are asked. What is not said stays.</summary>
public sealed record FeedbackInviteFields
{
    [Description("`true`: it is sent to them, which is noted as a touch.")]
    public bool? Sent { get; init; }

    [Description("`true`: they were reminded, once.")]
    public bool? Reminded { get; init; }

    [Description("What they said otherwise, question by question; not where nobody is to know who said what.")]
    public IReadOnlyList<string?>? Said { get; init; }
}

/// <summary>A link by which feedback can be given, and the message with it.</summary>
public sealed record FeedbackLinkAnswer([property: Description("Shown now and never again: only its hash is kept.")] string Link, [property: Description("The message with the link in it.")] string Text);

/// <summary>How often you mean to ask for feedback.</summary>
public sealed record FeedbackRhythmAnswer([property: Description("Every so many months; null when you did not say.")] int? Months, [property: Description("When you mean to ask next.")] DateOnly? NextOn);

public sealed record FeedbackRhythmFields([property: Description("1 to 24.")] int Months);
