using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>A touch that a line tells of. People are places in <see cref="Reading.People"/>.</summary>
public sealed record TouchRead(IReadOnlyList<int> People, DateOnly On, TouchKind Kind, Direction Direction)
{
    public int? Minutes { get; init; }

    public string? Note { get; init; }
}

/// <summary>Something promised, by me or to me.</summary>
/// <param name="Text">What.</param>
/// <param name="Due">Until when.</param>
/// <param name="Person">To whom, or by whom; null for nobody in particular.</param>
/// <param name="ToMe">They promised it.</param>
public sealed record TaskRead(string Text, DateOnly? Due, int? Person, bool ToMe);

public enum NoteKind { Note, Birthday, Work, Place }

/// <summary>Something that is said of people.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="People">Of whom.</param>
public sealed record NoteRead(string Text, IReadOnlyList<int> People)
{
    public NoteKind Kind { get; init; }

    /// <summary>The birthday; its year is none when none was said.</summary>
    public (int? Year, int Month, int Day)? Birthday { get; init; }

    public string? Organization { get; init; }

    public string? Role { get; init; }

    public bool IsFormer { get; init; }

    public string? Place { get; init; }
}

/// <summary>Something that was learned.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="On">The day.</param>
/// <param name="Person">From whom; null for nobody in particular.</param>
public sealed record LearningRead(string Text, DateOnly On, int? Person)
{
    public string? Topic { get; init; }
}

/// <summary>What a line was read as.</summary>
public sealed record Reading
{
    public IReadOnlyList<Whom> People { get; init; } = [];

    public IReadOnlyList<TouchRead> Touches { get; init; } = [];

    public IReadOnlyList<TaskRead> Tasks { get; init; } = [];

    public IReadOnlyList<NoteRead> Notes { get; init; } = [];

    public IReadOnlyList<LearningRead> Learnings { get; init; } = [];

    /// <summary>What nothing was read from.</summary>
    public IReadOnlyList<string> Rest { get; init; } = [];

    /// <summary>What was written as a day, and is none: "31 Feb".</summary>
    public IReadOnlyList<string> NoDays { get; init; } = [];

    public bool IsEmpty => Touches.Count + Tasks.Count + Notes.Count + Learnings.Count == 0;

    public Problems Problems { get; init; } = new();

    /// <summary>What must be said before it is kept.</summary>
    public Problems Check()
    {
        var problems = new Problems();
        foreach (var problem in Problems) problems.Add(problem.Field, problem.Sentence.Key, problem.Sentence.Inputs);
        if (problems.Any) return problems;
        if (NoDays.Count > 0) problems.Add("line", "Capture.NoSuchDay", NoDays);
        else problems.When(IsEmpty, "line", "Capture.NothingRead");
        foreach (var whom in this.Unclear()) problems.Add("who", "Capture.SayWho", whom.Typed, whom.Candidates.Select(c => c.Label));
        foreach (var birthday in Notes.Select(n => n.Birthday).OfType<(int? Year, int Month, int Day)>()) problems.When(birthday.Day > DateTime.DaysInMonth(birthday.Year ?? 2000, birthday.Month), "line", "Capture.NothingRead");
        return problems;
    }
}
