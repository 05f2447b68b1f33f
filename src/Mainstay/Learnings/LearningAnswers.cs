using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary>A learning, as programs are told of it.</summary>
public sealed record LearningAnswer(Guid Id, string Text, string? Topic, DateOnly On)
{
    [Description("From whom; null when nobody is said, or they are gone.")]
    public PersonLine? Person { get; init; }

    public Guid? TouchId { get; init; }

    public Guid? GatheringId { get; init; }

    public Guid? AdviceId { get; init; }

    [Description("From whom and at what, in words.")]
    public IReadOnlyList<string> Origin { get; init; } = [];

    [Description("The day on which Today shows it again; null when it rests.")]
    public DateOnly? NextOn { get; init; }

    [Description("How often it came back and was still true.")]
    public int Recalls { get; init; }

    [Description("What came of it.")]
    public string? Used { get; init; }

    public DateOnly? UsedOn { get; init; }

    [Description("When it comes back, in a sentence.")]
    public string Sentence { get; init; } = "";

    public static LearningAnswer Of(LearningLine line, DateOnly today) => new(line.It.Id, line.It.Text, line.It.Topic, line.It.On)
    {
        Person = line.Person,
        TouchId = line.It.TouchId,
        GatheringId = line.It.GatheringId,
        AdviceId = line.It.AdviceId,
        Origin = [.. LearningWords.Origin(line).Select(o => o.InWords())],
        NextOn = line.It.NextOn,
        Recalls = line.It.Recalls,
        Used = line.It.Used,
        UsedOn = line.It.UsedOn,
        Sentence = LearningWords.State(line.It, today).InWords(),
    };
}

/// <summary>A learning, as programs write it.</summary>
public sealed record LearningFields
{
    [Description("What you learned.")]
    public required string Text { get; init; }

    [Description("What it is about, in a word or two.")]
    public string? Topic { get; init; }

    [Description("The day; today when not said.")]
    public DateOnly? On { get; init; }

    [Description("From whom. When not said, who gave the advice, or was the only one of the touch.")]
    public Guid? PersonId { get; init; }

    [Description("At which contact.")]
    public Guid? TouchId { get; init; }

    [Description("At which gathering.")]
    public Guid? GatheringId { get; init; }

    [Description("By which advice.")]
    public Guid? AdviceId { get; init; }

    public NewLearning ToNew() => new() { Text = Text, Topic = Topic, On = On, Where = new(PersonId, TouchId, GatheringId, AdviceId) };
}

/// <summary>What came of a learning.</summary>
public sealed record LearningUsedFields([property: Description("In a sentence; empty takes it away.")] string? What);
