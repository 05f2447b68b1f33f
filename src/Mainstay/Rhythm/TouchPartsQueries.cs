using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>What this room looked up for the letter, for its own panels.</summary>
/// <param name="Standing">How the tie stands.</param>
/// <param name="Touches">The beginning of the timeline.</param>
/// <param name="Tasks">What is promised and not done.</param>
internal sealed record BetweenUs(Standing Standing, IReadOnlyList<TouchLine> Touches, IReadOnlyList<TaskLine> Tasks);

/// <summary>On a person's record: how it stands between us and what comes next, in the letter, and every touch.</summary>
internal sealed class TouchPartsQueries : IPersonParts
{
    private const int LinesShown = 10, MostOfNote = 160;

    public IReadOnlyList<FactShape> Shapes =>
    [
        new("reasons", typeof(IReadOnlyList<string>), "How it stands between you, in sentences."),
        new("tie", typeof(TieSaid), "What you said of the tie; null where you said nothing, and what is its owner's alone for everybody else."),
        new("touches", typeof(IReadOnlyList<TouchAnswer>), "The latest touches, the latest first."),
    ];

    public async Task<IReadOnlyList<PersonPart>> Parts(Store store, Guid person, DateOnly today, int most, CancellationToken stop)
    {
        var standing = await store.TieOf(person, today, stop);
        var touches = await store.TimelineOf(person, null, most, stop);
        var tasks = (await store.TasksOf(person, stop)).Where(t => t.Task.DoneOn is null).ToList();
        return
        [
            new("reasons", Telling.InFull(standing).Select(r => r.InWords()).ToList(), null, [.. standing.Reasons, .. About(touches, today), .. Next(standing, tasks)]) { Source = new BetweenUs(standing, touches, tasks) },
            new("tie", TieSaid.Of(standing.Tie), null, []),
            new("touches", touches.Select(TouchAnswer.Of).ToList(), new Reason("Rhythm.Touches"), [.. touches.Take(LinesShown).Select(Line)]),
        ];
    }

    /// <summary>About what they last spoke.</summary>
    private static IEnumerable<Reason> About(IReadOnlyList<TouchLine> touches, DateOnly today)
    {
        if (touches.FirstOrDefault(t => t.Touch.On <= today) is not { Touch.Note: { } note }) yield break;
        var line = string.Join(' ', note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        yield return new("Rhythm.LastAbout", Texts.Shortened(line, MostOfNote));
    }

    /// <summary>What comes next: the first thing promised, and when they mean to be in touch.</summary>
    private static IEnumerable<Reason> Next(Standing standing, List<TaskLine> tasks)
    {
        if (tasks is [{ IsAboutThem: true } first, ..]) yield return TaskCard.Sentence(first);
        else if (tasks is [{ Task: var task }, ..]) yield return new(task.PromisedToMe ? "Rhythm.OwedToYou" : "Rhythm.YouOwe", task.Text);
        if (standing.Due is { } due && due.On > standing.On && !DueList.IsResting(standing.Tie, standing.On)) yield return new("Rhythm.NextOn", Near.Of(due.On, standing.On));
    }

    /// <summary>"3 May 2026: a call, 40 minutes, with Alan. Pricing."</summary>
    internal static Reason Line(TouchLine line) => new("Rhythm.TouchLine", line.Touch.On, What(line));

    internal static Reason What(TouchLine line) => new("Rhythm.TouchWhat", new Reason($"Rhythm.{line.Touch.Direction}{line.Touch.Kind}"),
        line.Touch.Minutes is { } minutes ? new Reason("Rhythm.TouchMinutes", minutes) : null,
        line.With.Count > 0 ? new Reason("Rhythm.TouchWith", line.With) : null,
        line.Touch.Note is { } note ? new Reason("Rhythm.TouchNote", note) : null);
}
