using System.Globalization;
using System.Text;
using Mainstay.Exchange;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>How commitments are spoken of: facts, neither praise nor blame.</summary>
public static class CommitmentWords
{
    private const int LongestTitle = 90;

    internal static string Href(Guid id) => $"{CommitmentsPage.Address}/{id}";

    internal static string Title(CommitmentCourse course, DateOnly today) => Texts.Shortened(course.PromiseOn(today).Outcome.Split('\n')[0].TrimEnd(), LongestTitle);

    /// <summary>How it stands, in one sentence.</summary>
    public static Reason State(CommitmentCourse course, DateOnly today)
    {
        if (!course.IsOpen) return new($"Accountability.State{course.It.State}", course.It.EndedOn);
        var due = course.PromiseOn(today).Due;
        if (course.PauseOn(today) is { } pause) return pause.Until is { } until ? new("Accountability.PausedUntil", until) : new("Accountability.PausedOpen");
        return due < today ? new("Accountability.WasDue", due) : due == today ? new("Accountability.DueToday") : new("Accountability.DueOn", due);
    }

    /// <summary>The same for the witness; null when the line of its day says all there is.</summary>
    public static Reason? StateForWitness(CommitmentCourse course, DateOnly today) => course.IsOpen && course.PauseOn(today) is { } pause
        ? pause.Until is { } until ? new("Accountability.RestsUntil", until) : new("Accountability.RestsOpen")
        : State(course, today) is { Key: not "Accountability.DueOn" } state ? state : null;

    /// <summary>Which check-in waits, or when the next one is; null when there is none before it is due.</summary>
    public static Reason? Next(CommitmentCourse course, DateOnly today) =>
        course.CheckInToAnswer(today) is { } waits ? new("Accountability.CheckInWaits", waits) : course.NextCheckIn(today) is { } next ? new("Accountability.NextCheckIn", next) : null;

    /// <summary>When it will rest; that it rests already, its state says.</summary>
    public static IReadOnlyList<Reason> ComingPauses(CommitmentCourse course, DateOnly today) => course.IsOpen
        ? [.. course.PausesFrom(today).Where(p => p.From > today).Select(p => p.Until is { } until ? new Reason("Accountability.WillRest", p.From, until) : new Reason("Accountability.WillRestOpen", p.From))] : [];

    /// <summary>How it stands with the witness.</summary>
    public static Reason Witness(CommitmentLine line, DateOnly today) => line.It switch
    {
        { Witness: WitnessState.None } => new("Accountability.NoWitness"),
        _ when line.Name is not { } => new("Accountability.WitnessGone"),
        var it when it.IsSilent(today) => new("Accountability.WitnessSilent", line.Name, it.WitnessAskedOn),
        { Witness: WitnessState.Asked } it => new("Accountability.WitnessAsked", line.Name, it.WitnessAskedOn, it.WitnessAskedOn?.AddDays(Witnessing.DaysToAnswer)),
        var it => new($"Accountability.Witness{it.Witness}", line.Name, it.WitnessOn),
    };

    /// <summary>What became of a week, in a word or two.</summary>
    public static Reason Week(CheckInDay day) => new($"Accountability.Week{day.State}");

    /// <summary>When a change counts, and why without notice.</summary>
    public static Reason Change(CommitmentChange change, DateOnly today) => new(change.Reason == ChangeReason.Notice
        ? change.From > today ? "Accountability.ChangeAnnounced" : "Accountability.ChangeWithNotice"
        : $"Accountability.ChangeFor{change.Reason}", change.From, change.AskedOn);

    /// <summary>What was promised before and what is promised instead, part by part.</summary>
    public static IReadOnlyList<Reason> Differences(Promise before, Promise after) =>
    [
        .. before.Outcome == after.Outcome ? [] : new Reason[] { new("Accountability.ChangedOutcome", before.Outcome, after.Outcome) },
        .. before.Due == after.Due ? [] : new Reason[] { new("Accountability.ChangedDue", before.Due, after.Due) },
        .. Part("Measure", before.Measure, after.Measure),
        .. Part("Counts", before.Counts, after.Counts),
    ];

    private static IEnumerable<Reason> Part(string part, string? before, string? after)
    {
        if (before == after) yield break;
        yield return before is null ? new($"Accountability.Added{part}", after) : after is null ? new($"Accountability.Dropped{part}", before) : new($"Accountability.Changed{part}", before, after);
    }

    /// <summary>The promise beside its outcome, line by line, and the first step, which is for the owner alone.</summary>
    public static IReadOnlyList<Reason> LinesForOwner(CommitmentCourse course, DateOnly today) => [.. Lines(course, today), .. course.It.FirstStep is { } step ? [new("Accountability.FirstStepIs", step)] : Array.Empty<Reason>()];

    /// <summary>The promise beside its outcome, line by line, as the witness reads it too.</summary>
    public static IReadOnlyList<Reason> Lines(CommitmentCourse course, DateOnly today)
    {
        var promise = course.PromiseOn(today);
        return
        [
            new("Accountability.ByWhen", promise.Due),
            .. promise.Measure is { } measure ? [new("Accountability.MeasuredBy", measure)] : Array.Empty<Reason>(),
            .. promise.Counts is { } counts ? [new("Accountability.CountsAsDone", counts)] : Array.Empty<Reason>(),
        ];
    }

    /// <summary>Why it is proposed to make it smaller or to drop it.</summary>
    public static IReadOnlyList<Reason> Misses(CommitmentCourse course, DateOnly today) =>
        [.. course.MissesBy(today).Take(Slipping.Misses).Reverse().Select(d => new Reason("Accountability.WeekLine", d.On, Week(d))), new("Accountability.WhyThree", Slipping.Misses)];

    /// <summary>What stands above that message: a question to who is asked, and none to who has accepted.</summary>
    public static Reason Subject(Commitment it) => new(it.Witness == WitnessState.Accepted ? "Accountability.SubjectAgain" : "Accountability.Subject");

    /// <summary>The message to whoever is asked to be the witness, with the place of the link in it.</summary>
    /// <param name="course">What is promised.</param>
    /// <param name="to">How they are called.</param>
    /// <param name="from">How the owner signs; null when that is not known.</param>
    /// <param name="today">The owner's day.</param>
    public static string Letter(CommitmentCourse course, string to, string? from, DateOnly today)
    {
        var text = new StringBuilder(Speech.Say("Exchange.Dear", to)).Append("\n\n");
        if (course.It.Witness == WitnessState.Accepted) text.Append(Speech.Say("Accountability.LetterAgain")).Append('\n').Append(AskWords.Link).Append('\n');
        else
        {
            text.Append(Speech.Say("Accountability.LetterAsk")).Append("\n\n").Append(course.PromiseOn(today).Outcome).Append('\n');
            foreach (var line in Lines(course, today)) text.Append(line.InWords()).Append('\n');
            text.Append('\n').Append(Speech.Say("Accountability.LetterWhat")).Append("\n\n").Append(Speech.Say("Accountability.LetterOneTap")).Append('\n').Append(AskWords.Link).Append("\n\n").Append(Speech.Say("Exchange.NoIsFine")).Append('\n');
        }
        return from is null ? text.ToString() : text.Append('\n').Append(from).Append('\n').ToString();
    }

    /// <summary>The name of a day of the week.</summary>
    internal static string Weekday(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);
}
