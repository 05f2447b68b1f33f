using System.ComponentModel;
using Mainstay.Rhythm;

namespace Mainstay.Capture;

/// <summary>Somebody in a reading: their id when it is clear who is meant.</summary>
public sealed record NamedAnswer(string Name, Guid? Id);

public sealed record TouchReadAnswer(TouchKind Kind, DateOnly On, Direction Direction, int? Minutes, string? Note, IReadOnlyList<NamedAnswer> People);

/// <param name="Text">What.</param>
/// <param name="Due">Until when.</param>
/// <param name="From">Who promised it: <c>me</c> or a name.</param>
/// <param name="To">To whom: <c>me</c> or a name.</param>
/// <param name="Person">The other of the two.</param>
public sealed record TaskReadAnswer(string Text, DateOnly? Due, string? From, string? To, NamedAnswer? Person);

public sealed record NoteReadAnswer(string Text, NoteKind Kind, IReadOnlyList<NamedAnswer> People);

/// <param name="Text">What.</param>
/// <param name="Topic">What it is about; its hashtags.</param>
/// <param name="On">The day.</param>
/// <param name="Person">From whom; <c>null</c> for nobody in particular.</param>
public sealed record LearningReadAnswer(string Text, string? Topic, DateOnly On, NamedAnswer? Person);

public sealed record NewPersonAnswer(string Name, string? Organization, string? Role, string? MetWhere, string? Email);

public sealed record MayBeAnswer(string Name, Guid Id, string Why);

public sealed record UnclearAnswer(string Name, IReadOnlyList<MayBeAnswer> Candidates);

/// <summary>A line as it was read, for programs.</summary>
public sealed record CaptureAnswer(IReadOnlyList<TouchReadAnswer> Touches, IReadOnlyList<TaskReadAnswer> Tasks, IReadOnlyList<NoteReadAnswer> Notes, IReadOnlyList<NewPersonAnswer> New)
{
    [Description("What was learned, and from whom.")]
    public IReadOnlyList<LearningReadAnswer> Learnings { get; init; } = [];

    [Description("Names that may mean several people, or somebody spelled alike.")]
    public IReadOnlyList<UnclearAnswer> Unclear { get; init; } = [];

    [Description("What nothing was read from.")]
    public IReadOnlyList<string> Rest { get; init; } = [];

    [Description("By what all of it is taken back; only when it was kept.")]
    public Guid? Change { get; init; }

    public static CaptureAnswer Of(Reading reading, KeptLine? kept = null)
    {
        NamedAnswer Who(int place) => new(reading.People[place].Name, reading.People[place].Person?.Id);
        var used = reading.Used().Order().Select(u => reading.People[u]).ToList();
        return new(
            [.. reading.Touches.Select(t => new TouchReadAnswer(t.Kind, t.On, t.Direction, t.Minutes, t.Note, [.. t.People.Select(Who)]))],
            [.. reading.Tasks.Select(t => t.Person is { } p ? new TaskReadAnswer(t.Text, t.Due, t.ToMe ? Who(p).Name : "me", t.ToMe ? "me" : Who(p).Name, Who(p)) : new(t.Text, t.Due, t.ToMe ? null : "me", t.ToMe ? "me" : null, null))],
            [.. reading.Notes.Select(n => new NoteReadAnswer(n.Text, n.Kind, [.. n.People.Select(Who)]))],
            [.. used.Where(w => w.IsNew).Select(w => new NewPersonAnswer(w.Typed, w.Organization, w.Role, w.MetWhere, w.Email))])
        {
            Learnings = [.. reading.Learnings.Select(l => new LearningReadAnswer(l.Text, l.Topic, l.On, l.Person is { } p ? Who(p) : null))],
            Unclear = [.. used.Where(w => w.IsUnclear).Select(w => new UnclearAnswer(w.Typed, [.. w.Candidates.Select(c => new MayBeAnswer(c.Name, c.Id, Words.Speech.InWords(c.Why)))]))],
            Rest = reading.Rest,
            Change = kept?.Change,
        };
    }
}
