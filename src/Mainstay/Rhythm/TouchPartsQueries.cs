using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>On a person's record: how it stands between us, in the letter, and every touch.</summary>
internal sealed class TouchPartsQueries : IPersonParts
{
    private const int LinesShown = 10;

    public IReadOnlyList<FactShape> Shapes =>
    [
        new("reasons", typeof(IReadOnlyList<string>), "How it stands between you, in sentences."),
        new("touches", typeof(IReadOnlyList<TouchAnswer>), "The latest touches, the latest first."),
    ];

    public async Task<IReadOnlyList<PersonPart>> Parts(Store store, Guid person, DateOnly today, int most, CancellationToken stop)
    {
        var standing = await store.TieOf(person, today, stop);
        var touches = await store.TouchesOf(person, stop, take: most);
        return
        [
            new("reasons", Telling.InFull(standing).Select(r => r.InWords()).ToList(), null, standing.Reasons),
            new("touches", touches.Select(TouchAnswer.Of).ToList(), new Reason("Rhythm.Touches"), [.. touches.Take(LinesShown).Select(Line)]) { OnPage = false },
        ];
    }

    /// <summary>"3 May 2026: a call, 40 minutes, with Alan. Pricing."</summary>
    internal static Reason Line(TouchLine line) => new("Rhythm.TouchLine", line.Touch.On, What(line));

    internal static Reason What(TouchLine line) => new("Rhythm.TouchWhat", new Reason($"Rhythm.{line.Touch.Direction}{line.Touch.Kind}"),
        line.Touch.Minutes is { } minutes ? new Reason("Rhythm.TouchMinutes", minutes) : null,
        line.With.Count > 0 ? new Reason("Rhythm.TouchWith", line.With) : null,
        line.Touch.Note is { } note ? new Reason("Rhythm.TouchNote", note) : null);
}
