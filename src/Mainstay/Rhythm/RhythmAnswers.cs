using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>A touch by itself, as programs are told of it.</summary>
public sealed record TouchRecordAnswer(Guid Id, DateOnly On, TouchKind Kind, Direction Direction, int? Minutes, string? Note, IReadOnlyList<PersonLine> People)
{
    public static TouchRecordAnswer Of(TouchRecord touch) => new(touch.Touch.Id, touch.Touch.On, touch.Touch.Kind, touch.Touch.Direction, touch.Touch.Minutes, touch.Touch.Note, touch.People);
}

/// <summary>A touch, as programs write it.</summary>
public sealed record TouchFields
{
    [Description("With whom: ids of people.")]
    public required IReadOnlyList<Guid> People { get; init; }

    [Description("The day; today when not said.")]
    public DateOnly? On { get; init; }

    public required TouchKind Kind { get; init; }

    [Description("`out` is from you, `in` is to you.")]
    public Direction Direction { get; init; }

    [Description("How long it took.")]
    public int? Minutes { get; init; }

    [Description("What it was about.")]
    public string? Note { get; init; }

    public static TouchFields Of(TouchRecord touch) => new()
    {
        People = [.. touch.People.Select(p => p.Id)], On = touch.Touch.On, Kind = touch.Touch.Kind, Direction = touch.Touch.Direction, Minutes = touch.Touch.Minutes, Note = touch.Touch.Note,
    };

    public NewTouch ToTouch(DateOnly today) => new() { People = People, On = On ?? today, Kind = Kind, Direction = Direction, Minutes = Minutes, Note = Note };
}

/// <summary>What the owner says of a tie, as programs write it.</summary>
public sealed record TieFields
{
    [Description("`null` takes it away.")]
    public Layer? Layer { get; init; }

    [Description("Days between touches; `0` for never, `null` for the layer's own.")]
    public int? Cadence { get; init; }

    [Description("How close you feel, 1 to 5.")]
    public int? Closeness { get; init; }

    [Description("As which layer it counts when it is said who comes first; `null` as its own.")]
    public Layer? Importance { get; init; }

    [Description("How much you trust them; said by the owner alone.")]
    public HowMuch? Trust { get; init; }

    [Description("How willing they are to help; said by the owner alone.")]
    public HowMuch? Willing { get; init; }

    [Description("How far they are ahead of you; said by the owner alone.")]
    public HowMuch? Standing { get; init; }

    [Description("Your word on whether it lives; it wins over the estimate.")]
    public TieVerdict? Verdict { get; init; }

    [Description("No reminders. `false` ends a pause and a snooze.")]
    public bool? Paused { get; init; }

    [Description("The first day after the pause; goes with `paused`.")]
    public DateOnly? PausedUntil { get; init; }

    [Description("Today names the person no sooner than on this day.")]
    public DateOnly? SnoozedUntil { get; init; }
}

/// <summary>The words of <see cref="Verdict"/> that can be said.</summary>
public enum TieVerdict { StillOn = 1, Over = 2 }

/// <summary>A task, as programs are told of it.</summary>
public sealed record TaskAnswer(Guid Id, string Text, DateOnly? DueOn, [property: Description("To whom it was promised, or who promised it.")] PersonLine? Person, bool PromisedToMe, DateOnly? DoneOn)
{
    public static TaskAnswer Of(TaskLine line) =>
        new(line.Task.Id, line.Task.Text, line.Task.DueOn, line.Task.PersonId is { } id ? new PersonLine(id, line.Person ?? "") : null, line.Task.PromisedToMe, line.Task.DoneOn);
}

/// <summary>A new task, as programs write it.</summary>
public sealed record TaskFields
{
    [Description("What was promised.")]
    public required string Text { get; init; }

    public DateOnly? DueOn { get; init; }

    [Description("To whom it was promised, or who promised it.")]
    public Guid? PersonId { get; init; }

    [Description("They promised it to you.")]
    public bool PromisedToMe { get; init; }

    public NewTask ToTask() => new() { Text = Text, DueOn = DueOn, PersonId = PersonId, PromisedToMe = PromisedToMe };
}

/// <summary>What changes of a task.</summary>
public sealed record TaskChangeFields
{
    public DateOnly? DueOn { get; init; }

    [Description("`true`: it is done today; `false`: it is not done after all.")]
    public bool? Done { get; init; }
}

/// <summary>Who is near, and who may be.</summary>
public sealed record LayersAnswer(IReadOnlyList<LayerAnswer> Layers, [property: Description("Whom one may settle next, and why.")] IReadOnlyList<ProposalAnswer> Proposals)
{
    public static LayersAnswer Of(ILookup<Layer, PersonLine> settled, IReadOnlyList<Proposal> proposals) => new(
        [.. Rhythm.Layers.All.Select(l => new LayerAnswer(l, [.. settled[l]]))],
        [.. proposals.Select(p => new ProposalAnswer(new(p.Id, p.Name), p.Layer, [.. p.Reasons.Select(r => r.InWords())]))]);
}

public sealed record LayerAnswer(Layer Layer, IReadOnlyList<PersonLine> People);

public sealed record ProposalAnswer(PersonLine Person, Layer Layer, IReadOnlyList<string> Reasons);

/// <summary>The owner's time for people in a week, and what their rhythms take of it.</summary>
public sealed record BudgetAnswer(
    [property: Description("What you set; null without a limit.")] int? Minutes,
    [property: Description("What this week's touches took so far.")] int Spent,
    [property: Description("What your rhythms take in a week.")] double Planned,
    [property: Description("By how much the outermost rhythms are stretched.")] double Factor,
    IReadOnlyList<Layer> Stretched,
    [property: Description("Whether stretching was enough.")] bool Fits)
{
    public static BudgetAnswer Of(Budget budget) =>
        new(budget.Minutes, budget.Spent, budget.Stretch.MinutesAWeek, budget.Stretch.Factor, [.. Layers.All.Where(l => budget.Stretch.For(l) > 1)], budget.Stretch.Fits);
}

public sealed record BudgetFields([property: Description("Minutes a week; null for no limit.")] int? Minutes);
