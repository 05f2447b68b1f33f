using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary>How learnings are spoken of.</summary>
public static class LearningWords
{
    private const int LongestTitle = 90;

    internal static string Href(Guid id) => $"{LearningsPage.Address}/{id}";

    /// <summary>Its first line, or as many whole words of it as make a title.</summary>
    internal static string Title(Learning it)
    {
        var line = it.Text.Split('\n')[0].TrimEnd();
        return line.Length > LongestTitle && line.LastIndexOf(' ', LongestTitle) is > LongestTitle / 2 and var end ? line[..end].TrimEnd(',', ';', ':', ' ') + "…" : Texts.Shortened(line, LongestTitle);
    }

    public static Reason Touch(TouchKind kind) => new("Learnings.ByTouch", new Reason($"Rhythm.Kind{kind}"));

    /// <summary>From whom, and at what; empty when nothing is said of it, or it is gone.</summary>
    public static IEnumerable<Reason> Origin(LearningLine line)
    {
        if (line.Name is { } name) yield return new("Learnings.From", name);
        if (line.IsAdvice) yield return new("Learnings.Advised");
        else if (line.Touch is { } touch) yield return Touch(touch);
        if (line.Gathering is { } gathering) yield return new("Learnings.ByGathering", gathering);
    }

    /// <summary>When it comes back, or that it rests.</summary>
    public static Reason State(Learning it, DateOnly today) => it.NextOn switch
    {
        null => new("Learnings.Rests"),
        { } next when next <= today => new("Learnings.IsBack"),
        { } next => new("Learnings.ComesBack", next),
    };

    public static Reason? Used(Learning it) => it.Used is null ? null : new("Learnings.UsedOn", it.UsedOn, it.Used);
}
