using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary>A support plan, as the owner's programs are told of it.</summary>
public sealed record SupportPlanAnswer(Guid Id, Guid ChallengeId)
{
    [Description("What those who are invited read first.")]
    public required string Opening { get; init; }

    [Description("The last day: after it nothing of it can be read by link.")]
    public required DateOnly EndsOn { get; init; }

    [Description("When it was ended before that.")]
    public DateOnly? ClosedOn { get; init; }

    [Description("Which helper sees to it that all is taken; null while nobody does.")]
    public Guid? CoordinatorId { get; init; }

    [Description("Until when it goes on, in a sentence.")]
    public required string Sentence { get; init; }

    public IReadOnlyList<SupportHelperAnswer> Helpers { get; init; } = [];

    [Description("By their day.")]
    public IReadOnlyList<SupportTaskAnswer> Tasks { get; init; } = [];

    [Description("The latest first.")]
    public IReadOnlyList<SupportUpdateAnswer> Updates { get; init; } = [];

    public static SupportPlanAnswer Of(SupportPlanLine line, DateOnly today) => new(line.It.Id, line.It.ChallengeId)
    {
        Opening = line.It.Opening,
        EndsOn = line.It.EndsOn,
        ClosedOn = line.It.ClosedOn,
        CoordinatorId = line.It.CoordinatorId,
        Sentence = SupportPlanWords.State(line.It, today).InWords(),
        Helpers = [.. line.Helpers.Select(h => new SupportHelperAnswer(h.It.Id, new(h.It.PersonId, h.Name), h.It.State, h.It.MostADay, SupportPlanWords.State(h).InWords()))],
        Tasks = [.. line.Tasks.Select(t => new SupportTaskAnswer(t.Id, t.What, t.On, t.Until, t.State, t.HelperId, t.PassedOn, SupportPlanWords.State(t, line, today).InWords()))],
        Updates = [.. line.Updates.Select(u => new SupportUpdateAnswer(u.Id, u.Text, u.On, u.HelperId, u.IsOwners))],
    };
}

/// <summary>Somebody who is invited to help.</summary>
public sealed record SupportHelperAnswer(Guid Id, PersonLine Person, HelperState State, [property: Description("How many tasks they take on for one day; only they change it.")] int MostADay, [property: Description("How it stands with them, in a sentence.")] string Sentence);

/// <summary>Something to be done.</summary>
public sealed record SupportTaskAnswer(Guid Id, string What, DateOnly On, [property: Description("The last day, when it is more than one.")] DateOnly? Until, SupportTaskState State, [property: Description("Which helper took it.")] Guid? HelperId, [property: Description("When somebody passed it on, as long as nobody else took it.")] DateOnly? PassedOn, [property: Description("How it stands, in a sentence.")] string Sentence);

/// <summary>How things were on a day.</summary>
public sealed record SupportUpdateAnswer(Guid Id, string Text, DateOnly On, [property: Description("Which helper wrote it.")] Guid? HelperId, [property: Description("You wrote it yourself.")] bool IsOwners);

/// <summary>A support plan, as programs begin it or say it anew.</summary>
public sealed record SupportPlanFields
{
    [Description("Your own id for it: begun twice with the same, it is begun once.")]
    public Guid? Id { get; init; }

    [Description("What those who are invited read first.")]
    public required string Opening { get; init; }

    [Description("The last day, at most a year ahead; when it is not said, that of the hard time, or a month.")]
    public DateOnly? EndsOn { get; init; }

    public NewSupportPlan ToNew() => new(Opening, EndsOn) { Id = Id };
}

/// <summary>A task, as programs write it down.</summary>
public sealed record SupportTaskFields
{
    [Description("Your own id for it: sent twice with the same, it is there once.")]
    public Guid? Id { get; init; }

    public required string What { get; init; }

    public required DateOnly On { get; init; }

    [Description("The last day, when it is more than one.")]
    public DateOnly? Until { get; init; }

    public NewSupportTask ToNew() => new(What, On, Until) { Id = Id };
}

public sealed record SupportUpdateFields([property: Description("How things are, for all who are invited.")] string Text, [property: Description("Your own id for it: sent twice with the same, it is there once.")] Guid? Id = null);

public sealed record SupportInviteFields([property: Description("People you know.")] IReadOnlyList<Guid> People);

public sealed record SupportCoordinatorFields([property: Description("Which helper; null lets nobody coordinate.")] Guid? HelperId);

/// <summary>A helper's link, shown this once.</summary>
public sealed record SupportLinkAnswer([property: Description("Their link; the one before opens nothing any more.")] string Link, [property: Description("A message with it, which says nothing of the hard time.")] string Text);
