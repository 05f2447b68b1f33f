using System.ComponentModel;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>A seat, as programs are told of it.</summary>
public sealed record SeatAnswer
{
    public required Guid Id { get; init; }

    public required SeatFunction Function { get; init; }

    [Description("What for in particular.")]
    public string? Topic { get; init; }

    public required SeatState State { get; init; }

    [Description("How it stands, in a sentence.")]
    public required string Sentence { get; init; }

    [Description("Who sits there, or is asked to.")]
    public PersonLine? Person { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    [Description("What was agreed.")]
    public string? Scope { get; init; }

    [Description("How often a year you mean to talk.")]
    public int? TimesAYear { get; init; }

    [Description("What you give in return.")]
    public string? Gives { get; init; }

    [Description("When you would talk again.")]
    public DateOnly? NextTalkOn { get; init; }

    [Description("The ask by which they were asked.")]
    public Guid? AskId { get; init; }

    public static SeatAnswer Of(SeatLine line, DateOnly today) => new()
    {
        Id = line.Seat.Id, Function = line.Seat.Function, Topic = line.Seat.Topic, State = line.StateOn(today), Sentence = BoardWords.State(line, today).InWords(), Person = line.MeantOn(today),
        Since = line.SittingOn(today) is null ? null : line.Since, Until = line.Seat.Until, Scope = line.Seat.Scope, TimesAYear = line.Seat.TimesAYear, Gives = line.Seat.Gives, NextTalkOn = line.StateOn(today) == SeatState.Taken ? line.NextTalkOn : null, AskId = line.Ask?.Id,
    };
}

/// <summary>The board of advisors, as programs are told of it.</summary>
public sealed record BoardAnswer([property: Description("How it stands, in a sentence.")] string Summary, IReadOnlyList<SeatAnswer> Seats, IReadOnlyList<BoardFindingAnswer> Findings,
    [property: Description("Functions without a seat.")] IReadOnlyList<SeatFunction> Missing, [property: Description("Who might have a function that nobody has.")] IReadOnlyList<SeatThoughtAnswer> Thoughts)
{
    public static BoardAnswer Of(AdvisoryBoard board) => new(board.Summary.InWords(), [.. board.Seats.Select(s => SeatAnswer.Of(s, board.On))],
        [.. board.Findings.Select(f => new BoardFindingAnswer(f.Kind, f.Sentence.InWords(), [.. f.Reasons.Select(r => r.InWords())]))], [.. board.Missing],
        [.. board.Missing.Concat(board.Free.Select(s => s.Seat.Function)).Distinct().SelectMany(f => board.Thoughts[f]).Select(t => new SeatThoughtAnswer(t.Function, new(t.PersonId, t.Name), [.. t.Reasons.Select(r => r.InWords())]))]);
}

public sealed record BoardFindingAnswer(BoardFindingKind Kind, string Sentence, IReadOnlyList<string> Reasons);

public sealed record SeatThoughtAnswer(SeatFunction Function, PersonLine Person, IReadOnlyList<string> Reasons);

/// <summary>A seat, as programs write it.</summary>
public sealed record SeatFields
{
    public required SeatFunction Function { get; init; }

    [Description("What for in particular.")]
    public string? Topic { get; init; }

    [Description("Who sits there; nobody yet when not said.")]
    public Guid? PersonId { get; init; }

    [Description("Since when; today when not said.")]
    public DateOnly? Since { get; init; }

    [Description("The last day of what was agreed.")]
    public DateOnly? Until { get; init; }

    [Description("What was agreed: “half an hour, four times a year”.")]
    public string? Scope { get; init; }

    [Description("How often a year you mean to talk, 1 to 52.")]
    public int? TimesAYear { get; init; }

    [Description("What you give in return.")]
    public string? Gives { get; init; }

    public NewSeat ToSeat() => new() { Function = Function, Topic = Topic, PersonId = PersonId, Since = Since, Until = Until, Scope = Scope, TimesAYear = TimesAYear, Gives = Gives };
}

/// <summary>The request to take a seat, as programs write it.</summary>
public sealed record SeatAskFields
{
    public required Guid PersonId { get; init; }

    [Description("How much, how often: “half an hour, four times a year”.")]
    public string? Scope { get; init; }

    [Description("How often a year you mean to talk, 1 to 52.")]
    public int? TimesAYear { get; init; }

    [Description("The last day of what you ask for.")]
    public DateOnly? Until { get; init; }

    [Description("What you give in return.")]
    public string? Gives { get; init; }

    [Description("The last day on which an answer helps.")]
    public DateOnly? AnswerBy { get; init; }

    [Description("The need they would help with.")]
    public Guid? NeedId { get; init; }

    public SeatAsk ToAsk() => new(PersonId) { Scope = Scope, TimesAYear = TimesAYear, Until = Until, Gives = Gives, AnswerBy = AnswerBy, NeedId = NeedId };
}

/// <summary>A brief before a talk, as programs are told of it.</summary>
public sealed record BriefAnswer(PersonLine Person, IReadOnlyList<BriefSectionAnswer> Sections)
{
    public static BriefAnswer Of(Brief brief) => new(brief.Person, [.. brief.Sections.Select(s => new BriefSectionAnswer(s.Title.InWords(), [.. s.Lines.Select(l => l.InWords())]))]);
}

public sealed record BriefSectionAnswer(string Title, IReadOnlyList<string> Lines);

/// <summary>A piece of advice, as programs are told of it.</summary>
public sealed record AdviceAnswer(Guid Id, PersonLine Person, DateOnly On, string? Question, string Text, string? Decision, DateOnly? DecidedOn, string? Result, DateOnly? ResultOn,
    [property: Description("When they heard what came of it.")] DateOnly? ToldOn, [property: Description("What you can do next.")] AdviceStep Step, [property: Description("How it stands, in a sentence.")] string Sentence)
{
    public static AdviceAnswer Of(AdviceLine line) => new(line.Advice.Id, line.Person, line.Advice.On, line.Advice.Question, line.Advice.Text, line.Advice.Decision, line.Advice.DecidedOn, line.Advice.Result, line.Advice.ResultOn, line.Advice.ToldOn, line.Advice.Step(), BoardWords.State(line.Advice).InWords());
}

/// <summary>A piece of advice, as programs write it.</summary>
public sealed record AdviceFields
{
    public required Guid PersonId { get; init; }

    [Description("What they said.")]
    public required string Text { get; init; }

    [Description("What you had asked.")]
    public string? Question { get; init; }

    [Description("The day; today when not said.")]
    public DateOnly? On { get; init; }

    [Description("How you talked: it is noted as a touch, unless one of the same kind is noted for that day. Not noted when not said.")]
    public TouchKind? Talk { get; init; }

    public NewAdvice ToAdvice() => new() { PersonId = PersonId, Text = Text, Question = Question, On = On, Talk = Talk };
}

/// <summary>What became of a piece of advice, as programs write it. What is not said stays.</summary>
public sealed record AdviceChangeFields
{
    [Description("What they said, corrected.")]
    public string? Text { get; init; }

    [Description("What you had asked, corrected.")]
    public string? Question { get; init; }

    public DateOnly? On { get; init; }

    [Description("What you decided.")]
    public string? Decision { get; init; }

    [Description("What came of it.")]
    public string? Result { get; init; }

    [Description("`true`: they heard what came of it.")]
    public bool? Told { get; init; }
}
