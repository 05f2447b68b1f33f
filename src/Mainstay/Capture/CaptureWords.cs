using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>A reading in sentences.</summary>
public static class CaptureWords
{
    public static IEnumerable<Reason> InWords(this Reading reading)
    {
        foreach (var touch in reading.Touches) yield return reading.InWords(touch);
        foreach (var task in reading.Tasks) yield return reading.InWords(task);
        foreach (var note in reading.Notes) yield return note.Birthday is var (_, month, day) ? new("Capture.SayBirthday", reading.Names(note.People), new DateOnly(2000, month, day)) : new("Capture.SayNote", reading.Names(note.People), note.Text);
        foreach (var learning in reading.Learnings) yield return reading.InWords(learning);
        foreach (var whom in reading.Used().Order().Select(u => reading.People[u]).Where(w => w.IsNew)) yield return whom.InWords();
        foreach (var whom in reading.Unclear()) yield return new("Capture.SayWho", whom.Typed, whom.Candidates.Select(c => c.Label));
        foreach (var rest in reading.Rest) yield return new("Capture.SayRest", rest);
        if (reading.NoDays.Count > 0) yield return new("Capture.NoSuchDay", reading.NoDays);
    }

    /// <summary>What was jotted down, on which day, and where.</summary>
    public static string InWords(this JottingLine line, DateOnly on) =>
        !line.IsMet ? Speech.Say("Capture.JottedLine", on, line.LineOf()) : line.Jotting.About is { } about ? Speech.Say("Capture.JottedMetAbout", on, line.Jotting.Who, line.At!.Name, about) : Speech.Say("Capture.JottedMet", on, line.Jotting.Who, line.At!.Name);

    private static Reason InWords(this Reading reading, TouchRead touch)
    {
        var said = new Reason("Capture.SayTouch", new Reason($"Rhythm.Kind{touch.Kind}"), reading.Names(touch.People), touch.On);
        return touch.Note is { } note ? new("Capture.SayTouchNote", said, note) : said;
    }

    private static Reason InWords(this Reading reading, TaskRead task)
    {
        var said = TaskCard.Sentence(task.Text, task.Person is { } person ? reading.People[person].Name : null, task.ToMe);
        return task.Due is { } due ? new("Rhythm.TaskDue", said, due) : said;
    }

    private static Reason InWords(this Reading reading, LearningRead learning)
    {
        var text = learning.Topic is { } topic ? new Reason("Capture.LearningAbout", learning.Text, topic) : new("Capture.LearningText", learning.Text);
        return learning.Person is { } person ? new("Capture.SayLearningFrom", reading.People[person].Name, learning.On, text) : new("Capture.SayLearning", learning.On, text);
    }

    private static Reason InWords(this Whom whom) => whom switch
    {
        { Organization: { } place, IsFormer: true } => new("Capture.SayNewFormer", whom.Typed, place),
        { Organization: { } place } => new("Capture.SayNewAt", whom.Typed, place),
        _ => new("Capture.SayNew", whom.Typed),
    };

    private static IEnumerable<string> Names(this Reading reading, IReadOnlyList<int> people) => people.Select(p => reading.People[p].Name);
}
