using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>A commitment, as programs are told of it.</summary>
public sealed record CommitmentAnswer
{
    public required Guid Id { get; init; }

    [Description("What you promise, as it counts today.")]
    public required string Outcome { get; init; }

    public string? Measure { get; init; }

    [Description("What counts as done.")]
    public string? Counts { get; init; }

    public required DateOnly Due { get; init; }

    [Description("The first small step.")]
    public string? FirstStep { get; init; }

    public Guid? GoalId { get; init; }

    [Description("The witness; null when there is none, or they are gone.")]
    public PersonLine? Witness { get; init; }

    public required WitnessState WitnessState { get; init; }

    [Description("How it stands with the witness, in a sentence.")]
    public required string WitnessSentence { get; init; }

    [Description("The day of the week of the check-ins.")]
    public required DayOfWeek CheckInOn { get; init; }

    public required CommitmentState State { get; init; }

    [Description("It rests today: nothing reminds, and no week is missed.")]
    public required bool IsPaused { get; init; }

    [Description("The pause of today and those to come.")]
    public IReadOnlyList<RestAnswer> Pauses { get; init; } = [];

    [Description("How it stands, in a sentence.")]
    public required string Sentence { get; init; }

    [Description("The day of the check-in that waits for an answer.")]
    public DateOnly? CheckInToAnswer { get; init; }

    public DateOnly? NextCheckIn { get; init; }

    [Description("Three check-ins in a row were not done or had no report: make it smaller, drop it, or go on.")]
    public required bool SeemsTooLarge { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? CameOfIt { get; init; }

    public Guid? LearningId { get; init; }

    public IReadOnlyList<CheckInDayAnswer> CheckIns { get; init; } = [];

    public IReadOnlyList<PromiseChangeAnswer> Changes { get; init; } = [];

    [Description("What the witness wrote, the last first.")]
    public IReadOnlyList<WitnessWordAnswer> Words { get; init; } = [];

    public static CommitmentAnswer Of(CommitmentLine line, DateOnly today)
    {
        var (course, it, promise) = (line.Course, line.It, line.Course.PromiseOn(today));
        return new()
        {
            Id = it.Id, Outcome = promise.Outcome, Measure = promise.Measure, Counts = promise.Counts, Due = promise.Due, FirstStep = it.FirstStep, GoalId = line.Goal is null ? null : it.GoalId,
            Witness = line.Witness, WitnessState = it.Witness, WitnessSentence = CommitmentWords.Witness(line, today).InWords(), CheckInOn = it.CheckInOn, State = it.State, IsPaused = course.IsOpen && course.IsPausedOn(today),
            Pauses = course.IsOpen ? [.. course.PausesFrom(today).Select(p => new RestAnswer(p.From, p.Until))] : [],
            Sentence = CommitmentWords.State(course, today).InWords(), CheckInToAnswer = course.CheckInToAnswer(today), NextCheckIn = course.NextCheckIn(today), SeemsTooLarge = course.SeemsTooLarge(today),
            EndedOn = it.EndedOn, CameOfIt = it.CameOfIt, LearningId = it.LearningId,
            CheckIns = [.. course.CheckInsBy(today).Select(d => new CheckInDayAnswer(d.On, d.State, d.Report?.Sentence, d.Report?.NextStep, d.Report?.ReportedOn))],
            Changes = [.. course.Changes.Select(c => PromiseChangeAnswer.Of(course, c, today))],
            Words = [.. line.Words.Select(w => new WitnessWordAnswer(w.On, w.Text))],
        };
    }
}

/// <summary>A pause, as programs are told of it.</summary>
public sealed record RestAnswer(DateOnly From, [property: Description("Its last day; null until you go on.")] DateOnly? Until);

/// <summary>A week, as programs are told of it.</summary>
public sealed record CheckInDayAnswer(
    [property: Description("The day on which it was due.")] DateOnly On, [property: Description("`waiting` for three days, then `noReport`, until there is a report.")] CheckInState State, string? Sentence = null, string? NextStep = null, DateOnly? ReportedOn = null);

/// <summary>A change of a promise, as programs are told of it.</summary>
public sealed record PromiseChangeAnswer(DateOnly AskedOn, [property: Description("From this day on it counts.")] DateOnly From, ChangeReason Reason, string? Because, [property: Description("What was promised before, and what instead, in sentences.")] IReadOnlyList<string> Sentences)
{
    internal static PromiseChangeAnswer Of(CommitmentCourse course, CommitmentChange change, DateOnly today) =>
        new(change.AskedOn, change.From, change.Reason, change.Because, [CommitmentWords.Change(change, today).InWords(), .. CommitmentWords.Differences(course.Before(change), CommitmentCourse.Of(change)).Select(d => d.InWords())]);
}

public sealed record WitnessWordAnswer(DateOnly On, string Text);

/// <summary>A commitment, as programs make it.</summary>
public sealed record CommitmentFields
{
    [Description("What you promise to do.")]
    public required string Outcome { get; init; }

    [Description("By when.")]
    public required DateOnly Due { get; init; }

    [Description("How it is measured.")]
    public string? Measure { get; init; }

    [Description("What counts as done.")]
    public string? Counts { get; init; }

    [Description("The first small step.")]
    public string? FirstStep { get; init; }

    [Description("The goal it is under.")]
    public Guid? GoalId { get; init; }

    [Description("Who is to be the witness; nobody is asked before you make a link.")]
    public Guid? WitnessId { get; init; }

    [Description("The day of the week of the check-ins; that of today when not said.")]
    public DayOfWeek? CheckInOn { get; init; }

    public NewCommitment ToNew() => new() { Promise = new(Outcome, Due, Measure, Counts), FirstStep = FirstStep, GoalId = GoalId, WitnessId = WitnessId, CheckInOn = CheckInOn };
}

/// <summary>A promise made anew, as programs write it.</summary>
public sealed record PromiseFields
{
    public required string Outcome { get; init; }

    public required DateOnly Due { get; init; }

    public string? Measure { get; init; }

    public string? Counts { get; init; }

    public string? FirstStep { get; init; }

    public Guid? GoalId { get; init; }

    [Description("`health` or `emergency`: it counts at once. Otherwise, once a witness has accepted, it counts after a week.")]
    public ChangeReason? Reason { get; init; }

    [Description("Why, in your words. Your witness reads it.")]
    public string? Because { get; init; }

    public NewChange ToNew() => new(new(Outcome, Due, Measure, Counts)) { FirstStep = FirstStep, GoalId = GoalId, Reason = Reason ?? ChangeReason.Notice, Because = Because };
}

/// <summary>A check-in, as programs make it.</summary>
public sealed record CheckInFields(Went Answer, [property: Description("One sentence. Your witness reads it.")] string? Sentence = null, [property: Description("What is next. Your witness reads it.")] string? NextStep = null, [property: Description("The day on which it was due; the one that waits when not said.")] DateOnly? For = null);

public sealed record CommitmentPauseFields([property: Description("Its first day; today when not said.")] DateOnly? From = null, [property: Description("Its last day; until you go on when not said.")] DateOnly? Until = null);

/// <summary>How a commitment ended, as programs say it.</summary>
public sealed record CommitmentEndFields(
    [property: Description("`kept`, `partlyKept`, `notKept` or `dropped`.")] CommitmentState State, [property: Description("What came of it. Your witness reads it.")] string? CameOfIt = null, [property: Description("What you learned; it is kept as a learning.")] string? Learned = null, [property: Description("What the learning is about.")] string? Topic = null);

public sealed record WitnessFields(Guid PersonId);

public sealed record WitnessReplyFields([property: Description("What they answered otherwise than by their link.")] bool Accepted);

/// <summary>A link for the witness, and the message with it.</summary>
public sealed record WitnessLinkAnswer([property: Description("Shown now and never again: only its hash is kept.")] string Link, [property: Description("The message with the link in it.")] string Text);
